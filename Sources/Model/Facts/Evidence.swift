/// How a fact came to be known.
///
/// The raw values are those of report.json.
package enum EvidenceMethod: String, Codable, Sendable {
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
}

/// Where a fact came from.
package struct Evidence: Hashable, Codable, Sendable {
  /// Relative to the submission; as given for `dossier extract`.
  package var file: String
  /// 0-based page; `nil` where the file has no pages or the fact is about the whole file.
  package var page: Int?
  /// In the picture's pixels (EXIF orientation applied) or the unrotated page's points.
  package var box: Quad?
  package var method: EvidenceMethod
  /// The text as it stood, before normalization.
  package var raw: String?
  /// 1-based line and column, for declared values.
  package var position: TextPosition?
  /// What else the line could say; kept for value lines read by OCR, never written to reports.
  package var lattices: [Lattice]?

  package init(
    file: String, page: Int? = nil, box: Quad? = nil, method: EvidenceMethod, raw: String? = nil,
    position: TextPosition? = nil, lattices: [Lattice]? = nil
  ) {
    self.file = file
    self.page = page
    self.box = box
    self.method = method
    self.raw = raw
    self.position = position
    self.lattices = lattices
  }
}

extension Evidence {
  /// Goes by the place and the text: a lattice takes a hundred times as long and tells no two of them apart.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(page)
    hasher.combine(box)
    hasher.combine(method)
    hasher.combine(raw)
  }
}

/// A place in a text file; both 1-based, columns in Unicode scalars.
package struct TextPosition: Hashable, Codable, Sendable, Comparable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
