internal import Model

/// What follows from a card's dates: ages and terms, which rules ask for.
enum CardFacts {
  static let age = FactDeclaration(
    key: "id_front.age", type: .int, isPersonal: true,
    summary: "Full years of age on the day of submission.", material: .idCardFront)
  static let ageAtIssue = FactDeclaration(
    key: "id_back.age_at_issue", type: .int, isPersonal: true,
    summary: "Full years of age of the legal representative when the card's validity began.")
  static let termYears = FactDeclaration(
    key: "id_back.term_years", type: .int, isNullable: true,
    summary: "For how many whole years the card is valid; null for 长期.", material: .idCardBack)
  static let daysLeft = FactDeclaration(
    key: "id_back.days_left", type: .int, isNullable: true,
    summary: "Days from the submission to the card's last day, negative after it; null for 长期.",
    material: .idCardBack)

  static let declarations = [age, ageAtIssue, termYears, daysLeft]

  /// What follows for one document, or for the legal representative's card, out of facts that are there.
  static func all(of facts: [String: ResolvedFact], submittedOn: CalendarDate) -> [ResolvedFact] {
    var found: [ResolvedFact] = []
    if let born = facts["id_front.born_on"] {
      found.append(
        derived(age.key, from: [born]) { Self.years(from: $0[0].date, to: submittedOn) })
      if let from = facts["id_back.valid_from"] {
        found.append(
          derived(ageAtIssue.key, from: [born, from]) {
            Self.years(from: $0[0].date, to: $0[1].date)
          })
      }
    }
    if let to = facts["id_back.valid_to"] {
      found.append(
        derived(daysLeft.key, from: [to]) { values in
          if values[0] == .null { return .null }
          return values[0].date.map { .int($0.dayNumber - submittedOn.dayNumber) }
        })
      if let from = facts["id_back.valid_from"] {
        found.append(
          derived(termYears.key, from: [from, to]) { values in
            values[1] == .null ? .null : Self.term(from: values[0].date, to: values[1].date)
          })
      }
    }
    return found
  }

  /// The value if all inputs are known, with the union of their evidence and the least confidence; else the state
  /// of the first that is not.
  private static func derived(
    _ key: String, from inputs: [ResolvedFact], _ value: ([Value]) -> Value?
  ) -> ResolvedFact {
    let evidence = inputs.flatMap(\.evidence).map { item in
      Evidence(file: item.file, page: item.page, box: item.box, method: .computed)
    }
    let confidence = inputs.map(\.confidence).min() ?? 1
    let values = inputs.compactMap(\.value)
    let document = inputs.count == 1 ? inputs[0].document : nil
    let bad = inputs.first { $0.state != .known && $0.state != .doubtful }
    guard bad == nil, values.count == inputs.count, let result = value(values) else {
      return ResolvedFact(
        key: key, state: bad?.state ?? .unread, evidence: evidence, document: document)
    }
    return ResolvedFact(
      key: key, state: inputs.contains { $0.state == .doubtful } ? .doubtful : .known,
      value: result, confidence: confidence, evidence: evidence, document: document)
  }

  private static func years(from start: CalendarDate?, to end: CalendarDate?) -> Value? {
    guard let start, let end, start <= end else { return nil }
    let hadBirthday = (end.month, end.day) >= (start.month, start.day)
    return .int(end.year - start.year - (hadBirthday ? 0 : 1))
  }

  /// Cards end on the day of the year on which they began, or on the one before it.
  private static func term(from start: CalendarDate?, to end: CalendarDate?) -> Value? {
    guard let start, let end, let next = end.adding(days: 1) else { return nil }
    return years(from: start, to: next)
  }
}
