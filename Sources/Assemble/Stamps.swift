internal import Model

/// The round stamps of a submission as elements of `documents.stamp`: each that was read on a page picture, whatever
/// the page is.
enum Stamps {
  /// In the order of files and pages.
  static func all(in extractions: [Extraction], minimumConfidence: Double) -> [AssembledDocument] {
    let sorted = extractions.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    var stamps: [AssembledDocument] = []
    for extraction in sorted {
      var places: [Place] = []
      var facts: [Place: [Fact]] = [:]
      for fact in extraction.facts where fact.key.hasPrefix("stamp.") {
        guard let evidence = fact.evidence.first, let box = evidence.box else { continue }
        let place = Place(page: evidence.page, box: box)
        if facts[place] == nil { places.append(place) }
        facts[place, default: []].append(fact)
      }
      for place in places {
        let own = facts[place, default: []].map { fact in
          ResolvedFact(
            key: fact.key, state: fact.confidence < minimumConfidence ? .doubtful : .known,
            value: fact.value, confidence: fact.confidence, evidence: fact.evidence)
        }
        stamps.append(
          AssembledDocument(
            id: "s\(stamps.count + 1)", kind: .stamp, role: nil, confidence: 1,
            file: extraction.file, pages: [place.page].compactMap(\.self),
            facts: Dictionary(own.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })))
      }
    }
    return stamps
  }

  /// Where a stamp stands: its facts have this in common.
  private struct Place: Hashable {
    let page: Int?
    let box: Quad
  }
}
