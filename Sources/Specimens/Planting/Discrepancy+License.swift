internal import Model

extension Discrepancy {
  /// Changes the license; `nil` where it has no such thing to change.
  func plant(
    inLicenseOf content: inout SubmissionContent, _ dice: inout Dice
  ) -> PlantedDifference? {
    guard var license = content.license else { return nil }
    let difference = plant(in: &license, declared: &content.declared, &dice)
    content.license = license
    return difference
  }

  private func plant(
    in license: inout License, declared: inout DeclaredCompany, _ dice: inout Dice
  ) -> PlantedDifference? {
    switch self {
    case .licenseCode:
      guard case .creditCode(let code) = license.number else { return nil }
      let wrong = Slip.code(code, &dice)
      license.number = .creditCode(wrong)
      license.code = nil
      declared.code = wrong
      return difference(declared: wrong, onPaper: wrong)
    case .licenseName:
      guard let name = Slip.character(in: license.name, &dice) else { return nil }
      license.name = name
      return difference(declared: declared.name, onPaper: name)
    case .licenseHead:
      let name = Person.plainName(&dice)
      guard name != license.head else { return nil }
      license.head = name
      return difference(declared: declared.representative, onPaper: name)
    case .licenseType:
      // The labels of the form belong to the kind of firm, so only companies' types are exchanged.
      guard license.entity == .limitedCompany else { return nil }
      license.type = "个体工商户"
      return difference(onPaper: license.type)
    case .licenseEstablished, .licenseTermEnd, .licenseTermStart, .licenseIssuedEarly,
      .licenseIssuedLate:
      return plant(inDatesOf: &license, &dice)
    case .qrCode:
      guard license.generation == .landscape2019, license.code?.creditCode != nil else {
        return nil
      }
      let other = License.creditCode(license.entity, license.place, &dice)
      license.code = .init(
        text: "http://www.gsxt.gov.cn/index.html?uniscid=\(other)", creditCode: other)
      return difference(onPaper: other)
    case .qrHost:
      guard license.generation == .landscape2019, let creditCode = license.code?.creditCode
      else { return nil }
      let text =
        "http://www.gsxt.gov.cn.\(dice.pick(["query", "info", "cert"])).example/\(creditCode)"
      license.code = .init(text: text, creditCode: creditCode)
      return difference(onPaper: text)
    case .otherLicense:
      let other = License(license.generation, headName: license.head, &dice)
      guard case .creditCode = other.number else { return nil }
      license = other
      return difference(declared: declared.name, onPaper: other.name)
    default: return nil
    }
  }

  private func plant(inDatesOf license: inout License, _ dice: inout Dice) -> PlantedDifference? {
    switch self {
    case .licenseEstablished:
      // Not by days: the term, if printed, begins on the right day and speaks for itself.
      guard let day = Slip.day(license.established, &dice), day < license.issued else {
        return nil
      }
      license.establish(on: day)
      return difference(onPaper: day.iso)
    case .licenseTermEnd:
      guard case .fixed = license.term,
        let end = DeclaredCompany.submitted.adding(days: -dice.number(3...900)),
        license.issued < end
      else { return nil }
      license.setTerm(from: license.established, to: end)
      return difference(onPaper: end.iso)
    case .licenseTermStart:
      guard case .fixed(let end, _) = license.term,
        let start = Slip.day(license.established, &dice)
      else { return nil }
      license.setTerm(from: start, to: end)
      return difference(onPaper: start.iso)
    case .licenseIssuedEarly:
      guard let day = license.established.adding(days: -dice.number(30...2000)),
        (2001...2025).contains(day.year)
      else { return nil }
      license.issue(on: day)
      return difference(onPaper: day.iso)
    case .licenseIssuedLate:
      guard let day = DeclaredCompany.submitted.adding(days: dice.number(20...500)) else {
        return nil
      }
      license.issue(on: day)
      return difference(onPaper: day.iso)
    default: return nil
    }
  }
}
