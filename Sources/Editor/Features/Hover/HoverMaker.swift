internal import CEL
internal import Model
internal import Rules
internal import Schema

/// Finds the smallest thing at a place that there is something to say of.
struct HoverMaker {
  let context: FeatureContext

  private var path: OutlinePath { context.path }

  var answer: LSPValue {
    let scope = context.workspace.scope(of: context.file, at: path)
    if let name = context.name, let text = words(of: name, scope) {
      return hover(text, name.range)
    }
    if let (text, range) = ExpressionHover(context: context, scope: scope).words {
      return hover(text, range)
    }
    if let (text, range) = wordOfAChoice { return hover(text, range) }
    return key
  }

  private func hover(_ text: String, _ range: SourceRange) -> LSPValue {
    .members([
      "contents": .members(["kind": "markdown", "value": .string(text)]),
      "range": context.range(range),
    ])
  }

  // MARK: Names

  private func words(of name: NameOccurrence, _ scope: AuthoringScope?) -> String? {
    if name.kind == .rulePattern {
      let rules = context.workspace.rules(matching: name.name)
      let lines = rules.prefix(20).map { "- `\($0.id)` " + context.words($0.title) }
      let head = context.words("\(rules.count) 条规则", "\(rules.count) rules")
      return ([head] + [lines.joined(separator: "\n")]).joined(separator: "\n\n")
    }
    guard let topic = Self.topics[name.kind] else { return nil }
    let help = NameHelp(context: context, scope: scope)
    return help.markdown(NameHelp.Subject(topic: topic, name: name.name))
  }

  private static let topics: [NameKind: NameHelp.Subject.Topic] = [
    .fact: .fact, .parameter: .parameter, .lookup: .lookup, .column: .column,
    .normalizer: .normalizer, .verb: .verb, .function: .function, .rule: .rule,
    .source: .source, .material: .material, .pack: .pack,
  ]

  // MARK: Keys and fixed words

  private var wordOfAChoice: (String, SourceRange)? {
    guard !path.isAtKey, let scalar = path.node.scalar, scalar.textRange.touches(context.position),
      let place = context.file.walk?.place(at: path),
      place.values.contains(where: { value in
        if case .choice(let names) = value { names.contains(scalar.text) } else { false }
      }), let title = ValueTitles.title(of: scalar.text)
    else { return nil }
    return ("`" + scalar.text + "` — " + context.words(title), scalar.textRange)
  }

  private var key: LSPValue {
    guard let pair = path.pair, path.isAtKey,
      let schema = context.file.walk?.place(at: path)?.key
    else { return .null }
    var lines = ["**\(schema.name)** — \(context.words(schema.summary))"]
    lines.append(
      schema.isRequired ? context.words("必填", "required") : context.words("可省略", "optional"))
    let choices = Self.choices(of: schema.value)
    if !choices.isEmpty {
      let shown = choices.map { name -> String in
        let title = ValueTitles.title(of: name).map { " — " + context.words($0) }
        // allowed: a word without a title says what it means
        return "- `" + name + "`" + (title ?? String())
      }
      lines.append(context.words("可取：", "one of:") + "\n" + shown.joined(separator: "\n"))
    }
    return hover(lines.joined(separator: "\n\n"), pair.keyRange)
  }

  private static func choices(of value: ValueSchema) -> [String] {
    switch value {
    case .choice(let names): names
    case .bool: ["true", "false"]
    case .constant(let text): [text]
    case .list(let element): choices(of: element)
    default: []
    }
  }
}
