internal import Model

/// What an invented identity card says on both sides.
struct Card {
  var person: Person
  var authority: String
  var validFrom: CalendarDate
  /// `nil` for 长期.
  var validTo: CalendarDate?

  init(_ person: Person, _ dice: inout Dice) {
    self.person = person
    let place = person.home
    authority =
      place.district.isEmpty || dice.chance(0.12)
      ? place.city + "公安局"
      : dice.chance(0.85)
        ? place.city + "公安局" + String(place.district.dropLast())
          + (place.district.count > 2 ? "分局" : "区分局")
        : place.city + place.district + "公安局"
    let adult = person.born.year + 18
    validFrom = .random(&dice, years: max(2006, adult)...2024)
    validTo = Self.end(of: validFrom, for: person)
  }

  /// Article 5 of the law: 10 years to 25, 20 years to 45, then without end.
  static func years(atAge age: Int) -> Int? { age < 26 ? 10 : age < 46 ? 20 : nil }

  static func end(of start: CalendarDate, for person: Person) -> CalendarDate? {
    years(atAge: person.age(on: start)).flatMap { start.adding(months: $0 * 12) }
  }

  var validityText: String {
    DateStyle.dotted.text(validFrom) + "-" + (validTo.map(DateStyle.dotted.text) ?? "长期")
  }

  func frontTruth(pages: [Int]) -> DocumentTruth {
    let born = person.born
    return DocumentTruth(
      material: "id_card_front", pages: pages, prefix: "id_front",
      facts: [
        PrintedFact("name", person.name),
        PrintedFact("sex", person.sex),
        PrintedFact("ethnicity", person.ethnicity),
        PrintedFact("born_on", "\(born.year) 年 \(born.month) 月 \(born.day) 日", .date(born)),
        PrintedFact("address", person.address),
        PrintedFact("number", person.number),
      ])
  }

  func backTruth(pages: [Int]) -> DocumentTruth {
    DocumentTruth(
      material: "id_card_back", pages: pages, prefix: "id_back",
      facts: [
        PrintedFact("authority", authority),
        PrintedFact("valid_from", validityText, .date(validFrom)),
        PrintedFact("valid_to", validityText, validTo.map { .date($0) } ?? .null),
      ])
  }
}
