/// Where a demand is written: a law, a standard, a page of a platform or a house rule; a row of `sources.csv`.
package struct CitedSource: Hashable, Sendable {
  /// What rules and tables cite it by: `gb-32100-2015`.
  package let id: String
  /// As published, in the language of the publication.
  package let title: String
  /// The address, or publisher and number where no address is known.
  package let place: String
  /// When it was last seen there.
  package let seen: CalendarDate

  package init(id: String, title: String, place: String, seen: CalendarDate) {
    self.id = id
    self.title = title
    self.place = place
    self.seen = seen
  }
}
