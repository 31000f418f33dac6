package import Model
internal import Schema

/// What a group sets for all its submissions, in the file `dossier.yaml`.
package struct Project: Sendable {
  /// A text with its place.
  package struct Setting: Sendable {
    package let value: String
    private let location: SourceLocation

    init(_ value: String, at node: YAMLNode, in file: YAMLFile) {
      self.value = value
      location = SourceLocation(file, node.position, length: value.unicodeScalars.count)
    }

    /// What is wrong with it.
    package func mistake(_ code: String, _ chinese: String, _ english: String) -> Diagnostic {
      location.diagnostic(code, chinese, english)
    }
  }

  package fileprivate(set) var roster: Setting?
  package fileprivate(set) var channel: Setting?
  package fileprivate(set) var profile: Setting?
  package fileprivate(set) var packs: [Setting] = []
  /// Folders of rules that are added to the others.
  package fileprivate(set) var rules: [Setting] = []
  /// The file with the waivers of the group, where they do not stand in this one.
  package fileprivate(set) var waiverFile: Setting?
  package fileprivate(set) var waivers: [Waiver] = []
  package fileprivate(set) var output: Setting?
  package fileprivate(set) var locale: ReportLocale?
  package fileprivate(set) var trust: Setting?

  /// Reads the bytes of a project file.
  ///
  /// - Parameter path: As diagnostics name it.
  /// - Returns: What it says, and what is wrong with it; with errors it counts for nothing.
  package static func read(_ bytes: [UInt8], path: String) -> (
    project: Project, diagnostics: [Diagnostic]
  ) {
    let (file, diagnostics) = GroupFile.parsed(bytes, path: path)
    guard let root = file.root, diagnostics.isEmpty else { return (Project(), diagnostics) }
    var log = DiagnosticLog(file)
    let project = Project(root, &log)
    return (project, log.diagnostics)
  }

  private init() {}

  private init(_ root: YAMLNode, _ log: inout DiagnosticLog) {
    guard let record = log.record(root, ProjectKey.self) else { return }
    if let schema = record[.schema], schema.text != ProjectSchema.schema {
      log.report(
        "schema", at: schema, "schema 应为 \(ProjectSchema.schema)",
        "schema must be \(ProjectSchema.schema)")
    }
    let file = log.file
    func setting(_ node: YAMLNode?) -> Setting? {
      guard let node, let text = log.string(node) else { return nil }
      return Setting(text, at: node, in: file)
    }
    func settings(_ node: YAMLNode?) -> [Setting] {
      // allowed: no list, nothing set
      (node?.sequence ?? node.map { [$0] } ?? []).compactMap(setting)
    }
    roster = setting(record[.roster])
    channel = setting(record[.channel])
    profile = setting(record[.profile])
    packs = settings(record[.packs])
    rules = settings(record[.rules])
    output = setting(record[.output])
    trust = setting(record[.trust])
    locale = log.choice(record[.locale], "语言", "language")
    if let node = record[.waivers] {
      if node.text == nil {
        let (own, mistakes) = WaiverReader.ofGroup(node, in: file)
        waivers = own
        mistakes.forEach { log.add($0) }
      } else {
        waiverFile = setting(node)
      }
    }
  }
}

/// Files that a group writes for all its submissions: what is wrong with one ends the command.
package enum GroupFile {
  /// Reads the bytes of a file with waivers of the group.
  package static func waivers(_ bytes: [UInt8], path: String) -> (
    waivers: [Waiver], diagnostics: [Diagnostic]
  ) {
    let (file, diagnostics) = parsed(bytes, path: path)
    guard let root = file.root, diagnostics.isEmpty else { return ([], diagnostics) }
    var reader = WaiverReader(file, isOfGroup: true)
    reader.read(root)
    return (reader.entries, reader.log.diagnostics)
  }

  static func parsed(_ bytes: [UInt8], path: String) -> (file: YAMLFile, diagnostics: [Diagnostic])
  {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let file = YAMLFile(text: "", path: path)
      let line = 1 + bytes.prefix { $0 < 0x80 }.count { $0 == 0x0A }
      return (
        file,
        [
          Diagnostic(
            code: "encoding",
            message: LocalizedText(
              "不是 UTF-8 编码。请用记事本打开，选「另存为」，编码选「UTF-8」",
              "not in UTF-8; open it in an editor and save it with the encoding UTF-8"),
            file: path, position: TextPosition(line: line, column: 1))
        ]
      )
    }
    let file = YAMLFile(text: text, path: path)
    return (file, file.diagnostics)
  }
}
