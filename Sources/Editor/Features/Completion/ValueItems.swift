internal import CEL
internal import Model
internal import Rules
internal import Schema

/// What may stand at a value's place: names of the kind that the place asks for, or words of a fixed choice.
struct ValueItems {
  let maker: CompletionMaker
  let path: OutlinePath
  let place: SchemaPlace

  init(maker: CompletionMaker, path: OutlinePath? = nil, place: SchemaPlace? = nil) {
    self.maker = maker
    self.path = path ?? maker.marked.path
    self.place = place ?? maker.place
  }

  private var context: FeatureContext { maker.context }
  private var names: NameItems { maker.names }

  var items: [CompletionItem] { named ?? operands ?? given ?? words }

  /// A value of a fact that a test gives.
  private var given: [CompletionItem]? {
    let keys = path.keys
    guard keys.count > 1, keys[keys.count - 2] == "given", let key = keys.last,
      let fact = maker.scope?.fact(key)
    else { return nil }
    if fact.type == .bool { return ["true", "false"].map(word) }
    var items: [CompletionItem] = []
    if let example = context.workspace.fact(fact.key)?.example {
      let shown =
        fact.type == .list
        ? "[" + example.split(separator: "、").joined(separator: ", ") + "]" : example
      items.append(
        CompletionItem(
          shown, .value, form: fact.type.rawValue, title: context.words("例", "an example"), rank: 1)
      )
    }
    if fact.isNullable { items.append(word("null")) }
    return items
  }

  /// Names, where the place asks for one kind of them.
  private var named: [CompletionItem]? {
    // A list's own place asks for its elements, not for a name.
    if case .list? = place.values.first { return nil }
    switch PlaceName(record: place.record?.name, key: place.key?.name) {
    case "RuleKey.materials", "TestKey.absent", "RequiredMaterialKey.material":
      return names.materials()
    case "IterationKey.in": return names.lists()
    case "ParameterOperandKey.param": return names.parameters()
    case "CellKey.lookup": return names.lookups()
    case "CellKey.column": return mapping?["lookup"]?.text.map(names.columns)
    case "AppliedKey.fact": return names.facts(nil)
    case "AppliedKey.apply": return ExpressionItems(maker: maker).applicable
    case "BasisKey.ref", "ChecklistKey.source": return names.sources()
    case "ChecklistRowKey.rules", "WaiverKey.rule": return names.rules()
    case "ParentKey.pack", "ProjectKey.packs": return names.packs()
    case "ProjectKey.profile": return names.profiles()
    case "ProjectKey.channel", "AppliesToKey.channels": return names.channels()
    case "AppliesToKey.subjects", "TestKey.doubtful", "TestKey.because", "ConfirmationKey.fact",
      "WaiverKey.facts":
      return names.facts(nil)
    default: return place.key?.name == "normalize" ? names.normalizers() : nil
    }
  }

  /// The mapping that the place is a key of.
  private var mapping: OutlineNode? {
    for case .key(_, let mapping) in path.steps.reversed() { return mapping }
    return nil
  }

  // MARK: Operands

  private var operands: [CompletionItem]? {
    guard place.definition == "operand" else { return nil }
    let slot = OperandSlot(place)
    let isFlow = path.steps.contains { step in
      switch step {
      case .key(_, let node), .item(_, let node): node.isFlow
      }
    }
    let facts = names.facts(slot.fits)
    let parameters = names.parameters().map { item in
      var made = item
      made.label = "{param: " + item.label + "}"
      made.insert = made.label
      made.rank = 4
      return made
    }
    return facts + (isFlow || !maker.marked.typed.hasPrefix("{") ? parameters : [])
      + SnippetItems.operands(context)
  }

  // MARK: Fixed words

  private var words: [CompletionItem] {
    place.values.flatMap { value -> [CompletionItem] in
      switch value {
      case .choice(let names): names.map(word)
      case .bool: ["true", "false"].map(word)
      case .constant(let text): [word(text)]
      default: []
      }
    }
  }

  private func word(_ name: String) -> CompletionItem {
    CompletionItem(
      name, .enumMember, title: ValueTitles.title(of: name).map(context.words), rank: 1)
  }
}

/// What types the slot of a verb takes.
struct OperandSlot {
  /// `nil` where any type will do.
  let fits: ((CELType) -> Bool)?

  init(_ place: SchemaPlace) {
    let prefix = "check "
    guard let record = place.record?.name, record.hasPrefix(prefix) else {
      fits = nil
      return
    }
    let verb = String(record.dropFirst(prefix.count))
    switch (verb, place.key?.name) {
    case (_, "margin_before"), (_, "margin_after"): fits = { Self.plain($0) == .duration }
    case ("before", _), ("after", _), ("within", _): fits = { Self.plain($0) == .date }
    case ("at_least", _), ("at_most", _):
      fits = { [.int, .double, .duration].contains(Self.plain($0)) }
    case ("similar", "similar"), ("matches", "matches"), ("checksum", _):
      fits = { Self.plain($0) == .string }
    case ("contains", "contains"): fits = { Self.isList($0) || Self.plain($0) == .string }
    case ("unique", "unique"), ("subset_of", "subset_of"), ("superset_of", "superset_of"),
      ("one_of", "values"):
      fits = Self.isList
    default: fits = nil
    }
  }

  private static func plain(_ type: CELType) -> CELType {
    if case .nullable(let inner) = type { inner } else { type }
  }

  private static func isList(_ type: CELType) -> Bool {
    if case .list = plain(type) { true } else { false }
  }
}
