/// What a roster says of a submission that no rule asks for: its region, whom to call.
package struct SubmissionLabel: Hashable, Sendable {
  /// The title of the column, as it was written.
  package var title: String
  package var value: String

  package init(title: String, value: String) {
    self.title = title
    self.value = value
  }
}
