import Model
import Native
import ReadingBench
import Recognition
import Seals
import Testing

@testable import Papers

/// A page of text as a text document gives it: rows as they are written, `>` before those at the right.
struct TextPage {
  static let catalogue = MaterialCatalogue.load(folder: SharedReader.checkout + "/rules/materials")

  let documents: [Document]
  let notices: [Notice]

  init(_ text: String) throws {
    let materials = try #require(Self.catalogue.catalogue)
    let rows = text.split(separator: "\n").map(String.init)
    let body = rows.map { row in
      let isRight = row.hasPrefix(">")
      let alignment = isRight ? "<w:pPr><w:jc w:val=\"right\"/></w:pPr>" : ""
      return "<w:p>\(alignment)<w:r><w:t>\(row.drop { $0 == ">" })</w:t></w:r></w:p>"
    }.joined()
    var document = WordDocument()
    document.addBody(
      try XMLDocument.root(
        of: Array(
          "<w:document xmlns:w=\"urn:w\"><w:body>\(body)</w:body></w:document>".utf8)))
    let layer = WordLayer(document)
    let found = PageDocuments(
      page: RecognizedPage(
        lines: layer.lines, width: layer.width, height: layer.height, rotationDegrees: 0),
      tools: PageTools(
        materials: materials, reader: nil, trust: SignatureTrust(store: nil), tables: nil),
      place: PagePlace(file: "a.docx", page: 0, toEvidence: { $0 }, method: .textLayer), codes: [],
      colour: nil)
    documents = found.documents
    notices = found.notices
  }

  /// What is said surely, by the facts' keys.
  var sure: [String: String] {
    Dictionary(
      documents.flatMap(\.facts).filter { $0.confidence >= 0.85 }.map {
        ($0.key, $0.value.display)
      },
      uniquingKeysWith: { $1 })
  }

  /// Fields that were left empty, by their facts.
  var blank: [String] {
    notices.filter { $0.code == .fieldBlank }.compactMap { $0.details["fact"] }
  }
}

extension Value {
  /// As short as it can be told.
  fileprivate var display: String {
    switch self {
    case .string(let text): text
    case .date(let date): date.iso
    default: "\(self)"
    }
  }
}
