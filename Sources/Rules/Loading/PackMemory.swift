package import Model
internal import Schema

/// What a loader has read before, for one that runs again at every key: what did not change is not read again.
///
/// A memory serves one rules folder with its additions.
package final class PackMemory {
  /// What is being edited and not saved.
  package var open: OpenTexts = .none

  private var files: [String: (text: String, file: YAMLFile)] = [:]
  private var packs: [String: ReadPack] = [:]
  private var surroundings: [String] = []

  /// A pack that had no error, with the texts it was read from.
  private struct ReadPack {
    let lines: [[String]]
    /// What its parents gave it when it was checked.
    let parents: [[String]]
    /// What it gives to the packs that extend it.
    let given: [String]
    let pack: Pack
    let diagnostics: [Diagnostic]
  }

  package init() {}

  /// Forgets packs where anything changed that all of them may use: facts, tables, sources.
  ///
  /// - Parameter stamps: What stands for these; the same stamps, and nothing is forgotten.
  package func keep(for stamps: [String]) {
    guard stamps != surroundings else { return }
    surroundings = stamps
    packs = [:]
  }

  /// Returns the tree of a rule file; why it cannot be read is a diagnostic.
  func file(at path: String, _ diagnostics: inout [Diagnostic]) -> YAMLFile? {
    switch TextFile.read(path, TextReading(open: open)) {
    case .failure(let reason):
      diagnostics.append(
        Diagnostic(
          code: "unreadable", message: reason, file: path,
          position: TextPosition(line: 1, column: 1)))
      return nil
    case .text(let text):
      if let known = files[path], known.text == text { return known.file }
      let file = YAMLFile(text: text, path: path)
      files[path] = (text, file)
      return file
    }
  }

  /// Returns a pack as it was read before, or reads it.
  ///
  /// - Parameter parents: The paths of the packs that it extends, in their order.
  func pack(
    _ source: PackSource, parents: [String],
    read: () -> (pack: Pack?, diagnostics: [Diagnostic])
  ) -> (pack: Pack?, diagnostics: [Diagnostic]) {
    let lines = source.files.map(\.lines)
    let ofParents = parents.compactMap { packs[$0]?.given }
    // While a parent has an error nothing new is known of what rests on it.
    let isWhole = ofParents.count == source.parents.count
    if let known = packs[source.path], known.lines == lines, known.parents == ofParents || !isWhole
    {
      return (known.pack, known.diagnostics)
    }
    let (pack, diagnostics) = read()
    // The last reading without an error stays: what was typed is often taken back.
    if let pack, isWhole {
      packs[source.path] = ReadPack(
        lines: lines, parents: ofParents, given: ofParents.flatMap(\.self) + given(by: source),
        pack: pack, diagnostics: diagnostics)
    }
    return (pack, diagnostics)
  }

  /// The lines of all that a pack gives to others: everything but its rules.
  private func given(by source: PackSource) -> [String] {
    source.files.flatMap { file -> [String] in
      // allowed: a file without a tree gave an error, and its pack is not kept
      let entries = file.root?.mapping ?? []
      return entries.indices.flatMap { index -> [String] in
        guard entries[index].key != PackKey.rules.rawValue else { return [] }
        let first = entries[index].keyPosition.line - 1
        let next =
          entries.indices.contains(index + 1) ? entries[index + 1].keyPosition.line - 1 : nil
        return Array(file.lines[first..<(next ?? file.lines.count)])
      }
    }
  }
}
