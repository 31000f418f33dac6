internal import CEL
internal import Model
internal import Schema

/// The names that the rules of a pack may use: its own and those of the packs it extends.
struct PackNames {
  private let catalogue: FactCatalogue
  private let sources: SourceRegister
  private let inherited: [Pack]
  private let elsewhere: NamesElsewhere
  private var parameters: [String: Parameter] = [:]
  private var normalizers: [String: TextNormalization] = [:]
  private var lookups: [String: Lookup] = [:]
  private var verbs: [String: CustomVerb] = [:]
  private(set) var own = Pack.OwnNames()

  init(
    catalogue: FactCatalogue, sources: SourceRegister, parents: [Pack],
    elsewhere: NamesElsewhere = NamesElsewhere()
  ) {
    self.elsewhere = elsewhere
    self.catalogue = catalogue
    self.sources = sources
    inherited = parents
  }

  /// What rules are read with; the pack's own names win, then those of the parent named first.
  var scope: Scope {
    let builtIn = TextNormalization.profiles.mapValues { TextNormalization(steps: $0) }
    let chains = merged(normalizers, \.normalizers).merging(builtIn) { own, _ in own }
    var scope = Scope(
      catalogue: catalogue, sources: sources, parameters: merged(parameters, \.parameters),
      lookups: merged(lookups, \.lookups), normalizers: chains, verbs: merged(verbs, \.verbs),
      functions: FunctionLibrary.standard(normalizers: chains))
    scope.elsewhere = elsewhere
    return scope
  }

  /// Names that the pack gives and that do not stand for anything, since what they are is written wrongly.
  var broken: Set<String> {
    func missing<Content>(_ places: [String: SourceLocation], _ read: [String: Content]) -> [String]
    {
      places.keys.filter { read[$0] == nil }
    }
    return Set(
      missing(own.parameters, parameters).map { NameSpace.parameters + $0 }
        + missing(own.lookups, lookups).map { NameSpace.lookups + $0 }
        + missing(own.parameters, parameters) + missing(own.lookups, lookups)
        + missing(own.verbs, verbs) + missing(own.normalizers, normalizers))
  }

  private func merged<Content>(
    _ own: [String: Content], _ path: KeyPath<Pack, [String: Content]>
  ) -> [String: Content] {
    inherited.reduce(own) { $0.merging($1[keyPath: path]) { first, _ in first } }
  }

  /// `params`, `normalizers` and `lookups` of one file.
  mutating func readSettings(
    _ record: Record<PackKey>?, tables: TableFiles, into log: inout DiagnosticLog
  ) {
    for entry in log.pairs(of: record?[.params]) {
      guard claim(entry, \.parameters, into: &log) else { continue }
      parameters[entry.key] = Self.parameter(entry.value, into: &log)
    }
    for entry in log.pairs(of: record?[.normalizers]) {
      guard claim(entry, \.normalizers, into: &log) else { continue }
      normalizers[entry.key] = Self.normalizer(entry.value, into: &log)
    }
    for entry in log.pairs(of: record?[.lookups]) {
      guard claim(entry, \.lookups, into: &log) else { continue }
      lookups[entry.key] = LookupReader(files: tables).lookup(entry, into: &log)
    }
  }

  /// `verbs` of one file; what they may use has been read from all files before.
  mutating func readVerbs(_ node: YAMLNode?, into log: inout DiagnosticLog) {
    let scope = scope
    for entry in log.pairs(of: node) {
      guard claim(entry, \.verbs, into: &log) else { continue }
      verbs[entry.key] = CustomVerbReader(scope: scope).read(entry, into: &log)
    }
  }

  /// Whether the name is new in this pack, which takes it.
  private mutating func claim(
    _ entry: YAMLNode.Entry, _ names: WritableKeyPath<Pack.OwnNames, [String: SourceLocation]>,
    into log: inout DiagnosticLog
  ) -> Bool {
    if let first = own[keyPath: names][entry.key] {
      log.report(
        "duplicate-name", at: entry.keyPosition, length: entry.key.unicodeScalars.count,
        "「\(entry.key)」已在 \(first.file.path) 第 \(first.position.line) 行",
        "\"\(entry.key)\" is in \(first.file.path), line \(first.position.line) already")
      return false
    }
    own[keyPath: names][entry.key] = SourceLocation(log.file, entry)
    return true
  }

  private static func parameter(
    _ node: YAMLNode, into log: inout DiagnosticLog
  ) -> Parameter? {
    guard let record = log.record(node, ParameterKey.self), let typeNode = record[.type],
      let content = record[.defaultValue],
      let type: DeclaredType = log.choice(typeNode, "类型", "type")
    else { return nil }
    let title = log.localized(record[.title])
    guard let value = log.value(content, of: type) else { return nil }
    return Parameter(declared: type, value: value, title: title)
  }

  private static func normalizer(
    _ node: YAMLNode, into log: inout DiagnosticLog
  ) -> TextNormalization {
    let nodes = log.elements(of: node, "步骤列表", "a list of steps")
    return TextNormalization(steps: nodes.compactMap { log.choice($0, "步骤", "step") })
  }
}

extension DiagnosticLog {
  /// The node as a value of a declared type.
  mutating func value(_ node: YAMLNode, of type: DeclaredType) -> CELValue? {
    if let value = type.value(of: node) { return value }
    let instead = node.text.flatMap { type.meant(by: $0) }
    wrongType(
      node, "类型 \(type.rawValue) 的值", "a value of type \(type.rawValue)", instead: instead)
    return nil
  }
}
