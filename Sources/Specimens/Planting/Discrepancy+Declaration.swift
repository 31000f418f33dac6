internal import Model

extension Discrepancy {
  /// Changes what is declared; `nil` where the submission has no such thing to change.
  func plant(
    inDeclarationOf content: inout SubmissionContent, _ dice: inout Dice
  ) -> PlantedDifference? {
    guard let license = content.license else { return nil }
    switch self {
    case .declaredName:
      guard let name = Slip.character(in: license.name, &dice) else { return nil }
      content.declared.name = name
      return difference(declared: name, onPaper: license.name)
    case .declaredCode:
      let other = License.creditCode(license.entity, license.place, &dice)
      guard let code = content.declared.code, other != code else { return nil }
      content.declared.code = other
      return difference(declared: other, onPaper: code)
    case .declaredCodeCharacter:
      guard let code = content.declared.code else { return nil }
      content.declared.code = Slip.code(code, &dice)
      return difference(declared: content.declared.code, onPaper: code)
    case .declaredRepresentative:
      guard let name = Slip.character(in: license.head, &dice) else { return nil }
      content.declared.representative = name
      return difference(declared: name, onPaper: license.head)
    case .declaredCapital:
      guard let capital = license.capital else { return nil }
      content.declared.capital = Slip.amount(capital, &dice)
      return difference(declared: content.declared.capital, onPaper: capital.text)
    case .declaredEstablished:
      guard let day = Slip.day(license.established, &dice) else { return nil }
      content.declared.established = day
      return difference(declared: day.iso, onPaper: license.established.iso)
    case .declaredAddress:
      guard let address = Slip.digit(in: license.address, &dice) else { return nil }
      content.declared.address = address
      return difference(declared: address, onPaper: license.address)
    case .declaredScope:
      guard let scope = Slip.character(in: license.scope, &dice) else { return nil }
      content.declared.scope = scope
      return difference(declared: scope, onPaper: license.scope)
    case .declaredNumber:
      let other = Person(&dice).number
      defer { content.declared.number = other }
      return difference(declared: other, onPaper: content.declared.number)
    case .declaredClerkName:
      guard let clerk = content.declared.clerk, let name = Slip.character(in: clerk.name, &dice)
      else { return nil }
      content.declared.clerk?.name = name
      return difference(declared: name, onPaper: clerk.name)
    case .declaredClerkNumber:
      guard let clerk = content.declared.clerk else { return nil }
      let other = Person(&dice).number
      content.declared.clerk?.number = other
      return difference(declared: other, onPaper: clerk.number)
    default: return nil
    }
  }

  func difference(declared: String? = nil, onPaper: String? = nil) -> PlantedDifference {
    let target = target
    return PlantedDifference(
      kind: rawValue, facts: target.facts, rules: target.rules, declared: declared,
      onPaper: onPaper)
  }
}
