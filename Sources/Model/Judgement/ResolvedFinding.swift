/// A finding of an earlier run that is there no more.
package struct ResolvedFinding: Hashable, Sendable {
  package var rule: String
  package var title: LocalizedText

  package init(rule: String, title: LocalizedText) {
    self.rule = rule
    self.title = title
  }
}
