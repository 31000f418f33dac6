internal import CEL
internal import Model
internal import Rules
internal import Schema

/// Finds out what kind of thing a cursor is at, and gathers what may be written there.
struct CompletionMaker {
  let context: FeatureContext
  let marked: MarkedPlace
  let walk: SchemaWalk
  let scope: AuthoringScope?
  /// What the schema says of the mapping whose key is typed, or of the text.
  let place: SchemaPlace

  /// Makes nothing of files without a schema, and in comments.
  init?(_ context: FeatureContext) {
    guard let marked = MarkedPlace.find(in: context.file.text, at: context.position),
      let walk = context.file.walk ?? context.workspace.schema(of: .pack).map(SchemaWalk.init),
      let place = walk.place(at: marked.path)
    else { return nil }
    self.context = context
    self.marked = marked
    self.walk = walk
    self.place = place
    scope = context.workspace.scope(of: context.file, at: marked.path)
  }

  var names: NameItems { NameItems(context: context, scope: scope) }

  var list: CompletionList? {
    switch marked.spot {
    case .key(let pair):
      var list = CompletionList(range: marked.range, typed: marked.typed, lead: marked.lead)
      let keys = KeyItems(maker: self, mapping: marked.path.node, place: place)
      list.items = keys.items(followedByColon: pair.hasColon)
      return list
    case .value(let scalar): return value(scalar)
    }
  }

  // MARK: Values

  private func value(_ scalar: OutlineScalar) -> CompletionList? {
    if isExpression { return ExpressionItems(maker: self).list(in: scalar) }
    if isTemplate { return PlaceholderItems(maker: self).list(in: scalar) }
    guard !scalar.isBlock, marked.range.start.line == marked.range.end.line else { return nil }
    var list = CompletionList(range: marked.range, typed: marked.typed, lead: marked.lead)
    let values = ValueItems(maker: self)
    if isOnOwnLine {
      // Below a key, or behind a dash: mappings and lists begin here.
      list.items += KeyItems(maker: self, mapping: marked.path.node, place: place)
        .items(followedByColon: false)
      if let element, !isAtItem {
        list.items += ValueItems(maker: self, path: element.path, place: element.place).items
        list.items += SnippetItems(maker: self).items(of: element.place)
        list.lead = marked.lead + "- "
        return list
      }
      list.items += SnippetItems(maker: self).items(of: place)
      list.items += values.items
      return list
    }
    list.items = values.items + SnippetItems(maker: self).inline(place)
    if list.items.isEmpty, let element, scalar.style == .plain {
      list.items = ValueItems(maker: self, path: element.path, place: element.place).items
      list.items += SnippetItems(maker: self).inline(element.place)
      list.lead = marked.lead + "["
      list.tail = "]"
    }
    return list
  }

  /// Whether the mark is an element of a list and not the value of a key.
  private var isAtItem: Bool {
    if case .item = marked.path.steps.last { true } else { false }
  }

  /// The place of an element, where a list may stand at the mark.
  private var element: (path: OutlinePath, place: SchemaPlace)? {
    let step = OutlinePath.Step.item(0, of: marked.path.node)
    let path = OutlinePath(
      steps: marked.path.steps + [step], node: marked.path.node, isAtKey: false)
    return walk.place(at: path).map { (path, $0) }
  }

  /// Whether nothing but a dash stands before the mark on its line.
  private var isOnOwnLine: Bool {
    let before = context.file.text.line(marked.range.start.line).unicodeScalars
      .prefix(marked.range.start.column - 1)
    guard before.allSatisfy({ $0 == " " || $0 == "-" }) else { return false }
    return true
  }

  /// Whether CEL stands at the mark.
  var isExpression: Bool {
    guard case .value(let scalar) = marked.spot else { return false }
    switch PlaceName(record: place.record?.name, key: place.key?.name) {
    case "RuleKey.assert", "CustomVerbKey.assert": return true
    case "RuleKey.when":
      return scalar.isBlock || scalar.style != .plain || scalar.text.contains(" ")
    default: return false
    }
  }

  /// Whether the text may have placeholders in it.
  private var isTemplate: Bool {
    guard let key = marked.path.keys.last, ["zh-CN", "en"].contains(key) else { return false }
    let holder = marked.path.keys.dropLast().last
    return holder == "message" || holder == "fix" || holder == "detail"
  }
}
