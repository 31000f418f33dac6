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
    /// The readings of its parents that it was checked against.
    let parents: [Int]
    let pack: Pack
    let diagnostics: [Diagnostic]
    /// Tells one reading from the next.
    let reading: Int
  }

  private var readings = 0

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
    // allowed: a parent that had an error has no reading, and gives none to compare with
    let ofParents = parents.map { packs[$0]?.reading ?? -1 }
    if let known = packs[source.path], known.lines == lines, known.parents == ofParents,
      !ofParents.contains(-1)
    {
      return (known.pack, known.diagnostics)
    }
    let (pack, diagnostics) = read()
    packs[source.path] = nil
    if let pack {
      readings += 1
      packs[source.path] = ReadPack(
        lines: lines, parents: ofParents, pack: pack, diagnostics: diagnostics, reading: readings)
    }
    return (pack, diagnostics)
  }
}
