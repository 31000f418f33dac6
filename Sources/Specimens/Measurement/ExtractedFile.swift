/// What `dossier extract --format json` prints, as far as it is compared.
struct ExtractedFiles: Decodable {
  let files: [ExtractedFile]
}

/// What was read of one file.
package struct ExtractedFile: Decodable {
  let file: String
  let documents: [ExtractedDocument]
  /// Of the file itself.
  let facts: [ExtractedFact]
}

/// What was read of one document, with its 0-based pages.
package struct ExtractedDocument: Decodable {
  let material: String
  let pages: [Int]
  let rotationDegrees: Int
  let facts: [ExtractedFact]

  private enum CodingKeys: String, CodingKey {
    case material, pages, facts
    case rotationDegrees = "rotation_degrees"
  }
}

/// One fact as it was read.
package struct ExtractedFact: Decodable {
  let key: String
  let value: TruthValue
  let confidence: Double
}
