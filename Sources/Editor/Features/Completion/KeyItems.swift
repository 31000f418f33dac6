internal import CEL
internal import Model
internal import Rules
internal import Schema

/// The keys that a mapping may still be given.
struct KeyItems {
  let maker: CompletionMaker
  let mapping: OutlineNode
  let place: SchemaPlace

  private var context: FeatureContext { maker.context }
  private var starts: ValueStart {
    ValueStart(isFlow: mapping.isFlow || isInFlow, indent: extraIndent)
  }

  /// - Parameter hasColon: Whether a colon stands behind the key already: then the name alone is offered.
  func items(followedByColon hasColon: Bool) -> [CompletionItem] {
    var items: [CompletionItem] = []
    if place.definition == "check" { return verbs(hasColon) }
    for record in maker.walk.candidates(place.mappings, for: mapping) {
      // Several forms are left: each is known by its first key.
      let keys =
        place.mappings.count > 1 && !isMeant(record) ? record.keys.prefix(1) : record.keys[...]
      items += keys.enumerated().map { item($1, at: $0, hasColon) }
    }
    if place.values.contains(where: { if case .localized = $0 { true } else { false } }) {
      items += ["zh-CN", "en"].map { free($0, .field, title: ValueTitles.title(of: $0), hasColon) }
    }
    items += freeKeys(hasColon)
    return items.filter { !used.contains($0.label) }
  }

  private func isMeant(_ record: RecordSchema) -> Bool {
    record.keys.first.map { used.contains($0.name) } == true
  }

  /// The keys that stand there, the one being typed left out.
  private var used: Set<String> {
    Set(mapping.pairs.map(\.key).filter { !$0.unicodeScalars.contains(MarkedPlace.mark) })
  }

  private var isInFlow: Bool {
    maker.marked.path.steps.contains { step in
      switch step {
      case .key(_, let node), .item(_, let node): node.isFlow
      }
    }
  }

  /// How much deeper the key stands than its line begins: behind a dash.
  private var extraIndent: Int {
    let range = maker.marked.range
    let line = context.file.text.line(range.start.line).unicodeScalars
    return max(0, range.start.column - 1 - line.prefix { $0 == " " }.count)
      + (maker.marked.lead == "- " ? 2 : 0)
  }

  private func item(_ key: KeySchema, at index: Int, _ hasColon: Bool) -> CompletionItem {
    let isAlternative = place.mappings.contains { $0.alternatives.contains(key.name) }
    return CompletionItem(
      key.name, .field, title: context.words(key.summary),
      insert: hasColon ? key.name : key.name + ": ",
      snippet: hasColon
        ? nil : key.name + starts.snippet(key.value, of: key, context.file.schema),
      rank: key.isRequired ? 1 : isAlternative ? 2 : 3,
      subject: NameHelp.Subject(
        topic: .words,
        name: "`\(key.name)` — " + context.words(key.summary)
          + (key.isRequired ? context.words("（必填）", " (required)") : String())))
  }

  // MARK: Verbs

  /// Verbs, or once one stands there what else it takes.
  private func verbs(_ hasColon: Bool) -> [CompletionItem] {
    let records = maker.walk.candidates(place.mappings, for: mapping)
    let own = maker.scope?.verbs ?? []  // allowed: no rules have loaded, so no pack has a verb
    if records.count < place.mappings.count {
      return records.flatMap { $0.keys.dropFirst() }.enumerated()
        .map { item($1, at: $0, hasColon) }.filter { !used.contains($0.label) }
    }
    guard mapping.pairs.allSatisfy({ !own.map(\.name).contains($0.key) }) else {
      return [
        CompletionItem("null_means", .field, snippet: "null_means: ${1|pass,fail|}")
      ]
    }
    let builtIn = records.compactMap(\.keys.first).map { key in
      CompletionItem(
        key.name, .keyword, title: context.words(key.summary),
        insert: hasColon ? key.name : key.name + ": ",
        snippet: hasColon ? nil : verbSnippet(key, records), rank: 1,
        subject: NameHelp.Subject(topic: .verb, name: key.name))
    }
    return builtIn
      + own.map { verb in
        let count = verb.form.split(separator: ",").count
        let slots = (1...max(1, count)).map { "${\($0)}" }.joined(separator: ", ")
        return CompletionItem(
          verb.name, .keyword, title: verb.title.map(context.words),
          insert: hasColon ? verb.name : verb.name + ": ",
          snippet: hasColon ? nil : verb.name + ": [" + slots + "]", rank: 2,
          subject: NameHelp.Subject(topic: .verb, name: verb.name))
      }
  }

  /// A verb with places for its operands and for the options it has to have.
  private func verbSnippet(_ own: KeySchema, _ records: [RecordSchema]) -> String {
    let record = records.first { $0.keys.first?.name == own.name }
    // allowed: it is one of them
    let required = record?.keys.dropFirst().filter(\.isRequired) ?? []
    var text = own.name + VerbStart.operands(of: own.name, own.value)
    for (index, key) in required.enumerated() {
      text +=
        (mapping.isFlow || isInFlow ? ", " : "\n" + String(repeating: " ", count: extraIndent))
      text += key.name + ": " + VerbStart.option(key, index + 3)
    }
    return text
  }

  // MARK: Keys that are names

  private func free(
    _ name: String, _ kind: CompletionItem.Kind, title: LocalizedText?, _ hasColon: Bool,
    _ subject: NameHelp.Subject? = nil
  ) -> CompletionItem {
    CompletionItem(
      name, kind, title: title.map(context.words), insert: hasColon ? name : name + ": ",
      rank: 2, subject: subject)
  }

  private func freeKeys(_ hasColon: Bool) -> [CompletionItem] {
    let path = maker.marked.path
    let found: [CompletionItem]
    switch PlaceName(record: place.record?.name, key: place.key?.name) {
    case "TestKey.given": found = maker.names.facts(nil)
    case "TestKey.params", "OverrideKey.params": found = maker.names.parameters()
    case "PackKey.params" where context.workspace.client.knowsSnippets && !hasColon:
      return [SnippetItems(maker: maker).parameter]
    case "PackKey.lookups" where context.workspace.client.knowsSnippets && !hasColon:
      return [SnippetItems(maker: maker).lookup]
    case "PackKey.overrides": found = maker.names.rules(withPatterns: true)
    default:
      guard path.keys.count == 2, path.keys.first == "profiles" else { return [] }
      found = maker.names.rules(withPatterns: true)
    }
    return found.map { item in
      var item = item
      if !hasColon { item.insert += ": " }
      return item
    }
  }
}
