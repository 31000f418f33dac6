/// A place on a page where something stands, without what it says: reports cover it on pictures of pages that
/// hold personal data.
package struct PageArea: Hashable, Sendable {
  package enum Content: String, Sendable {
    /// A line of text, read or not.
    case text
    /// A line with what looks like a person's phone or mailbox, or a number of 15 digits.
    case personalNumber = "personal_number"
    /// A line with what looks like an ID number of 18: a card may lie around it.
    case identityNumber = "identity_number"
    /// A picture on a page that was read by its text layer, so that nobody knows what it shows.
    case picture
  }

  /// The page is 0-based.
  package var page: Int
  /// The box is in the units of evidence.
  package var box: Quad
  package var content: Content

  package init(page: Int, box: Quad, content: Content) {
    self.page = page
    self.box = box
    self.content = content
  }
}
