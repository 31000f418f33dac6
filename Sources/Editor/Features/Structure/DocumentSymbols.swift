internal import CEL
internal import Model

extension Feature {
  /// What a file is made of, as a tree.
  static let documentSymbol = Feature(
    "textDocument/documentSymbol", announcedAs: "documentSymbolProvider"
  ) { context in
    .array(OutlineSymbol.all(in: context.file, context.locale).map { $0.value(context) })
  }
}

/// One entry of a file's outline.
struct OutlineSymbol {
  /// What an editor shows it as (LSP 3.17, `SymbolKind`).
  enum Kind: Int {
    case namespace = 3
    case package = 4
    case `class` = 5
    case field = 8
    case function = 12
    case constant = 14
    case structure = 23
    case event = 24
    case key = 20
  }

  let name: String
  /// What stands behind the name: a title, a default.
  let detail: String?
  let kind: Kind
  let range: SourceRange
  /// The part that is shown when it is chosen.
  let place: SourceRange
  let children: [OutlineSymbol]

  func value(_ context: FeatureContext) -> LSPValue {
    .members([
      "name": .string(name), "detail": detail.map(LSPValue.string), "kind": .int(kind.rawValue),
      "range": context.range(range), "selectionRange": context.range(place),
      "children": .array(children.map { $0.value(context) }),
    ])
  }

  static func all(in file: EditedFile, _ locale: ReportLocale) -> [OutlineSymbol] {
    let reader = SymbolReader(locale: locale)
    return file.outline.pairs.compactMap { pair in
      file.kind == .pack ? reader.ofPack(pair) : reader.other(pair, depth: 0)
    }
  }
}

/// Makes symbols of the parts of a file.
private struct SymbolReader {
  let locale: ReportLocale

  /// How deep files that are no packs are shown.
  private static let depthLimit = 3

  func ofPack(_ pair: OutlinePair) -> OutlineSymbol? {
    switch pair.key {
    case "schema": nil
    case "pack": symbol(pair, .package, name: pair.value["id"]?.text, detail: title(pair.value))
    case "params": entries(pair, .constant) { $0["default"]?.text ?? title($0) }
    case "lookups": entries(pair, .structure) { $0["file"]?.text ?? $0["key"]?.text }
    case "verbs": entries(pair, .function, title)
    case "normalizers", "overrides", "profiles": entries(pair, .field) { _ in nil }
    case "rules":
      symbol(pair, .namespace, children: pair.value.items.compactMap(rule))
    case "checklist":
      symbol(
        pair, .namespace,
        children: (pair.value["rows"]?.items ?? []).compactMap(row))  // allowed: no rows yet
    default: symbol(pair, .key)
    }
  }

  private func rule(_ node: OutlineNode) -> OutlineSymbol? {
    guard let id = node["id"]?.scalar, !id.text.isEmpty else { return nil }
    // allowed: a rule being written has no tests
    let tests = (node["tests"]?.items ?? []).enumerated().compactMap { test($1, number: $0 + 1) }
    let name = [id.text, title(node)].compactMap(\.self).joined(separator: " ")
    return OutlineSymbol(
      name: name, detail: node["severity"]?.text, kind: .class, range: node.range,
      place: id.textRange, children: tests)
  }

  private func test(_ node: OutlineNode, number: Int) -> OutlineSymbol? {
    guard !node.pairs.isEmpty else { return nil }
    let name = node["name"]?.text ?? LocalizedText("测试 \(number)", "test \(number)")[locale]
    return OutlineSymbol(
      name: name, detail: node["expect"]?.text, kind: .event, range: node.range,
      place: SourceRange(start: node.range.start, end: node.range.start), children: [])
  }

  private func row(_ node: OutlineNode) -> OutlineSymbol? {
    guard let number = node["row"]?.scalar, !number.text.isEmpty else { return nil }
    let claim = node["claim"].flatMap(localized)
    return OutlineSymbol(
      name: [number.text, claim].compactMap(\.self).joined(separator: " "),
      detail: node["standing"]?.text, kind: .field, range: node.range, place: number.textRange,
      children: [])
  }

  /// Any other file: its keys, as far down as a reader wants to see.
  func other(_ pair: OutlinePair, depth: Int) -> OutlineSymbol? {
    guard !pair.key.isEmpty else { return nil }
    let children = depth + 1 < Self.depthLimit ? pair.value : OutlineNode(.nothing, pair.range)
    let keys = children.pairs.compactMap { other($0, depth: depth + 1) }
    let items = children.items.compactMap(item)
    return symbol(pair, .key, detail: pair.value.text, children: keys + items)
  }

  /// An element of a list, by what it is called.
  private func item(_ node: OutlineNode) -> OutlineSymbol? {
    let called = ["key", "id", "rule", "fact", "name"].lazy.compactMap { node[$0]?.scalar }.first
    guard let called, !called.text.isEmpty else { return nil }
    return OutlineSymbol(
      name: called.text, detail: title(node), kind: .field, range: node.range,
      place: called.textRange, children: [])
  }

  private func entries(
    _ pair: OutlinePair, _ kind: OutlineSymbol.Kind, _ detail: (OutlineNode) -> String?
  ) -> OutlineSymbol? {
    let children = pair.value.pairs.compactMap {
      symbol($0, kind, detail: detail($0.value))
    }
    return symbol(pair, .namespace, children: children)
  }

  private func symbol(
    _ pair: OutlinePair, _ kind: OutlineSymbol.Kind, name: String? = nil, detail: String? = nil,
    children: [OutlineSymbol] = []
  ) -> OutlineSymbol? {
    guard !pair.key.isEmpty else { return nil }
    return OutlineSymbol(
      name: name ?? pair.key, detail: detail, kind: kind, range: pair.range, place: pair.keyRange,
      children: children)
  }

  private func title(_ node: OutlineNode) -> String? { node["title"].flatMap(localized) }

  private func localized(_ node: OutlineNode) -> String? {
    node[locale == .chinese ? "zh-CN" : "en"]?.text
  }
}
