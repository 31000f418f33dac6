internal import CEL
internal import Model
internal import Rules

/// The names that rules may use, as things to be inserted.
struct NameItems {
  let context: FeatureContext
  let scope: AuthoringScope?

  /// Names that the file gives and that its pack does not have yet: it was not loaded since.
  private func own(_ kind: NameKind, _ known: Set<String>) -> [String] {
    Set(context.file.occurrences.filter { $0.kind == kind && $0.isDefinition }.map(\.name))
      .subtracting(known).sorted()
  }

  /// - Parameter fits: Which types fit the place; of other facts none is offered.
  func facts(_ fits: ((CELType) -> Bool)?) -> [CompletionItem] {
    guard let catalogue = context.workspace.facts else { return [] }
    // allowed: without a pack no for_each
    let below = (scope?.elements ?? [:]).sorted { $0.key < $1.key }
    let named =
      below.compactMap { path, key in catalogue[key].map { (path, $0, 1) } }
      + catalogue.declarations.map { ($0.key, $0, below.isEmpty ? 2 : 3) }
    return named.compactMap { path, fact, rank in
      if let fits, !fits(Self.type(of: fact)) { return nil }
      return CompletionItem(
        path, .property, form: fact.type.rawValue + (fact.isNullable ? "?" : ""),
        title: context.words(fact.label), rank: rank,
        subject: NameHelp.Subject(topic: .fact, name: path))
    }
  }

  static func type(of fact: FactDeclaration) -> CELType {
    let type = fact.type == .list ? CELType.list(.string) : CELType(fact.type)
    return fact.isNullable ? .nullable(type) : type
  }

  func parameters() -> [CompletionItem] {
    let known = scope?.parameters ?? []  // allowed: no rules have loaded
    return known.map { named in
      CompletionItem(
        named.name, .constant, form: named.form + " = " + named.content,
        title: named.title.map(context.words), rank: 2,
        subject: NameHelp.Subject(topic: .parameter, name: named.name))
    } + own(.parameter, Set(known.map(\.name))).map { CompletionItem($0, .constant, rank: 2) }
  }

  func lookups() -> [CompletionItem] {
    let known = scope?.lookups ?? []  // allowed: no rules have loaded
    return known.map { named in
      CompletionItem(
        named.name, .module, title: named.form, rank: 2,
        subject: NameHelp.Subject(topic: .lookup, name: named.name))
    } + own(.lookup, Set(known.map(\.name))).map { CompletionItem($0, .module, rank: 2) }
  }

  func columns(of table: String) -> [CompletionItem] {
    (scope?.columns[table] ?? []).map { named in  // allowed: an unknown table has none
      CompletionItem(
        named.name, .field, form: named.form, rank: 2,
        subject: NameHelp.Subject(topic: .column, name: table + "." + named.name))
    }
  }

  func normalizers() -> [CompletionItem] {
    let known = scope?.normalizers ?? []  // allowed: no rules have loaded
    return known.map { named in
      CompletionItem(
        named.name, .function, title: named.form, rank: 2,
        subject: NameHelp.Subject(topic: .normalizer, name: named.name))
    } + own(.normalizer, Set(known.map(\.name))).map { CompletionItem($0, .function, rank: 2) }
  }

  func materials() -> [CompletionItem] {
    guard let facts = context.workspace.facts else { return [] }
    let kinds = scope?.materials ?? []  // allowed: no rules have loaded
    return kinds.map { kind in
      CompletionItem(
        kind, .enumMember, title: context.words(facts.title(of: MaterialKind(rawValue: kind))),
        rank: 2, subject: NameHelp.Subject(topic: .material, name: kind))
    }
  }

  func lists() -> [CompletionItem] {
    guard let facts = context.workspace.facts, let scope else { return [] }
    return scope.lists.sorted { $0.key < $1.key }.map { list, kind in
      CompletionItem(
        list, .module, title: context.words(facts.title(of: kind)), rank: 2,
        subject: NameHelp.Subject(topic: .material, name: kind.rawValue))
    }
  }

  func sources() -> [CompletionItem] {
    (scope?.sources ?? []).map { source in  // allowed: no rules have loaded
      CompletionItem(
        source.name, .reference, title: source.title.map(context.words), rank: 2,
        subject: NameHelp.Subject(topic: .source, name: source.name))
    }
  }

  /// - Parameter hasPatterns: Whether ids with `*` are offered too.
  func rules(withPatterns hasPatterns: Bool = false) -> [CompletionItem] {
    // allowed: no rules have loaded
    let rules = (context.workspace.library?.packs ?? []).flatMap(\.rules)
    var items = rules.map { rule in
      CompletionItem(
        rule.id, .event, title: context.words(rule.title), rank: 2,
        subject: NameHelp.Subject(topic: .rule, name: rule.id))
    }
    guard hasPatterns else { return items }
    let groups = Dictionary(grouping: rules) { rule in
      rule.id.split(separator: "-").dropLast().joined(separator: "-") + "-*"
    }
    items += groups.sorted { $0.key < $1.key }.map { pattern, rules in
      CompletionItem(
        pattern, .event,
        title: context.words("\(rules.count) 条规则", "\(rules.count) rules"), rank: 3)
    }
    return items
  }

  func packs() -> [CompletionItem] {
    (context.workspace.library?.packs ?? []).map { pack in  // allowed: no rules have loaded
      CompletionItem(
        pack.id, .file, title: context.words(pack.title), rank: 2,
        subject: NameHelp.Subject(topic: .pack, name: pack.id))
    }
  }

  func channels() -> [CompletionItem] {
    context.workspace.rules.channels.sorted { $0.key < $1.key }.map { channel, titles in
      CompletionItem(channel, .enumMember, title: titles.joined(separator: "、"), rank: 2)
    }
  }

  func profiles() -> [CompletionItem] {
    let names = context.workspace.files.flatMap(\.occurrences)
      .filter { $0.kind == .profile && $0.isDefinition }.map(\.name)
    return Set(names + ["default"]).sorted().map { CompletionItem($0, .enumMember, rank: 2) }
  }
}
