package import Model

/// How long a resident identity card is valid (Law on Resident Identity Cards, article 5).
package enum CardTerm: String, CaseIterable, Sendable {
  case fiveYears = "5"
  case tenYears = "10"
  case twentyYears = "20"
  case longTerm = "long_term"

  /// The term between two days; `nil` for days that are no such term apart.
  ///
  /// - Parameter end: `nil` for 长期. A term from the 29th of February ends on the 28th or the 1st of March.
  package init?(from start: CalendarDate, to end: CalendarDate?) {
    guard let end else {
      self = .longTerm
      return
    }
    let found = Self.allCases.first { term in
      guard let years = term.years, let same = start.adding(months: years * 12) else {
        return false
      }
      return same == end || start.day != same.day && same.adding(days: 1) == end
    }
    guard let found else { return nil }
    self = found
  }

  private var years: Int? {
    switch self {
    case .fiveYears: 5
    case .tenYears: 10
    case .twentyYears: 20
    case .longTerm: nil
    }
  }

  /// Returns the terms that a card of that day may have: five years below 16, ten to 25, twenty to 45, then without
  /// end.
  ///
  /// The age counts when the card is asked for, which is up to two months and some days before it is
  /// issued; around a birthday there are two.
  package static func byLaw(born: CalendarDate, issuedOn day: CalendarDate) -> [CardTerm] {
    let asked = day.adding(days: -90) ?? day
    var terms: [CardTerm] = []
    for term in [asked, day].map({ term(atAge: born.age(on: $0)) }) where !terms.contains(term) {
      terms.append(term)
    }
    return terms
  }

  private static func term(atAge age: Int) -> CardTerm {
    switch age {
    case ..<16: .fiveYears
    case ..<26: .tenYears
    case ..<46: .twentyYears
    default: .longTerm
    }
  }
}

extension CalendarDate {
  /// Returns the full years since a birth on this day.
  package func age(on day: CalendarDate) -> Int {
    let hadBirthday = (day.month, day.day) >= (month, self.day)
    return day.year - year - (hadBirthday ? 0 : 1)
  }
}
