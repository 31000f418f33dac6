/// How a fact came to be known.
///
/// The raw values are those of report.json.
package enum EvidenceMethod: String, Sendable {
  case ocr
  /// Read by OCR and repaired within the recognizer's own alternatives by check digits.
  case ocrChecksum = "ocr+checksum"
  case textLayer = "text_layer"
  case qr
  case exif
  case der
  case xml
  case dns
  case declared
  case computed
  /// Seen on the paper by a person, who answers for it.
  case person
}

/// Evidence says where a fact came from.
package struct Evidence: Hashable, Sendable {
  /// The path is relative to the submission, or as it was given to `dossier extract`.
  package var file: String
  /// The page is 0-based; it is `nil` where the file has no pages or the fact is about the whole file.
  package var page: Int?
  /// The box is in the picture's pixels (EXIF orientation applied) or in the unrotated page's points.
  package var box: Quad?
  package var method: EvidenceMethod
  /// The text as it stood on the paper, before it was normalized.
  package var raw: String?
  /// Line and column (1-based) where the evidence is a text file.
  package var position: TextPosition?
  /// What else the line could say; kept for value lines read by OCR, never written to reports.
  package var lattices: [Lattice]?
  /// Who saw it, where ``method`` is ``EvidenceMethod/person``.
  package var confirmer: Confirmer?

  package init(
    file: String, page: Int? = nil, box: Quad? = nil, method: EvidenceMethod, raw: String? = nil,
    position: TextPosition? = nil, lattices: [Lattice]? = nil, confirmer: Confirmer? = nil
  ) {
    self.file = file
    self.page = page
    self.box = box
    self.method = method
    self.raw = raw
    self.position = position
    self.lattices = lattices
    self.confirmer = confirmer
  }
}

extension Evidence {
  /// Hashes the place and the text: a lattice takes a hundred times as long and tells no two of them apart.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(page)
    hasher.combine(box)
    hasher.combine(method)
    hasher.combine(raw)
  }
}

extension [Evidence] {
  /// The same places, for what is computed from what they say.
  package var computed: [Evidence] {
    map { item in
      var item = item
      item.method = .computed
      return item
    }
  }
}
