internal import FoundationEssentials
internal import Model
internal import Schema

/// The files of one pack, before anything in them is understood.
struct PackSource {
  /// The file, or the folder of a pack of several files.
  let path: String
  /// Where its lookup files lie.
  let folder: String
  let files: [YAMLFile]

  /// The packs that it says it extends, as far as the files tell.
  var parents: [String] {
    let lists = files.compactMap { $0.root?[PackKey.extends]?.sequence }
    return lists.flatMap(\.self).compactMap { $0[ParentKey.pack]?.text }
  }

  var id: String? {
    files.lazy.compactMap { $0.root?[PackKey.pack]?[PackHeaderKey.id]?.text }.first
  }

  /// The packs below `folder`: each YAML file and each folder with YAML files is one.
  static func all(
    in folder: String
  ) throws -> (sources: [PackSource], diagnostics: [Diagnostic]) {
    var sources: [PackSource] = []
    var diagnostics: [Diagnostic] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where !name.hasPrefix(".") {
      let path = folder + "/" + name
      var isFolder = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
        let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        let paths = names.filter(isRuleFile).map { path + "/" + $0 }
        guard !paths.isEmpty else { continue }
        let files = paths.compactMap { read($0, &diagnostics) }
        sources.append(PackSource(path: path, folder: path, files: files))
      } else if isRuleFile(name) {
        let files = [read(path, &diagnostics)].compactMap(\.self)
        sources.append(PackSource(path: path, folder: folder, files: files))
      }
    }
    return (sources, diagnostics)
  }

  private static func isRuleFile(_ name: String) -> Bool {
    !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
  }

  private static func read(_ path: String, _ diagnostics: inout [Diagnostic]) -> YAMLFile? {
    switch TextFile.read(path) {
    case .failure(let reason):
      diagnostics.append(
        Diagnostic(
          code: "unreadable", message: reason, file: path,
          position: TextPosition(line: 1, column: 1)))
      return nil
    case .text(let text): return YAMLFile(text: text, path: path)
    }
  }
}

extension PackSource {
  /// Parents before the packs that extend them; packs in a circle come last, in their order.
  static func ordered(_ sources: [PackSource]) -> [PackSource] {
    var waiting = sources
    var ordered: [PackSource] = []
    while let index = waiting.firstIndex(where: { source in
      source.parents.allSatisfy { parent in !waiting.contains { $0.id == parent } }
    }) {
      ordered.append(waiting.remove(at: index))
    }
    return ordered + waiting
  }
}
