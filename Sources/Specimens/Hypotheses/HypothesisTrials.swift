package import Model

/// Asks whether the line that each fact was read from can say its true value, and false ones.
package struct HypothesisTrials {
  let catalogue: FactCatalogue
  let seed: UInt64
  package private(set) var table = HypothesisTable()

  /// - Parameter catalogue: The facts that the materials declare.
  package init(catalogue: FactCatalogue, seed: UInt64) {
    self.catalogue = catalogue
    self.seed = seed
  }

  /// The facts that rules compare with a declaration, with the form of comparing.
  private static let profiles = [
    "license.name": "company", "license.credit_code": "code",
    "license.legal_representative": "person", "license.address": "address",
    "license.established_on": "text", "license.issued_on": "text",
    "id_front.name": "person", "id_front.number": "code", "id_front.born_on": "text",
    "id_front.address": "address", "id_back.valid_from": "text", "id_back.authority": "text",
  ]

  /// Tries all values of a file; its number decides what is changed.
  package mutating func add(_ truth: FileTruth, _ extraction: Extraction, number: Int) {
    var dice = FalseValues(dice: Dice(seed: seed, stream: number, part: 7))
    for document in truth.documents {
      let match = extraction.documents.first {
        $0.kind.rawValue == document.material && !Set($0.pages).isDisjoint(with: document.pages)
      }
      for (key, value) in document.facts.sorted(by: { $0.key < $1.key }) {
        guard let profile = Self.profiles[key], case .string(let text) = value,
          let fact = match?.facts.first(where: { $0.key == key }),
          let declaration = catalogue[key]
        else { continue }
        add(text, fact, declaration, profile, truth, &dice)
      }
    }
  }

  private mutating func add(
    _ text: String, _ fact: Fact, _ declaration: FactDeclaration, _ profile: String,
    _ truth: FileTruth, _ changes: inout FalseValues
  ) {
    var tried: [(FalseValues.Change, Value)] = []
    let kind: Hypothesis.Kind
    if declaration.type == .date {
      kind = .date
      guard let date = CalendarDate(iso: text) else { return }
      tried = [(.none, .date(date))]
      for _ in 0..<2 {
        if let other = changes.day(of: date) { tried.append((.date, .date(other))) }
      }
    } else {
      kind = profile == "code" ? .code(declaration.checksum) : .text
      tried = [(.none, .string(text))]
      tried += changes.texts(of: text, scheme: declaration.checksum)
        .map { ($0.0, Value.string($0.1)) }
    }
    guard let normalization = TextNormalization(profile: profile) else { return }
    let isRight =
      TruthValue.string(text) == fact.value.truth
      || fact.value.string.map { ReadingComparison.folded($0) == ReadingComparison.folded(text) }
        == true
    for (change, value) in tried {
      guard
        let test = Hypothesis(value, kind: kind, normalization: normalization)?
          .test(fact.evidence, fact: fact.key, against: "")
      else { continue }
      table.rows.append(
        HypothesisTable.Row(
          file: truth.file, quality: truth.quality, key: fact.key, confidence: fact.confidence,
          isReadRight: isRight, change: change, tried: value.text, test: test))
    }
  }
}

extension Value {
  fileprivate var truth: TruthValue? {
    switch self {
    case .date(let date): .date(date)
    case .string(let text): .string(text)
    case .null, .bool, .int, .double, .list: nil
    }
  }
}
