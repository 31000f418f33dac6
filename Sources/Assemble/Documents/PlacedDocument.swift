internal import Model

/// A document with the file it was found in and its id.
struct PlacedDocument: Hashable, Sendable {
  /// `m1`, `m2` and so on in the order of files and pages.
  let id: String
  let file: String
  let document: Document

  /// Where it begins, for what is computed of the whole of it.
  var place: Evidence { Evidence(file: file, page: document.pages.first, method: .computed) }

  /// All documents, sorted by file, first page and kind, so that the order of reading does not matter.
  static func all(in extractions: [Extraction]) -> [PlacedDocument] {
    let found = extractions.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
      .flatMap { extraction in
        extraction.documents.enumerated().sorted { left, right in
          let leftPlace = (left.element.pages.first ?? .max, left.element.kind, left.offset)
          let rightPlace = (right.element.pages.first ?? .max, right.element.kind, right.offset)
          return leftPlace < rightPlace
        }.map { (file: extraction.file, document: $0.element) }
      }
    return found.enumerated().map { index, found in
      PlacedDocument(id: "m\(index + 1)", file: found.file, document: found.document)
    }
  }

  /// The likeliest fact under a key; `nil` where there is none.
  func fact(_ key: String) -> Fact? {
    document.facts.filter { $0.key == key }.max { $0.confidence < $1.confidence }
  }

  /// A text fact's value in a profile's form.
  func text(_ key: String, profile: String) -> String? {
    fact(key)?.value.string.flatMap { TextNormalization.normalized($0, profile: profile) }
  }

  /// How much of it was read: the sum of its facts' confidences.
  var legibility: Double { document.facts.reduce(0) { $0 + $1.confidence } }
}

extension [PlacedDocument] {
  /// The documents in groups of those that are the same, directly or through others; in order.
  func grouped(bySame isSame: (PlacedDocument, PlacedDocument) -> Bool) -> [[PlacedDocument]] {
    var groups: [[PlacedDocument]] = []
    for document in self {
      let matching = groups.indices.filter { index in
        groups[index].contains { isSame($0, document) }
      }
      let merged = matching.flatMap { groups[$0] } + [document]
      for index in matching.reversed() { groups.remove(at: index) }
      groups.append(merged)
    }
    let order = Dictionary(uniqueKeysWithValues: enumerated().map { ($0.element.id, $0.offset) })
    func place(_ document: PlacedDocument) -> Int { order[document.id, default: .max] }
    return groups.map { $0.sorted { place($0) < place($1) } }
      .sorted { left, right in
        left.first.map(place) ?? .max < right.first.map(place) ?? .max
      }
  }

  /// How much of the best read of them was read.
  var legibility: Double { reduce(0) { Swift.max($0, $1.legibility) } }
}
