package import Model
package import Rules

/// The submissions that rules are evaluated on while they are edited.
package struct Trials {
  /// The folder that was chosen; `nil` where none was.
  package var path: String?
  package var cases: [EditorCase] = []
  /// The one whose values are shown.
  package var chosen: EditorCase?
  /// The cases made ready, for the facts that the rules knew then.
  private var ready: RuleCases?
  /// By rule, what it said when the rules were last saved or the cases chosen.
  package var before: [String: [Verdict]] = [:]

  package init() {}

  /// Returns the cases made ready for judging by a library.
  package mutating func prepared(_ library: RuleLibrary) -> RuleCases {
    if let ready, ready.areFor(library) { return ready }
    let made = library.cases(cases.map(\.facts))
    ready = made
    return made
  }

  /// Takes other submissions.
  package mutating func choose(_ path: String, _ cases: [EditorCase]) {
    self.path = path
    self.cases = cases
    chosen = cases.count == 1 ? cases.first : nil
    ready = nil
    before = [:]
  }
}
