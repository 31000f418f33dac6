internal import CEL
internal import Model

/// The names that a rule may use.
struct Scope {
  let catalogue: FactCatalogue
  let parameters: [String: Parameter]
  let lookups: [String: Lookup]
  /// The built-in profiles and the pack's own chains.
  let normalizers: [String: TextNormalization]
  let verbs: [String: CustomVerb]
  let functions: FunctionLibrary
  /// The kinds that rules may ask for: DESIGN.md section 4 and whatever materials declare.
  let kinds: Set<String>
  /// What `for_each` may go over: `documents.` and a kind, or the prefix of its facts.
  let lists: [String: MaterialKind]
  var iteration: Iteration?

  /// The declaration of a fact path as written (`license.name`, `card.name` under `for_each`).
  func fact(_ path: String) -> FactDeclaration? {
    if let key = iteration?.keys[path] { return catalogue[key] }
    return catalogue[path]
  }

  var factPaths: [String] {
    [catalogue.keys, iteration?.keys.keys.sorted()].compactMap(\.self).flatMap(\.self)
  }

  init(
    catalogue: FactCatalogue, parameters: [String: Parameter], lookups: [String: Lookup],
    normalizers: [String: TextNormalization], verbs: [String: CustomVerb],
    functions: FunctionLibrary
  ) {
    self.catalogue = catalogue
    self.parameters = parameters
    self.lookups = lookups
    self.normalizers = normalizers
    self.verbs = verbs
    self.functions = functions
    kinds = Set(Self.kinds + catalogue.declarations.compactMap(\.material?.rawValue))
      .subtracting([MaterialKind.image.rawValue])
    lists = catalogue.declarations.reduce(into: [:]) { lists, declaration in
      guard let kind = declaration.material else { return }
      lists["documents." + kind.rawValue] = kind
      // The seals of a submission are `documents.seal`, whatever the files that hold them are called.
      let prefix = declaration.key.prefix { $0 != "." }
      if lists["documents." + prefix] == nil { lists["documents." + prefix] = kind }
    }
  }

  private static let kinds = [
    "business_license", "id_card_front", "id_card_back", "e_seal", "org_chart", "contacts",
    "icp_filing", "domain_certificate", "dns_records", "tls_certificate", "mail_statistics",
    "admin_settings", "authorization_letter", "bank_account", "data_export_assessment",
    "security_assessment", "compliance_review", "training_record", "contingency_plan",
    "notarization", "other",
  ]
}

/// A rule's `for_each`: one judgement for each document of a kind.
struct Iteration: Sendable {
  let variable: String
  let kind: MaterialKind
  /// The facts of such a document by how the rule writes them: `card.name` is `id_front.name`.
  let keys: [String: String]

  init(variable: String, kind: MaterialKind, catalogue: FactCatalogue) {
    self.variable = variable
    self.kind = kind
    let declared = catalogue.declarations.filter { $0.material == kind }
    keys = declared.reduce(into: [:]) { keys, declaration in
      guard let dot = declaration.key.firstIndex(of: ".") else { return }
      keys[variable + declaration.key[dot...]] = declaration.key
    }
  }
}

/// Prefixes of the names in expressions that are not facts.
enum NameSpace {
  static let parameters = "params."
  static let lookups = "lookup."
  /// True where there is a document of the kind; unknown while a file may hold one.
  static let materials = "materials."
  /// Whether a fact is known; never itself unknown.
  static let known = "known."
}
