/// A confirmer says who looked at a paper, and when.
package struct Confirmer: Hashable, Sendable {
  package var by: String
  package var on: CalendarDate
  package var note: String?

  package init(by: String, on: CalendarDate, note: String? = nil) {
    self.by = by
    self.on = on
    self.note = note
  }
}
