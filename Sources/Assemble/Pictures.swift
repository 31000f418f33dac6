internal import Model

/// The pictures of a submission as elements of `documents.image`: each file, or each page of one, with its facts
/// `image.*`.
enum Pictures {
  static let materials = FactDeclaration(
    key: "image.materials", type: .list, summary: "The kinds of documents that the picture shows.",
    material: .image)

  /// In the order of files and pages.
  static func all(
    in extractions: [Extraction], documents: [PlacedDocument], minimumConfidence: Double
  ) -> [AssembledDocument] {
    let sorted = extractions.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    var pictures: [AssembledDocument] = []
    for extraction in sorted {
      let parts = extraction.parts.filter { $0.kind == .picture }
      let ofAll = parts.filter { $0.page == nil }.flatMap(\.facts)
      for part in parts {
        guard let page = part.page else { continue }
        let shown = documents.filter {
          $0.file == extraction.file && $0.document.pages.contains(page)
        }
        var own = (ofAll + part.facts).map {
          ResolvedFact($0, minimumConfidence: minimumConfidence)
        }
        own.append(kinds(of: shown, in: extraction, page: page))
        pictures.append(
          AssembledDocument(
            id: "p\(pictures.count + 1)", kind: .image, role: nil, confidence: 1,
            file: extraction.file, pages: [page],
            facts: Dictionary(own.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })))
      }
    }
    return pictures
  }

  /// What it shows; doubtful where its page is not understood.
  private static func kinds(
    of documents: [PlacedDocument], in extraction: Extraction, page: Int
  ) -> ResolvedFact {
    let codes: Set<NoticeCode> = [.kindUnknown, .kindAmbiguous, .pageUnreadable]
    let isOpen = extraction.notices.contains {
      codes.contains($0.code) && ($0.page == nil || $0.page == page)
    }
    let kinds = Set(documents.map(\.document.kind)).sorted()
    return ResolvedFact(
      key: materials.key, state: isOpen ? .doubtful : .known,
      value: .list(kinds.map { .string($0.rawValue) }), confidence: isOpen ? 0.5 : 1,
      evidence: [Evidence(file: extraction.file, page: page, method: .computed)])
  }
}
