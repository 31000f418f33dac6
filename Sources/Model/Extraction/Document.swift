/// A material found in a file: one license, one side of a card.
package struct Document: Hashable, Codable, Sendable {
  package var kind: MaterialKind
  /// The probability that the kind is right, 0 to 1.
  package var confidence: Double
  /// 0-based pages of the file.
  package var pages: [Int]
  /// The clockwise turn, 0, 90, 180 or 270, that makes the page upright.
  package var rotationDegrees: Int
  /// Whether every label of its layout and all four corners were seen, so that absence can be told.
  package var isReadWhole: Bool
  package var facts: [Fact]
  /// What it looks like, where it is no page.
  package var picture: DocumentPicture?
  /// Of an organization chart or a contact list: who stands below whom.
  package var hierarchy: Hierarchy?

  package init(
    kind: MaterialKind, confidence: Double, pages: [Int], rotationDegrees: Int,
    isReadWhole: Bool, facts: [Fact], picture: DocumentPicture? = nil, hierarchy: Hierarchy? = nil
  ) {
    self.kind = kind
    self.confidence = (min(1, max(0, confidence)) * 1000).rounded() / 1000
    self.pages = pages
    self.rotationDegrees = rotationDegrees
    self.isReadWhole = isReadWhole
    self.facts = facts
    self.picture = picture
    self.hierarchy = hierarchy
  }
}

/// The size of a page: a picture's pixels with EXIF orientation applied, or a PDF's points.
package struct PageSize: Hashable, Codable, Sendable {
  package enum Unit: String, Codable, Sendable {
    case pixels = "px"
    case points = "pt"
  }

  package var width: Double
  package var height: Double
  package var unit: Unit

  package init(width: Double, height: Double, unit: Unit) {
    self.width = width
    self.height = height
    self.unit = unit
  }
}

/// Everything that was read from one file.
///
/// It never fails as a whole: what was not read is a notice.
package struct Extraction: Hashable, Codable, Sendable {
  /// Relative to the submission; as given for `dossier extract`.
  package var file: String
  /// By content, `application/octet-stream` where it is not known.
  package var mediaType: MediaType
  /// Lower-case hexadecimal SHA-256 of the bytes; empty where they could not be read.
  package var digest: String
  package var pages: [PageSize]
  package var documents: [Document]
  /// Facts of the file itself (`image.*`, `pdf.*`).
  package var facts: [Fact]
  package var notices: [Notice]
  /// Where text and unread pictures stand on the pages, for covering them.
  package var areas: [PageArea] = []
  /// What it says about DNS, for looking at it together with other files.
  package var names: [NameEvidence] = []

  package init(
    file: String, mediaType: MediaType, digest: String = "", pages: [PageSize] = [],
    documents: [Document] = [], facts: [Fact] = [], notices: [Notice] = []
  ) {
    self.file = file
    self.mediaType = mediaType
    self.digest = digest
    self.pages = pages
    self.documents = documents
    self.facts = facts
    self.notices = notices
  }
}
