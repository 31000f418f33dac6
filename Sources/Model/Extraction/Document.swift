/// A document is a material found in a file: one license, one side of a card.
package struct Document: Hashable, Sendable {
  package var kind: MaterialKind
  /// The probability that the kind is right, 0 to 1.
  package var confidence: Double
  /// The pages of the file that it stands on, 0-based.
  package var pages: [Int]
  /// The clockwise turn, 0, 90, 180 or 270, that makes the page upright.
  package var rotationDegrees: Int
  /// Whether every label of its layout and all four corners were seen, so that a missing fact is known to be absent.
  package var isReadWhole: Bool
  package var facts: [Fact]
  /// What it looks like where it is no page, as a seal is.
  package var picture: DocumentPicture?
  /// Who stands below whom, where it is an organization chart or a contact list.
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
package struct PageSize: Hashable, Sendable {
  package enum Unit: String, Sendable {
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
package struct Extraction: Hashable, Sendable {
  /// The path is relative to the submission, or as it was given to `dossier extract`.
  package var file: String
  /// The type is recognized by content; it is `application/octet-stream` where none is recognized.
  package var mediaType: MediaType
  /// The SHA-256 of the bytes in lower-case hexadecimal; it is empty where they could not be read.
  package var digest: String
  package var pages: [PageSize]
  package var documents: [Document]
  /// What has facts without being a document: the file itself, its pictures and stamps, in the order of the pages.
  package var parts: [FilePart]
  package var notices: [Notice]
  /// Where text and unread pictures stand on the pages, so that reports can cover them.
  package var areas: [PageArea] = []
  /// What it says about DNS, so that the evidence of all files can be looked at together.
  package var names: [NameEvidence] = []

  package init(
    file: String, mediaType: MediaType, digest: String = "", pages: [PageSize] = [],
    documents: [Document] = [], parts: [FilePart] = [], notices: [Notice] = []
  ) {
    self.file = file
    self.mediaType = mediaType
    self.digest = digest
    self.pages = pages
    self.documents = documents
    self.parts = parts
    self.notices = notices
  }

  /// The facts of all parts, in their order; those of documents are not among them.
  package var facts: [Fact] { parts.flatMap(\.facts) }
}
