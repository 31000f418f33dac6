internal import Model
internal import Recognition

/// Facts of a page whose watermark was taken away: pale print may be gone with it.
struct WatermarkDoubt {
  let material: MaterialDefinition
  let removal: WatermarkRemoval

  /// The facts, those in doubt with a confidence that decides nothing.
  func doubted(_ facts: [Fact]) -> [Fact] {
    facts.map { fact in
      guard restsOnAbsence(fact) || mayHaveLostAPoint(fact) else { return fact }
      var fact = fact
      fact.confidence = min(fact.confidence, Confidence.truncated)
      return fact
    }
  }

  /// Whether a fact says that words are not there.
  private func restsOnAbsence(_ fact: Fact) -> Bool {
    guard fact.evidence.allSatisfy({ $0.box == nil }) else { return false }
    return material.fields.contains { field in
      let key = material.prefix + "." + field.key
      switch field.kind {
      case .mark: return fact.key == key
      case .period: return fact.key == key + "_kind"
      case .string, .text, .date, .amount, .red, .stamp, .stampText, .qr: return false
      }
    }
  }

  /// Whether an amount in digits is none that the page shows as it was given: 50.5 may have become 505.
  private func mayHaveLostAPoint(_ fact: Fact) -> Bool {
    guard let raw = fact.evidence.first?.raw, WatermarkRemoval.hasAmount(raw) else { return false }
    return !removal.numbers.isSuperset(of: WatermarkRemoval.numbers(in: raw))
  }
}
