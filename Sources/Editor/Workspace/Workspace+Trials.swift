package import Model
package import Rules

extension Workspace {
  /// Takes the submissions at a path to evaluate rules on.
  ///
  /// - Throws: ``EditorRefusal`` where there is none, or they cannot be read.
  package func choose(_ path: String) async throws(EditorRefusal) {
    switch await sources.cases(path) {
    case .failure(let refusal): throw refusal
    case .success(let cases):
      guard !cases.isEmpty else {
        throw EditorRefusal("「\(path)」中没有提交", "there is no submission in \(path)")
      }
      trials.choose(path, cases)
    }
  }

  /// Returns what a rule says of all chosen submissions; `nil` without submissions or such a rule.
  package func verdicts(of rule: String) -> [Verdict]? {
    guard !trials.cases.isEmpty, let library else { return nil }
    let cases = trials.prepared(library)
    guard let verdicts = library.verdicts(of: rule, on: cases) else { return nil }
    if trials.before[rule] == nil { trials.before[rule] = verdicts }
    return verdicts
  }

  /// Returns the rules as they now are.
  ///
  /// - Throws: ``EditorRefusal`` while a file has an error: what an older text did tells nothing of this one.
  package func currentLibrary() throws(EditorRefusal) -> RuleLibrary {
    if let library = rules.library { return library }
    let count = rules.diagnostics.count { $0.level == .error }
    throw EditorRefusal("规则有 \(count) 处错误，请先改正", "the rules have \(count) errors: mend them first")
  }

  package func words(_ chinese: String, _ english: String) -> String {
    LocalizedText(chinese, english)[locale]
  }

  /// What rules say now is what later edits are compared with.
  package func rememberVerdicts() { trials.before = [:] }
}
