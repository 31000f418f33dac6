/// A rule as it applies, with what made it so.
package struct RuleListItem: Hashable, Sendable {
  package let id: String
  package let title: LocalizedText
  package let severity: Severity
  package let pack: String
  package let materials: [String]
  package let tags: [String]
  package let testCount: Int
  package let isEnabled: Bool
  /// What overrides changed, with their reasons and packs.
  package let changes: [LocalizedText]

  package init(
    id: String, title: LocalizedText, severity: Severity, pack: String, materials: [String],
    tags: [String], testCount: Int, isEnabled: Bool, changes: [LocalizedText]
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.pack = pack
    self.materials = materials
    self.tags = tags
    self.testCount = testCount
    self.isEnabled = isEnabled
    self.changes = changes
  }
}
