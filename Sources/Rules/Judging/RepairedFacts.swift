internal import Model

extension FactSet {
  /// Whether a fact's value comes from repairing by check digits alone, with nothing that agrees.
  ///
  /// Such a value always passes its own check. Another way of reading agrees where it is part of the
  /// fact's evidence, or where it gave another fact of the submission the same value (the code in a QR).
  func isOnlyRepaired(_ fact: ResolvedFact) -> Bool {
    let methods = fact.evidence.map(\.method)
    guard !methods.isEmpty, methods.allSatisfy({ $0 == .ocrChecksum }) else { return false }
    return !facts.values.contains { other in
      other.key != fact.key && other.state == .known && other.value == fact.value
        && other.evidence.contains { $0.method.isReading }
    }
  }
}

extension EvidenceMethod {
  /// Whether it reads what the material says, without repairing, deriving or declaring it.
  fileprivate var isReading: Bool {
    switch self {
    case .ocr, .textLayer, .qr, .exif, .der, .xml, .dns, .person: true
    case .ocrChecksum, .declared, .computed: false
    }
  }
}
