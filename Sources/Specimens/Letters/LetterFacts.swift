internal import Model

/// What an invented letter says; where it is blank, nothing.
struct LetterFacts {
  let company: String
  let code: String
  let head: String
  let agent: Person
  let phone: String
  let date: CalendarDate
  let dateText: String
  let termText: String
  let termEnd: CalendarDate

  init(_ dice: inout Dice) {
    let place = dice.pick(District.all)
    let entity = dice.pick(weighted: [
      (Entity.limitedCompany, 7), (.jointStock, 1), (.branch, 1), (.partnership, 1),
    ])
    company = Company.nameAndScope(entity, in: place, &dice).name
    code = License.creditCode(entity, place, &dice)
    head = Person.plainName(&dice)
    agent = Person(&dice)
    phone = "1" + dice.pick(["38", "39", "50", "86", "77"]) + dice.digits(8)
    date = .random(&dice, years: 2025...2026)
    dateText = dice.pick(DateStyle.allCases).text(date)
    termEnd = date.adding(months: 12) ?? date  // allowed: the 29th of February
    termText = DateStyle.short.text(date) + "至" + DateStyle.short.text(termEnd)
  }

  /// The facts that a layout prints, by their keys.
  func printed(_ keys: Set<String>, prefix: String) -> [PrintedFact] {
    [
      PrintedFact("company", company), PrintedFact("credit_code", code),
      PrintedFact("agent_name", agent.name), PrintedFact("agent_number", agent.number),
      PrintedFact("agent_phone", phone), PrintedFact("issued_on", dateText, .date(date)),
      PrintedFact("term_from", termText, .date(date)),
      PrintedFact("term_to", termText, .date(termEnd)),
    ].filter { keys.contains($0.key) }
  }
}
