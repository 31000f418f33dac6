internal import CEL
internal import Model
internal import Rules

/// Writes a check by a verb as CEL, where the rules come out the same.
enum CELCheckActions {
  static func make(_ place: ActionPlace) -> [EditorAction] {
    guard let (node, id) = place.rule, !node.isFlow, let library = place.library,
      let pair = node.pairs.first(where: { $0.key == "check" || $0.key == "assert" }),
      pair.range.start.line <= place.range.start.line,
      place.range.start.line <= pair.range.end.line
    else { return [] }
    if pair.key == "assert" {
      guard let verb = library.verb(ofAssertionIn: id) else { return [] }
      return [
        place.action(
          "改写为动词：\(verb)", "write it with a verb: \(verb)", as: .rewrite,
          [(pair.range, "check: \(verb)")])
      ]
    }
    guard let text = library.assertion(ofCheckIn: id) else { return [] }
    let indent = String(repeating: " ", count: pair.keyRange.start.column + 1)
    return [
      place.action(
        "改写为 CEL", "write the check as CEL", as: .rewrite,
        [(pair.range, "assert: |-\n" + indent + text)])
    ]
  }
}
