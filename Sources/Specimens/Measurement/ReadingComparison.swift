internal import Foundation

/// One true fact beside what was read for it, or one fact that was read though the paper does not say it.
package struct Outcome: Encodable {
  package enum Result: String, Encodable {
    case right, wrong, missing
    /// Read, though truth does not have it.
    case extra
    /// Read rightly, though it is not printed: it counts for trust, not for accuracy.
    case implied
    /// Rightly unread, for it is printed and nobody can read it.
    case unreadable
  }

  let file: String
  let quality: Quality
  let material: String
  let key: String
  let truth: TruthValue?
  let read: TruthValue?
  let confidence: Double?
  let result: Result
  var form: PaperForm?
  /// Whether truth says that nobody can read it.
  var isIllegible = false

  var isQR: Bool { key.hasPrefix("license.qr_") }
}

/// One true document and whether it was found.
package struct DocumentOutcome: Encodable {
  let file: String
  let quality: Quality
  let material: String
  /// Whether a document of its kind was found on its page.
  let isKindRight: Bool
  let isTurnRight: Bool
}

/// A comparison holds everything found out about one file.
package struct ReadingComparison {
  package init() {}

  var outcomes: [Outcome] = []
  var documents: [DocumentOutcome] = []
  /// Documents that were read where truth has none of that kind.
  var spurious: [String] = []

  /// Compares a file with what was read of it; `nil` counts as nothing read.
  package mutating func add(_ truth: FileTruth, _ read: ExtractedFile?) {
    let found = read?.documents ?? []
    let matches = Self.matches(truth.documents, found)
    for (index, document) in truth.documents.enumerated() {
      let match = matches[index].map { found[$0] }
      documents.append(
        DocumentOutcome(
          file: truth.file, quality: truth.quality, material: document.material,
          isKindRight: match != nil, isTurnRight: match?.rotationDegrees == truth.rotationDegrees))
      compare(document, match, in: truth)
    }
    let rest = found.indices.filter {
      !matches.values.contains($0) && found[$0].material != "other"
    }
    if truth.documents.isEmpty {
      documents.append(
        DocumentOutcome(
          file: truth.file, quality: truth.quality, material: "other", isKindRight: rest.isEmpty,
          isTurnRight: true))
    }
    spurious += rest.map { "\(truth.file): \(found[$0].material)" }
  }

  /// Which document was read for which true one of its kind on its page: those that agree most
  /// first, so that of two papers on one page none is taken for the other.
  private static func matches(
    _ truths: [DocumentTruth], _ found: [ExtractedDocument]
  ) -> [Int: Int] {
    var pairs: [(truth: Int, read: Int, agreeing: Int)] = []
    for (index, truth) in truths.enumerated() {
      for (other, read) in found.enumerated()
      where read.material == truth.material && !Set(read.pages).isDisjoint(with: truth.pages) {
        let agreeing = read.facts.count { fact in
          truth.facts[fact.key].map { agree($0, fact.value) } ?? false
        }
        pairs.append((index, other, agreeing))
      }
    }
    var matches: [Int: Int] = [:]
    var taken: Set<Int> = []
    let order = pairs.sorted { ($1.agreeing, $0.truth, $0.read) < ($0.agreeing, $1.truth, $1.read) }
    for pair in order where matches[pair.truth] == nil && !taken.contains(pair.read) {
      matches[pair.truth] = pair.read
      taken.insert(pair.read)
    }
    return matches
  }

  private mutating func compare(
    _ document: DocumentTruth, _ match: ExtractedDocument?, in file: FileTruth
  ) {
    let facts = match?.facts ?? []
    let illegible = document.illegible ?? []
    func outcome(
      _ key: String, _ truth: TruthValue?, _ fact: ExtractedFact?, _ result: Outcome.Result
    ) -> Outcome {
      Outcome(
        file: file.file, quality: file.quality, material: document.material, key: key,
        truth: truth, read: fact?.value, confidence: fact?.confidence, result: result,
        form: file.form, isIllegible: illegible.contains(key))
    }
    for (key, truth) in document.facts.sorted(by: { $0.key < $1.key }) {
      let fact = facts.first { $0.key == key }
      let result: Outcome.Result =
        fact.map { Self.agree(truth, $0.value) ? .right : .wrong } ?? .missing
      outcomes.append(outcome(key, truth, fact, result))
    }
    let unjudged = document.unjudged ?? []
    for fact in facts where document.facts[fact.key] == nil && !unjudged.contains(fact.key) {
      let implied = document.implied[fact.key]
      let isRight = implied.map { Self.agree($0, fact.value) } ?? false
      outcomes.append(outcome(fact.key, implied, fact, isRight ? .implied : .extra))
    }
    for key in illegible where !facts.contains(where: { $0.key == key }) {
      outcomes.append(outcome(key, nil, nil, .unreadable))
    }
  }

  /// Values by value, texts after folding what is the same letter in another width or shape.
  static func agree(_ truth: TruthValue, _ read: TruthValue) -> Bool {
    switch (truth, read) {
    case (.string(let left), .string(let right)): folded(left) == folded(right)
    case (.number(let left), .number(let right)): abs(left - right) < 0.005
    default: truth == read
    }
  }

  static func folded(_ text: String) -> String {
    String(
      text.precomposedStringWithCompatibilityMapping.compactMap { character in
        if character.isWhitespace { return nil }
        return sameShapes[character] ?? character
      })
  }

  private static let sameShapes: [Character: Character] = [
    "。": ".", "“": "\"", "”": "\"", "‘": "'", "’": "'", "•": "·", "・": "·", "‧": "·", "∙": "·",
    "—": "-",
    "–": "-", "−": "-", "―": "-", "〔": "(", "〕": ")", "【": "(", "】": ")", "[": "(", "]": ")",
  ]
}
