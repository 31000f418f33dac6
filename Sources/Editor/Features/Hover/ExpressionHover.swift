internal import CEL
internal import Model
internal import Rules
internal import Schema

/// What there is to say of a part of an expression: its type, and what it comes to in the chosen submission.
struct ExpressionHover {
  let context: FeatureContext
  let scope: AuthoringScope?

  /// The words, with the extent of the smallest part around the position.
  var words: (String, SourceRange)? {
    guard let scope, let scalar = context.path.node.scalar, isExpression,
      case .success(let checked) = scope.compile(
        scalar.text, startingAt: scalar.textRange.start, margin: scalar.margin)
    else { return nil }
    guard let part = Self.smallest(in: checked.expression, at: context.position) else { return nil }
    var lines = ["```cel\n" + context.file.text.text(in: part.range) + "\n```"]
    if let type = checked.types[part.id] {
      lines.append(context.words("类型：", "type: ") + "`" + type.shown + "`")
    }
    if let value = value(of: part, in: checked) { lines.append(value) }
    let facts = part.names.filter { scope.fact($0) != nil }
    if !facts.isEmpty {
      let list = facts.map { "`" + $0 + "`" }.joined(separator: ", ")
      lines.append(context.words("所依据的事实：", "rests on: ") + list)
    }
    return (lines.joined(separator: "\n\n"), part.range)
  }

  private var isExpression: Bool {
    let place = context.file.walk?.place(at: context.path)
    switch PlaceName(record: place?.record?.name, key: place?.key?.name) {
    case "RuleKey.assert", "RuleKey.when", "CustomVerbKey.assert": return true
    default: return false
    }
  }

  private func value(of part: Expression, in checked: CheckedExpression) -> String? {
    guard let chosen = context.workspace.trials.chosen, let library = context.workspace.library,
      let rule = context.path.element(under: "rules")?["id"]?.text
    else { return nil }
    let head = context.words("在「\(chosen.name)」中：", "in \(chosen.name): ")
    switch library.values(of: checked, in: rule, on: chosen.facts)[part.id] {
    case .value(let value):
      let shown = ShownValue(context: context, scope: scope).text(value, restingOn: part.names)
      return head + "`" + shown + "`"
    case .unknown(let names):
      return head + context.words("未知，缺 ", "unknown, for want of ")
        + names.sorted().map { "`" + $0 + "`" }.joined(separator: ", ")
    case .failure: return head + context.words("求值出错", "it fails")
    case nil: return nil
    }
  }

  private static func smallest(in expression: Expression, at position: TextPosition) -> Expression?
  {
    guard expression.range.touches(position) else { return nil }
    var best = expression
    for child in expression.children {
      guard let found = smallest(in: child, at: position), isSmaller(found.range, best.range) else {
        continue
      }
      best = found
    }
    return best
  }

  /// Whether a range lies in another; of what macros are made of, much has the range of the whole.
  private static func isSmaller(_ inner: SourceRange, _ outer: SourceRange) -> Bool {
    outer.contains(inner) && inner != outer
  }
}
