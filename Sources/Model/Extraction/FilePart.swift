/// A part of a file that has facts and is no document.
package struct FilePart: Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// The file itself.
    case file
    /// A page that is a picture; without a page all such pages of the file.
    case picture
    /// A round stamp seen on a page.
    case stamp
  }

  package let kind: Kind
  /// The page is 0-based.
  package let page: Int?
  /// Where a stamp stands, in the coordinates of evidence.
  package let box: Quad?
  package var facts: [Fact]

  package init(_ kind: Kind, page: Int? = nil, box: Quad? = nil, facts: [Fact]) {
    self.kind = kind
    self.page = page
    self.box = box
    self.facts = facts
  }
}
