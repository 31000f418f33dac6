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
  /// The rules folder that it belongs to, with the tables and the sources that all of its packs may use.
  var root: String?
  /// Whether that folder was added to the one whose rules are always there.
  var isAdded = false

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
    in folder: String, _ memory: PackMemory
  ) throws -> (sources: [PackSource], diagnostics: [Diagnostic]) {
    var sources: [PackSource] = []
    var diagnostics: [Diagnostic] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    where !name.hasPrefix(".") {
      let path = folder + "/" + name
      var isFolder = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
        if let source = source(ofFolder: path, memory, &diagnostics) { sources.append(source) }
      } else if isRuleFile(name) {
        let files = [memory.file(at: path, &diagnostics)].compactMap(\.self)
        sources.append(PackSource(path: path, folder: folder, files: files))
      } else if isMisnamed(name) {
        diagnostics.append(
          Diagnostic(
            level: .warning, code: "left-out",
            message: LocalizedText(
              "该文件未被读取：规则文件的名称须以 .yaml 结尾",
              "this file is not read: names of rule files end in .yaml"),
            file: path, position: .whole))
      }
    }
    return (sources, diagnostics)
  }

  /// The packs of a folder that was added: of its `packs`, or those that lie in it.
  static func all(of added: AddedRules, _ memory: PackMemory) throws -> (
    sources: [PackSource], diagnostics: [Diagnostic]
  ) {
    var (sources, diagnostics): ([PackSource], [Diagnostic])
    if added.hasPacks {
      (sources, diagnostics) = try all(in: added.folder + "/packs", memory)
    } else {
      (sources, diagnostics) = lying(in: added, memory)
    }
    for index in sources.indices {
      sources[index].root = added.folder
      sources[index].isAdded = true
    }
    return (sources, diagnostics)
  }

  /// Files of one pack, or of several where each says of itself that it is one; and folders, each of them a pack.
  private static func lying(
    in added: AddedRules, _ memory: PackMemory
  ) -> (sources: [PackSource], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let root = added.folder
    func files(_ folder: String, _ names: [String]) -> [YAMLFile] {
      names.compactMap { memory.file(at: folder + "/" + $0, &diagnostics) }
    }
    let files = files(root, added.lyingFiles)
    var sources: [PackSource] = []
    let heads = files.filter { $0.root?[PackKey.pack] != nil }
    if heads.count > 1 {
      sources = files.map { PackSource(path: $0.path, folder: root, files: [$0]) }
    } else if let only = files.first {
      let path = files.count == 1 ? only.path : root
      sources = [PackSource(path: path, folder: root, files: files)]
    }
    for name in added.lyingFolders {
      if let source = source(ofFolder: root + "/" + name, memory, &diagnostics) {
        sources.append(source)
      }
    }
    return (sources, diagnostics)
  }

  private static func source(
    ofFolder path: String, _ memory: PackMemory, _ diagnostics: inout [Diagnostic]
  ) -> PackSource? {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch { return nil }
    let paths = names.filter(isRuleFile).map { path + "/" + $0 }
    guard !paths.isEmpty else { return nil }
    let files = paths.compactMap { memory.file(at: $0, &diagnostics) }
    return PackSource(path: path, folder: path, files: files)
  }

  static func isRuleFile(_ name: String) -> Bool {
    !name.hasPrefix(".") && (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
  }

  /// Whether a file is meant to hold rules, by its name: `house.yaml.txt`, as text editors save it, or `House.YAML`.
  private static func isMisnamed(_ name: String) -> Bool {
    let parts = name.lowercased().split(separator: ".").dropFirst()
    let isCopy = parts.last.map { ["bak", "swp", "orig", "tmp", "old"].contains($0) } == true
    return !isCopy && !name.hasSuffix("~") && parts.contains { $0 == "yaml" || $0 == "yml" }
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
