internal import Model

/// What several readings of one value under a stamp come to.
struct ReadingAgreement {
  let field: FieldDefinition
  /// `nil` for a text layer.
  let isGrayscale: Bool?
  let value: FieldValue

  /// The value most readings give, as sure as they agree.
  func agreed(_ all: [Fact]) -> Fact? {
    // Readings that may lack a digit are heard where there is no other.
    let clear = all.filter { $0.confidence > Confidence.contradicted }
    let readings = clear.isEmpty ? all : clear
    let groups = Dictionary(grouping: readings, by: \.value)
    let ranked = groups.values.sorted {
      ($1.count, $1[0].confidence, $0[0].value.text) < (
        $0.count, $0[0].confidence, $1[0].value.text
      )
    }
    guard let best = ranked.first, var fact = best.max(by: { $0.confidence < $1.confidence }) else {
      return nil
    }
    // A grey stamp cannot be distinguished from print, so one reading of it proves little.
    let single = isGrayscale != false ? 0.84 : fact.confidence > 0.97 ? 0.93 : 0.86
    if best.count == 1 { fact.confidence = min(single, fact.confidence) }
    if best.count > 1, ranked.count == 1, fact.confidence > Confidence.contradicted {
      fact.confidence = min(
        isGrayscale == false ? 0.985 : 0.84, 1 - best.reduce(1) { $0 * (1 - $1.confidence) })
    }
    if ranked.count > 1 {
      // A reading beyond doubt stands against one that doubted itself; two of a kind cancel out.
      // allowed: there is a rival
      let rival = ranked.dropFirst().joined().map(\.confidence).max() ?? 0
      let isClear =
        isGrayscale == false && (best.count > 1 || (fact.confidence > 0.97 && rival < 0.8))
      fact.confidence = min(isClear ? 0.86 : 0.7, fact.confidence)
    }
    // Readings that lost the same letter or digit agree as well.
    let isCut =
      field.isDate
      ? fact.evidence.first?.raw.map { raw in TruncationSigns.isCutDate(raw.filter { $0 != " " }) }
      : fact.value.string.map(value.showsTruncation)
    if isCut == true { fact.confidence = min(Confidence.truncated, fact.confidence) }
    return fact
  }
}
