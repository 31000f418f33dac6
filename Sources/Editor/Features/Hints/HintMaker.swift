internal import CEL
internal import Model
internal import Rules

/// Writes types of facts, values of parameters, and what changes to rules change, beside them.
struct HintMaker {
  let context: FeatureContext
  let range: SourceRange

  /// Kinds of hints (LSP 3.17, `InlayHintKind`).
  private enum Kind: Int { case type = 1, parameter = 2 }

  /// A longer value would hide the text.
  private static let limit = 40

  var hints: [LSPValue] { operands + parameters + changes + waived }

  private func hint(
    _ text: String, at position: TextPosition, _ kind: Kind?, tooltip: String? = nil,
    isPadded: Bool = false
  ) -> LSPValue {
    let shown = text.count > Self.limit ? String(text.prefix(Self.limit)) + "…" : text
    return .members([
      "position": FeatureContext.position(position, in: context.file.text, context.encoding),
      "label": .string(shown), "kind": kind.map { .int($0.rawValue) },
      "tooltip": tooltip.map(LSPValue.string), "paddingLeft": isPadded ? true : nil,
    ])
  }

  private func isShown(_ place: SourceRange) -> Bool {
    place.end >= range.start && place.start <= range.end
  }

  // MARK: Facts and parameters

  /// Types of the facts that verbs compare; a text is what one takes a fact to be.
  private var operands: [LSPValue] {
    guard context.file.kind == .pack, let walk = context.file.walk else { return [] }
    var found: [LSPValue] = []
    context.file.outline.walk { path in
      guard let scalar = path.node.scalar, isShown(scalar.textRange),
        walk.place(at: path)?.definition == "operand",
        let fact = context.workspace.scope(of: context.file, at: path)?.fact(scalar.text)
      else { return }
      let type = fact.type.rawValue + (fact.isNullable ? "?" : "")
      guard type != "string" else { return }
      found.append(
        hint(": " + type, at: scalar.textRange.end, .type, tooltip: context.words(fact.label)))
    }
    return found
  }

  private var parameters: [LSPValue] {
    let names = context.file.occurrences.filter {
      $0.kind == .parameter && !$0.isDefinition && isShown($0.range)
    }
    guard !names.isEmpty else { return [] }
    let scope = context.workspace.scope(
      of: context.file, at: context.file.outline.path(to: range.start))
    return names.compactMap { name in
      guard let found = scope?.parameters.first(where: { $0.name == name.name }),
        !isSetHere(name.range)
      else { return nil }
      return hint(
        "= " + found.content, at: name.range.end, .parameter,
        tooltip: found.title.map(context.words), isPadded: true)
    }
  }

  /// Whether a value stands behind the name: it is a key.
  private func isSetHere(_ range: SourceRange) -> Bool {
    let line = context.file.text.line(range.end.line).unicodeScalars
    return line.dropFirst(range.end.column - 1).first == ":"
  }

  // MARK: Changes to rules

  private var changes: [LSPValue] {
    let root = context.file.outline
    // allowed: a pack need have none
    let profiles = root["profiles"]?.pairs.flatMap(\.value.pairs) ?? []
    let overrides = root["overrides"]?.pairs ?? []  // allowed: a pack need have none
    return (overrides + profiles).filter { isShown($0.keyRange) }.compactMap { pair in
      let end = TextPosition(
        line: pair.keyRange.start.line,
        column: context.file.text.scalarCount(ofLine: pair.keyRange.start.line) + 1)
      return words(of: pair.key).map { hint($0, at: end, nil, isPadded: true) }
    }
  }

  private var waived: [LSPValue] {
    guard context.file.kind == .waivers else { return [] }
    return context.file.occurrences.filter { $0.kind == .rule && isShown($0.range) }
      .compactMap { name in
        words(of: name.name).map { hint($0, at: name.range.end, nil, isPadded: true) }
      }
  }

  /// A rule's severity and title; of an id with `*` how many rules it means.
  private func words(of id: String) -> String? {
    if id.contains("*") {
      let count = context.workspace.rules(matching: id).count
      return context.words("\(count) 条规则", count == 1 ? "1 rule" : "\(count) rules")
    }
    guard let rule = context.workspace.rule(id)?.rule else { return nil }
    // allowed: every severity has a title
    let severity = ValueTitles.title(of: rule.severity.rawValue).map(context.words) ?? String()
    return severity + " · " + context.words(rule.title)
  }
}
