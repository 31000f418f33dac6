internal import CEL
internal import Model
internal import Rules

/// Tests that a rule lacks: a verdict that none comes to, a part that none makes true or false.
enum TestActions {
  static func make(_ place: ActionPlace) -> [EditorAction] {
    guard let (_, id) = place.rule, let library = place.library else { return [] }
    return library.missingTests(of: id).filter { $0.file == place.file.path }.map { test in
      let end = place.file.text.scalarCount(ofLine: test.line) + 1
      let position = TextPosition(line: test.line, column: test.column ?? end)
      let text = test.column == nil ? "\n" + test.text : test.text
      let verdict = test.verdict.rawValue
      let (chinese, english): (String, String)
      if let part = test.branch {
        let outcome = part.outcome ? ("成立", "holds") : ("不成立", "does not hold")
        (chinese, english) = (
          "加一个测试（\(verdict)）：\(part.expression) \(outcome.0)",
          "add a test (\(verdict)) in which \(part.expression) \(outcome.1)"
        )
      } else {
        (chinese, english) = ("加一个结论为 \(verdict) 的测试", "add a test whose verdict is \(verdict)")
      }
      return place.action(chinese, english, as: .rewrite, [(SourceRange(position), text)])
    }
  }
}
