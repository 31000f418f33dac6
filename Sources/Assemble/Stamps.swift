internal import Model

/// The round stamps of a submission as elements of `documents.stamp`: each that was read on a page picture, whatever
/// the page is.
enum Stamps {
  /// In the order of files and pages.
  static func all(in extractions: [Extraction], minimumConfidence: Double) -> [AssembledDocument] {
    let sorted = extractions.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    var stamps: [AssembledDocument] = []
    for extraction in sorted {
      for part in extraction.parts where part.kind == .stamp {
        let own = part.facts.map { ResolvedFact($0, minimumConfidence: minimumConfidence) }
        stamps.append(
          AssembledDocument(
            id: "s\(stamps.count + 1)", kind: .stamp, role: nil, confidence: 1,
            file: extraction.file, pages: [part.page].compactMap(\.self),
            facts: Dictionary(own.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })))
      }
    }
    return stamps
  }
}
