internal import CEL
internal import Model

/// The names that a rule may use.
struct Scope {
  let catalogue: FactCatalogue
  /// What a rule's basis may cite.
  let sources: SourceRegister
  let parameters: [String: Parameter]
  let lookups: [String: Lookup]
  /// The built-in profiles and the pack's own chains.
  let normalizers: [String: TextNormalization]
  let verbs: [String: CustomVerb]
  let functions: FunctionLibrary
  /// Names that packs have which the rules' own pack does not extend, with the ids of those.
  var elsewhere = NamesElsewhere()
  /// The kinds that rules may ask for: the closed list and whatever materials declare.
  let kinds: Set<String>
  /// What `for_each` may go over: `documents.` and a kind, or the prefix of its facts.
  let lists: [String: MaterialKind]
  /// Of CEL text over all these names.
  private(set) var compiler: CELCompiler
  var iteration: Iteration? {
    didSet { compiler = CELCompiler(environment) }
  }

  /// The declaration of a fact path as written (`license.name`, `card.name` under `for_each`).
  func fact(_ path: String) -> FactDeclaration? {
    if let key = iteration?.keys[path] { return catalogue[key] }
    return catalogue[path]
  }

  /// The lookup that `lookup.spf` or, as expressions are compiled, `lookup.spf.include` belongs to.
  func lookup(ofColumn name: String) -> Lookup? {
    guard name.hasPrefix(NameSpace.lookups) else { return nil }
    return lookups[String(name.dropFirst(NameSpace.lookups.count).prefix { $0 != "." })]
  }

  /// What people call the kinds of material: titles, and the sides of cards as people name them.
  var kindNames: [String: [String]] {
    let common: [String: [String]] = [
      "id_card_front": ["身份证正面", "身份证人像面", "身份证"], "id_card_back": ["身份证反面", "身份证背面", "身份证国徽面"],
      "business_license": ["执照", "营业执照副本"], "e_seal": ["公章", "印章", "电子公章"],
      "contacts": ["联系人", "通讯录"], "org_chart": ["架构图"], "icp_filing": ["备案", "ICP备案"],
      "authorization_letter": ["授权书", "委托书", "认证公函"], "bank_account": ["开户许可证", "银行账户"],
    ]
    return Dictionary(
      kinds.map { kind in
        let title = catalogue.title(of: MaterialKind(rawValue: kind))
        return (kind, [title.chinese, title.english] + common[kind, default: []])
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The fact that says the same in a form of another type: `license.registered_capital_amount` of
  /// `license.registered_capital`.
  func sibling(of key: String?, _ isWanted: (ValueType) -> Bool) -> String? {
    guard let key else { return nil }
    return catalogue.declarations.first { $0.key.hasPrefix(key + "_") && isWanted($0.type) }?.key
  }

  /// What people call the facts that have one of some types, or any.
  func factNames(_ types: Set<ValueType>? = nil) -> [String: [String]] {
    let declarations = catalogue.declarations.filter { types?.contains($0.type) != false }
    return Dictionary(
      declarations.map { ($0.key, [$0.label.chinese]) }, uniquingKeysWith: { first, _ in first })
  }

  var factPaths: [String] {
    [catalogue.keys, iteration?.keys.keys.sorted()].compactMap(\.self).flatMap(\.self)
  }

  init(
    catalogue: FactCatalogue, sources: SourceRegister, parameters: [String: Parameter],
    lookups: [String: Lookup],
    normalizers: [String: TextNormalization], verbs: [String: CustomVerb],
    functions: FunctionLibrary
  ) {
    self.catalogue = catalogue
    self.sources = sources
    self.parameters = parameters
    self.lookups = lookups
    self.normalizers = normalizers
    self.verbs = verbs
    self.functions = functions
    kinds = Set(Self.kinds + catalogue.declarations.compactMap(\.material?.rawValue))
      .subtracting([MaterialKind.image.rawValue, MaterialKind.stamp.rawValue])
    lists = catalogue.declarations.reduce(into: [:]) { lists, declaration in
      guard let kind = declaration.material else { return }
      lists["documents." + kind.rawValue] = kind
      // The seals of a submission are `documents.seal`, whatever the files that hold them are called.
      let prefix = declaration.key.prefix { $0 != "." }
      if lists["documents." + prefix] == nil { lists["documents." + prefix] = kind }
    }
    compiler = CELCompiler(CELEnvironment(functions: functions))
    compiler = CELCompiler(environment)
  }

  /// All names with their types, for expressions in CEL.
  private var environment: CELEnvironment {
    var variables: [String: CELType] = [:]
    for declaration in catalogue.declarations { variables[declaration.key] = declaration.celType }
    if let iteration {
      for (path, key) in iteration.keys { variables[path] = catalogue[key]?.celType }
    }
    for (name, parameter) in parameters {
      variables[NameSpace.parameters + name] = parameter.type
    }
    for (name, lookup) in lookups {
      variables[NameSpace.lookups + name] = .map(lookup.keyType, .map(.string, .dyn))
      for (column, type) in lookup.columns {
        variables[NameSpace.lookups + name + "." + column] = .map(lookup.keyType, type)
      }
    }
    for kind in kinds { variables[NameSpace.materials + kind] = .bool }
    return CELEnvironment(variables: variables, functions: functions)
  }

  private static let kinds = [
    "business_license", "id_card_front", "id_card_back", "e_seal", "org_chart", "contacts",
    "icp_filing", "domain_certificate", "dns_records", "tls_certificate", "mail_statistics",
    "admin_settings", "authorization_letter", "bank_account", "data_export_assessment",
    "security_assessment", "compliance_review", "training_record", "contingency_plan",
    "notarization", "other",
  ]
}

extension FactDeclaration {
  /// The type of the fact in expressions; lists hold texts.
  var celType: CELType {
    let type = type == .list ? CELType.list(.string) : CELType(type)
    return isNullable ? .nullable(type) : type
  }
}
