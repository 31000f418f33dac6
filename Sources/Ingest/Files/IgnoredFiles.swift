internal import Model
internal import Native

/// What a submission's folder may hold that is never a material.
///
/// What the tool reads itself and what systems leave behind is passed over; whatever else has such a name is not read and
/// is listed, so that nothing is left out in silence.
enum IgnoredFiles {
  /// Whether a file or folder of that name is never a material.
  static func contains(_ name: [UInt8]) -> Bool {
    let name = FilePath(bytes: name).text.lowercased()
    if name.hasPrefix(".") || name.hasPrefix("~$") { return true }
    return names.contains(name) || stems.contains { name.hasPrefix($0 + ".") }
  }

  /// Whether a path in an archive is, or lies in, what is never a material.
  static func contains(path: String) -> Bool {
    // `..` starts with a dot, but is a hostile name and must be reported.
    path.split(separator: "/").contains { $0 != ".." && contains(Array($0.utf8)) }
  }

  /// Whether a file of that name says what the company declares.
  static func isDeclaration(_ name: [UInt8]) -> Bool { has(name, stem: "declared") }

  /// Why an ignored file or folder is told of; `nil` for what the tool reads and for what systems leave behind.
  ///
  /// - Parameters:
  ///   - isTop: Whether it stands in the submission's own folder, where declarations, waivers and rosters do.
  ///   - contents: Of the file, where its name alone does not tell; none for folders and for what cannot be read.
  static func notice(of path: String, isTop: Bool, contents: () -> [UInt8]?) -> Notice? {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? path
    let reason: LocalizedText
    if isTop, isRead(name) { return nil }
    if isLeftBehind(name) {
      guard let bytes = contents(), MediaType(sniffing: bytes).isMaterial else { return nil }
      reason = LocalizedText(
        "名称像系统文件，内容却是材料", "named like a file of the system, with a material in it")
    } else if name == "expected.json" || name == "truth.json" {
      guard let bytes = contents(), !isOfSample(bytes) else { return nil }
      reason = LocalizedText("名称为样例的答案文件保留", "the name is kept for the answers of samples")
    } else if name.hasPrefix("dossier.") {
      reason = LocalizedText(
        "项目文件只在命令所给的目录或其上级目录中有用",
        "a project file counts in the folder that the command names, or above it")
    } else if name.hasPrefix(".") || name.hasPrefix("~$") {
      reason = LocalizedText("名称以「.」或「~$」开头", "its name begins with a dot or ~$")
    } else {
      reason = LocalizedText(
        "名称为申报、豁免、确认和名册文件保留",
        "its name is kept for declarations, waivers, confirmations and rosters")
    }
    return Notice(
      file: path, stage: .ingest, code: .fileLeftOut,
      details: [String: String]().with("reason", reason))
  }

  /// The confirmations among the names of an archive, left out.
  ///
  /// Who packs an archive writes the papers and their digests alike: what is confirmed in it, nobody else has seen.
  static func confirmations(among names: [[UInt8]]) -> [Notice] {
    names.filter { IgnoredFiles.isYAML($0, stem: ConfirmationReader.stem) }.map { name in
      Notice(
        file: FilePath(bytes: name).text, stage: .ingest, code: .fileLeftOut,
        details: [String: String]().with(
          "reason",
          LocalizedText(
            "人工确认不能放在压缩包内，请解压后放在提交目录中",
            "confirmations count beside the papers, not in an archive: unpack it")))
    }
  }

  private static func has(_ name: [UInt8], stem: String) -> Bool {
    FilePath(bytes: name).text.lowercased().hasPrefix(stem + ".")
  }

  /// Whether a file of that name is the group's, and no submission's.
  static func isOfGroup(_ name: [UInt8]) -> Bool {
    has(name, stem: "roster") || isYAML(name, stem: "waivers") || isYAML(name, stem: "dossier")
  }

  /// What to do with such a file where nothing names it.
  static func unusedNotice(of path: String) -> Notice {
    let name = path.split(separator: "/").last.map { $0.lowercased() } ?? path
    let reason =
      if name.hasPrefix("roster.") {
        LocalizedText(
          "名册没有用到：请加 --roster \(path)，或写入 dossier.yaml",
          "the roster is not used: give --roster \(path), or name it in dossier.yaml")
      } else if name.hasPrefix("waivers.") {
        LocalizedText(
          "豁免只在一份提交的目录中有用；整批的豁免请写在 dossier.yaml 的 waivers",
          "waivers count in a submission's folder; those of a whole batch stand under waivers in dossier.yaml"
        )
      } else {
        LocalizedText(
          "项目文件只在命令所给的目录或其上级目录中有用",
          "a project file counts in the folder that the command names, or above it")
      }
    return Notice(
      file: path, stage: .ingest, code: .fileLeftOut,
      details: [String: String]().with("reason", reason))
  }

  /// Whether a file is `stem.yaml` or `stem.yml`, in whatever case.
  static func isYAML(_ name: [UInt8], stem: String) -> Bool {
    let name = FilePath(bytes: name).text.lowercased()
    return name == stem + ".yaml" || name == stem + ".yml"
  }

  /// Whether the tool reads a file of that name itself.
  private static func isRead(_ name: String) -> Bool {
    guard let dot = name.firstIndex(of: "."), let kinds = read[String(name[..<dot])] else {
      return false
    }
    return kinds.contains(String(name[name.index(after: dot)...]))
  }

  /// Whether systems and office programs make files of that name.
  private static func isLeftBehind(_ name: String) -> Bool {
    systemNames.contains(name) || name.hasPrefix("._") || name.hasPrefix("~$")
  }

  /// Whether it holds what a sample is expected to give.
  private static func isOfSample(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("\"dossier/expected-v") || text.contains("\"documents\"")
  }

  private static let names: Set<String> = [
    "expected.json", "truth.json", "thumbs.db", "desktop.ini", "__macosx", "dossier.yaml",
    "dossier.yml",
  ]
  private static let stems = ["declared", "waivers", "confirmed", "roster"]
  private static let read: [String: Set<String>] = [
    "declared": ["yaml", "yml", "json"], "waivers": ["yaml", "yml"], "confirmed": ["yaml", "yml"],
    "roster": ["csv", "tsv", "txt", "xlsx", "yaml", "yml"],
  ]
  private static let systemNames: Set<String> = [
    ".ds_store", "thumbs.db", "desktop.ini", "__macosx", ".localized", ".apdisk", ".trashes",
    ".fseventsd", ".spotlight-v100", ".temporaryitems", ".gitkeep", ".gitignore",
  ]
}

extension MediaType {
  /// Whether it is of papers: pictures, documents, seals, archives.
  fileprivate var isMaterial: Bool { ![.unknown, .text, .compoundFile].contains(self) }
}
