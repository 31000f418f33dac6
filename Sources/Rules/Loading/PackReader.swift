internal import CEL
internal import Model
internal import Schema

/// Reads a pack: all that is wrong with it is reported at once, and a wrong pack is no pack.
struct PackReader {
  let catalogue: FactCatalogue
  /// The folder of lookup files.
  let folder: String
  /// The rules folders whose tables the pack may use: its own, then the one that is always there.
  var sharedFolders: [String] = []
  /// How tables are got that are open in an editor, or in another encoding.
  var reading = TextReading()
  /// The packs that were read before and that this one may not extend.
  var others: [Pack] = []
  /// What the applies_to of a pack may name, each with what people call it; empty where nobody says.
  var channels: [String: [String]] = [:]
  /// What the pack may cite.
  var sources = SourceRegister()
  /// The packs that this one extends, as far as they loaded: it may use their names.
  var parents: [Pack] = []

  static let minimumConfidence = 0.85

  /// One file of the pack, with what was found to be wrong with it.
  private struct Part {
    var log: DiagnosticLog
    /// `nil` where the file is no mapping.
    let record: Record<PackKey>?
    /// Names of the pack that stand for nothing.
    var broken: Set<String> = []

    /// What is wrong, without what follows from names that are wrong where they are given.
    var diagnostics: [Diagnostic] {
      log.diagnostics.filter { diagnostic in
        guard diagnostic.code.hasPrefix("unknown-"), !broken.isEmpty else { return true }
        let line = diagnostic.sourceLine.unicodeScalars.dropFirst(diagnostic.position.column - 1)
        let name = String(String.UnicodeScalarView(line.prefix(diagnostic.length)))
        return !broken.contains { name == $0 || name.hasPrefix($0 + ".") }
      }
    }
  }

  func read(_ file: YAMLFile) -> (pack: Pack?, diagnostics: [Diagnostic]) {
    read(PackSource(path: file.path, folder: folder, files: [file]))
  }

  func read(_ source: PackSource) -> (pack: Pack?, diagnostics: [Diagnostic]) {
    var parts: [Part] = []
    var diagnostics: [Diagnostic] = []
    for file in source.files {
      var log = DiagnosticLog(file)
      let record = file.root.flatMap { self.record($0, into: &log) }
      parts.append(Part(log: log, record: record))
    }
    let pack = pack(source, &parts)
    for part in parts {
      diagnostics += (part.log.file.diagnostics.map(hinted) + part.diagnostics)
        .sorted { $0.position < $1.position }
    }
    return (diagnostics.contains { $0.level == .error } ? nil : pack, diagnostics)
  }

  /// Expressions written plainly are what most often breaks YAML, and signs in the place of verbs.
  private func hinted(_ diagnostic: Diagnostic) -> Diagnostic {
    let signs = [
      (">=", "at_least"), ("<=", "at_most"), ("!=", "not"), (">", "after"), ("<", "before"),
    ]
    if diagnostic.code == "yaml",
      let (sign, verb) = signs.first(where: { diagnostic.sourceLine.contains("{" + $0.0) })
    {
      var diagnostic = diagnostic
      diagnostic.message = LocalizedText(
        "「\(sign)」不是动词；请写 \(verb)，例如 check: {\(verb): [甲, 乙]}",
        "\"\(sign)\" is no verb; write \(verb), as in check: {\(verb): [a, b]}")
      return diagnostic
    }
    let isExpression = PatternSyntax.matches(
      diagnostic.sourceLine, #"^\s*(- )?(when|assert):\s*[^|{\s]"#)
    guard diagnostic.code == "yaml", isExpression else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.message.chinese += "；请把 CEL 写在 |- 之下"
    diagnostic.message.english += "; put the expression under |-"
    return diagnostic
  }

  private func record(_ root: YAMLNode, into log: inout DiagnosticLog) -> Record<PackKey>? {
    guard let record = log.record(root, PackKey.self) else { return nil }
    if let schema = record[.schema], schema.text != PackSchema.schema {
      log.report(
        "schema", at: schema, "schema 应为 \(PackSchema.schema)", "the schema is \(PackSchema.schema)"
      )
    }
    return record
  }

  private func pack(_ source: PackSource, _ parts: inout [Part]) -> Pack? {
    let header = header(source, &parts)
    var names = PackNames(
      catalogue: catalogue, sources: sources, parents: parents, elsewhere: NamesElsewhere(others))
    let tables = TableFiles(folders: [source.folder] + sharedFolders, reading: reading)
    for index in parts.indices {
      names.readSettings(
        parts[index].record, tables: tables, into: &parts[index].log)
    }
    for index in parts.indices {
      names.readVerbs(parts[index].record?[.verbs], into: &parts[index].log)
    }
    let scope = names.scope
    var rules: [Rule] = []
    var lines: [String: TextPosition] = [:]
    var (extended, overrides): ([Pack.Parent], [Override]) = ([], [])
    var profiles: [String: [Override]] = [:]
    var checklist: [Pack.ChecklistEntry] = []
    var checklistSource: CitedSource?
    let reader = OverrideReader()
    for index in parts.indices {
      guard let record = parts[index].record else { continue }
      rules += self.rules(record[.rules], scope, &lines, into: &parts[index].log)
      extended += reader.parents(record[.extends], into: &parts[index].log)
      overrides += reader.overrides(record[.overrides], into: &parts[index].log)
      for (name, changes) in reader.profiles(record[.profiles], into: &parts[index].log) {
        profiles[name, default: []] += changes
      }
      let (source, rows) = ChecklistReader(sources: sources).read(
        record[.checklist], into: &parts[index].log)
      checklist += rows
      checklistSource = checklistSource ?? source
    }
    let broken = names.broken
    for index in parts.indices { parts[index].broken = broken }
    guard let header else { return nil }
    return Pack(
      id: header.id, version: header.version, title: header.title, owner: header.owner,
      defaultLocale: header.defaultLocale, channels: header.channels, subjects: header.subjects,
      minimumConfidence: header.minimumConfidence, isWaivable: header.isWaivable, rules: rules,
      path: source.path, files: source.files, isAdded: source.isAdded, parents: extended,
      overrides: overrides,
      profiles: profiles, parameters: scope.parameters, normalizers: scope.normalizers,
      lookups: scope.lookups, verbs: scope.verbs, functions: scope.functions, own: names.own,
      checklist: checklist, checklistSource: checklistSource)
  }

  /// The header of the one file that has it.
  private func header(_ source: PackSource, _ parts: inout [Part]) -> PackHeader? {
    var header: PackHeader?
    var first: YAMLFile?
    for index in parts.indices {
      guard let node = parts[index].record?[.pack] else { continue }
      if let first {
        parts[index].log.report(
          "two-heads", at: node.position, "规则包的 pack 已在 \(first.path) 中",
          "the pack has its `pack` in \(first.path) already")
        continue
      }
      first = parts[index].log.file
      header = PackHeader(node, catalogue, channels, into: &parts[index].log)
    }
    let isReadable = parts.contains { $0.record?.isEmpty == false }
    if first == nil, isReadable {
      let line = TextPosition(line: 1, column: 1)
      parts[0].log.report(
        "missing-key", at: parts.count == 1 ? parts[0].log.file.root?.position ?? line : line,
        "缺少键「pack」；请写 pack: {id: house, version: 1.0.0, title: {zh-CN: …, en: …}}",
        "the key \"pack\" is missing; write pack: {id: house, version: 1.0.0, title: {zh-CN: ..., en: ...}}"
      )
    }
    return header
  }

  private func rules(
    _ node: YAMLNode?, _ scope: Scope, _ lines: inout [String: TextPosition],
    into log: inout DiagnosticLog
  ) -> [Rule] {
    var rules: [Rule] = []
    for node in log.elements(of: node, "规则列表", "a list of rules") {
      // Also of rules that do not compile: all duplicates are reported at once.
      if let idNode = node[RuleKey.id], let id = idNode.text {
        if let first = lines[id] {
          log.report(
            "duplicate-id", at: idNode, "规则编号「\(id)」重复，首次在第 \(first.line) 行",
            "the rule id \"\(id)\" is there twice, first in line \(first.line)")
        }
        lines[id] = lines[id] ?? idNode.position
      }
      if let rule = RuleReader(scope: scope).read(node, into: &log) { rules.append(rule) }
    }
    return rules
  }
}
