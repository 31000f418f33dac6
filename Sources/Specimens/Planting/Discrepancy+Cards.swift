internal import Model

extension Discrepancy {
  /// Changes the cards; `nil` where they have no such thing to change.
  func plant(
    inCardsOf content: inout SubmissionContent, _ dice: inout Dice
  ) -> PlantedDifference? {
    guard let front = content.fronts.first, let back = content.backs.first else { return nil }
    switch self {
    case .cardName:
      guard let name = Slip.character(in: front.person.name, &dice) else { return nil }
      content.fronts[0].person.name = name
      return difference(onPaper: name)
    case .cardNumber:
      var digits = Array(front.person.number)
      digits[17] = dice.pick(Array("0123456789X").filter { $0 != digits[17] })
      content.fronts[0].person.number = String(digits)
      content.declared.number = String(digits)
      return difference(declared: String(digits), onPaper: String(digits))
    case .cardBorn:
      guard let born = Slip.day(front.person.born, &dice) else { return nil }
      content.fronts[0].person.born = born
      return difference(onPaper: born.iso)
    case .cardSex:
      content.fronts[0].person.sex = front.person.sex == "男" ? "女" : "男"
      return difference(onPaper: content.fronts[0].person.sex)
    case .cardAuthority:
      guard let range = back.authority.firstRange(of: "公安局") else { return nil }
      content.backs[0].authority =
        back.authority[..<range.lowerBound] + dice.pick(["民政局", "交通局", "财政局"])
      return difference(onPaper: content.backs[0].authority)
    case .otherCard:
      let other = Card(Person(&dice), &dice)
      guard other.person.name != front.person.name else { return nil }
      content.fronts[0] = other
      content.backs[0] = other
      return difference(onPaper: other.person.name)
    case .cardExpired, .cardEnding, .cardNotYet, .cardTerm, .cardTermForAge:
      return plant(inTermOf: &content.backs[0], &dice)
    case .clerkCardExpired:
      guard content.backs.count == 2 else { return nil }
      return Self.cardExpired.plant(inTermOf: &content.backs[1], &dice).map { planted in
        difference(onPaper: planted.onPaper)
      }
    default: return nil
    }
  }

  private func plant(inTermOf card: inout Card, _ dice: inout Dice) -> PlantedDifference? {
    let today = DeclaredCompany.submitted
    switch self {
    case .cardExpired: return end(&card, on: today.adding(days: -dice.number(1...1500)))
    case .cardEnding: return end(&card, on: today.adding(days: dice.number(1...28)))
    case .cardNotYet:
      guard let start = today.adding(days: dice.number(2...60)) else { return nil }
      card.validFrom = start
      card.validTo = Card.end(of: start, for: card.person)
      return difference(onPaper: start.iso)
    case .cardTerm:
      let shift =
        dice.pick([-1, 1]) * (dice.chance(0.5) ? dice.number(1...11) : dice.number(1...4) * 12)
      guard let end = card.validTo?.adding(months: shift), let soon = today.adding(days: 100),
        soon < end
      else { return nil }
      card.validTo = end
      return difference(onPaper: end.iso)
    case .cardTermForAge:
      // Near a birthday two terms are right.
      let age = card.person.age(on: card.validFrom)
      let years: Int?
      switch age {
      case 20...24: years = 20
      case 28...44: years = dice.chance(0.5) ? 10 : nil
      case 48...: years = 20
      default: return nil
      }
      let start = card.validFrom
      let end = years.flatMap { start.adding(months: $0 * 12) }
      guard let soon = today.adding(days: 100), end.map({ soon < $0 }) != false else { return nil }
      card.validTo = end
      return difference(onPaper: end?.iso ?? "长期")
    default: return nil
    }
  }

  /// Moves the card's term so that it ends on a day and is otherwise right; `nil` where the person never had such a
  /// card.
  private func end(_ card: inout Card, on day: CalendarDate?) -> PlantedDifference? {
    for years in [10, 20] {
      guard let end = day, let start = end.adding(months: -years * 12), start.year >= 2006,
        start.day == end.day, Card.years(atAge: card.person.age(on: start)) == years,
        card.person.age(on: start) >= 18
      else { continue }
      card.validFrom = start
      card.validTo = end
      return difference(onPaper: end.iso)
    }
    return nil
  }
}
