internal import CEL
internal import Model
internal import StrictYAML

/// Reads a pack: all that is wrong with it is told at once, and a wrong pack is no pack.
struct PackReader {
  let catalogue: FactCatalogue
  /// Where lookup files are looked for, in this order.
  let folders: [String]

  static let schema = "dossier/pack-v1"
  static let minimumConfidence = 0.85

  private static let keys = KeySet(
    required: ["schema", "pack", "rules"],
    optional: ["extends", "overrides", "params", "normalizers", "lookups", "profiles"])
  private static let headerKeys = KeySet(
    required: ["id", "version", "title"],
    optional: [
      "owner", "default_locale", "timezone", "applies_to", "min_confidence", "waivable",
    ])

  /// The time zone in which an instant becomes a day; no other is supported.
  private static let timeZone = "Asia/Shanghai"

  func read(_ file: YAMLFile) -> (pack: Pack?, diagnostics: [Diagnostic]) {
    guard let root = file.root else { return (nil, file.diagnostics) }
    var log = DiagnosticLog(file)
    let pack = pack(root, into: &log)
    let diagnostics = (file.diagnostics + log.diagnostics).sorted { $0.position < $1.position }
    return (diagnostics.contains { $0.level == .error } ? nil : pack, diagnostics)
  }

  private func pack(_ root: YAMLNode, into log: inout DiagnosticLog) -> Pack? {
    guard let entries = log.entries(of: root, Self.keys) else { return nil }
    if let schema = entries["schema"], schema.text != Self.schema {
      log.report("schema", at: schema, "schema 应为 \(Self.schema)", "the schema is \(Self.schema)")
    }
    let parameters = self.parameters(entries["params"], into: &log)
    let normalizers = self.normalizers(entries["normalizers"], into: &log)
    let lookups = LookupReader(folders: folders).read(entries["lookups"], into: &log)
    let builtIn = TextNormalization.profiles.mapValues { TextNormalization(steps: $0) }
    let chains = builtIn.merging(normalizers) { _, own in own }
    let functions = FunctionLibrary.standard(normalizers: chains)
    let scope = Scope(
      catalogue: catalogue, parameters: parameters, lookups: lookups, normalizers: chains,
      functions: functions)
    let rules = self.rules(entries["rules"], scope, into: &log)
    let header = entries["pack"].flatMap { self.header($0, into: &log) }
    let overrides = OverrideReader()
    let parents = overrides.parents(entries["extends"], into: &log)
    let changes = overrides.overrides(entries["overrides"], into: &log)
    let profiles = overrides.profiles(entries["profiles"], into: &log)
    guard let header else { return nil }
    return Pack(
      id: header.id, version: header.version, title: header.title, owner: header.owner,
      defaultLocale: header.defaultLocale, channels: header.channels,
      minimumConfidence: header.minimumConfidence, isWaivable: header.isWaivable, rules: rules,
      path: log.file.path, parents: parents, overrides: changes, profiles: profiles,
      parameters: parameters, lookups: lookups, functions: functions)
  }

  private struct Header {
    let id: String
    let version: String
    let title: LocalizedText
    let owner: String?
    let defaultLocale: ReportLocale
    let channels: [String]
    let minimumConfidence: Double
    let isWaivable: Bool
  }

  private func header(_ node: YAMLNode, into log: inout DiagnosticLog) -> Header? {
    guard let entries = log.entries(of: node, Self.headerKeys) else { return nil }
    let id = entries["id"].flatMap { log.string($0) }
    let version = entries["version"].flatMap { self.version($0, into: &log) }
    let title = entries["title"].flatMap { log.localized($0) }
    let locale: ReportLocale? = entries["default_locale"].flatMap {
      log.choice($0, "语言", "language")
    }
    if let zone = entries["timezone"], zone.text != Self.timeZone {
      log.report(
        "timezone", at: zone, "时区只能是 \(Self.timeZone)", "the time zone is \(Self.timeZone)")
    }
    let channels = entries["applies_to"].flatMap { node in
      log.entries(of: node, KeySet(required: ["channels"]))?["channels"]
    }
    let confidence = entries["min_confidence"].flatMap { self.confidence($0, into: &log) }
    guard let id, let version, let title else { return nil }
    return Header(
      id: id, version: version, title: title, owner: entries["owner"].flatMap { log.string($0) },
      defaultLocale: locale ?? .chinese, channels: log.strings(channels),
      minimumConfidence: confidence ?? Self.minimumConfidence,
      isWaivable: entries["waivable"].flatMap { log.bool($0) } ?? false)
  }

  private func version(_ node: YAMLNode, into log: inout DiagnosticLog) -> String? {
    guard let version = log.string(node) else { return nil }
    if VersionRange.numbers(version) != nil { return version }
    log.report("version", at: node, "版本的形式为 1.4.0", "a version looks like 1.4.0")
    return nil
  }

  private func confidence(_ node: YAMLNode, into log: inout DiagnosticLog) -> Double? {
    guard let value = log.double(node) else { return nil }
    if (0...1).contains(value) { return value }
    log.report("range", at: node, "应在 0 与 1 之间", "it lies between 0 and 1")
    return nil
  }

  private func parameters(
    _ node: YAMLNode?, into log: inout DiagnosticLog
  ) -> [String: Parameter] {
    var parameters: [String: Parameter] = [:]
    for entry in log.pairs(of: node) {
      let keys = KeySet(required: ["type", "default"], optional: ["title"])
      guard let entries = log.entries(of: entry.value, keys), let typeNode = entries["type"],
        let content = entries["default"],
        let type: DeclaredType = log.choice(typeNode, "类型", "type")
      else { continue }
      guard let value = type.value(of: content) else {
        log.wrongType(content, "类型 \(type.rawValue) 的值", "a value of type \(type.rawValue)")
        continue
      }
      if let title = entries["title"] { _ = log.localized(title) }
      parameters[entry.key] = Parameter(type: type.celType, value: value)
    }
    return parameters
  }

  private func normalizers(
    _ node: YAMLNode?, into log: inout DiagnosticLog
  ) -> [String: TextNormalization] {
    var chains: [String: TextNormalization] = [:]
    for entry in log.pairs(of: node) {
      let nodes = log.elements(of: entry.value, "步骤列表", "a list of steps")
      let steps: [TextNormalization.Step] = nodes.compactMap { log.choice($0, "步骤", "step") }
      chains[entry.key] = TextNormalization(steps: steps)
    }
    return chains
  }

  private func rules(
    _ node: YAMLNode?, _ scope: Scope, into log: inout DiagnosticLog
  ) -> [Rule] {
    var rules: [Rule] = []
    var lines: [String: Int] = [:]
    for node in log.elements(of: node, "规则列表", "a list of rules") {
      // Also of rules that do not compile: all duplicates are told at once.
      if let idNode = node["id"], let id = idNode.text {
        if let line = lines[id] {
          log.report(
            "duplicate-id", at: idNode, "规则编号「\(id)」重复，首次在第 \(line) 行",
            "the rule id \"\(id)\" is there twice, first in line \(line)")
        }
        lines[id] = lines[id] ?? idNode.position.line
      }
      if let rule = RuleReader(scope: scope).read(node, into: &log) { rules.append(rule) }
    }
    return rules
  }
}
