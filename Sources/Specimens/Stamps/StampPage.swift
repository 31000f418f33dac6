internal import Native

/// A page with stamps on it, or one that must not be taken for such a page.
package enum StampPage {
  /// What a stamp says and is for.
  package struct Truth: Codable {
    /// Around the ring.
    var ring: String
    /// All words, the line under the star last.
    var text: String
    var kind: String
  }

  /// What is drawn.
  enum Kind: String, CaseIterable {
    case letter
    case license
    /// A license with the company's stamp on its copy besides the registry's.
    case stampedCopy = "stamped-copy"
    case plainLetter = "plain-letter"
    case plainLicense = "plain-license"
    case card
    case other

    var hasStamps: Bool {
      switch self {
      case .letter, .license, .stampedCopy: true
      case .plainLetter, .plainLicense, .card, .other: false
      }
    }
  }

  private static let purposes: [(line: String?, kind: String)] = [
    (nil, "company"), (nil, "company"), ("合同专用章", "contract"), ("财务专用章", "finance"),
    ("发票专用章", "invoice"), ("业务专用章", "other"),
  ]

  static func make(_ kind: Kind, isHeldOut: Bool, _ dice: inout Dice) -> (Sheet, [Truth]) {
    switch kind {
    case .letter, .plainLetter: return letter(isStamped: kind == .letter, isHeldOut, &dice)
    case .license, .stampedCopy, .plainLicense: return license(kind, isHeldOut, &dice)
    case .card:
      let card = Card(Person(&dice), &dice)
      let look = CardLook(isHeldOut: isHeldOut, &dice)
      return (card.bothSides(look, emblemFirst: dice.chance(0.5)), [])
    case .other: return (OtherSheet.make(isHeldOut: isHeldOut, &dice), [])
    }
  }

  private static func stamp(of owner: String, _ isHeldOut: Bool, _ dice: inout Dice) -> (
    PaperStamp, Truth
  ) {
    let purpose = dice.pick(purposes)
    let stamp = PaperStamp(ring: owner, line: purpose.line, isHeldOut: isHeldOut, &dice)
    return (stamp, Truth(ring: stamp.ring, text: stamp.text, kind: purpose.kind))
  }

  /// A letter of authority; the stamp lies over the signature, as it should.
  private static func letter(isStamped: Bool, _ isHeldOut: Bool, _ dice: inout Dice) -> (
    Sheet, [Truth]
  ) {
    let fonts = Fonts(isHeldOut: isHeldOut, &dice)
    let firm = Company.nameAndScope(.limitedCompany, in: dice.pick(District.all), &dice).name
    let date = DateStyle.padded.text(.random(&dice, years: 2021...2026))
    let holder = Person.plainName(&dice)
    let hasRedHead = dice.chance(0.3)
    let (stamp, truth) = stamp(of: firm, isHeldOut, &dice)
    let place = (x: dice.number(760.0...900), y: dice.number(1020.0...1130))
    let radius = dice.number(112.0...130)
    let sheet = Sheet(width: 1240, height: 1754, smallestText: 28) { canvas throws(DrawingError) in
      canvas.fillAll(.white)
      let red = Ink(0.85, 0.1, 0.12)
      let title = TextStyle(
        family: fonts.label, size: 58, weight: .bold, ink: hasRedHead ? red : .black,
        alignment: .center)
      let body = TextStyle(family: fonts.value, size: 30, leading: 1.7)
      try canvas.write("授　权　委　托　书", x: 620, y: 170, title)
      if hasRedHead { canvas.fillRectangle(x: 140, y: 262, width: 960, height: 5, red) }
      try canvas.write(
        "　　兹委托\(holder)同志为我单位经办人，办理公众平台账号的注册、认证及日常管理事宜。\n"
          + "　　委托期限：自本委托书签署之日起一年。\n　　经办人在上述权限内所办理的事项，我单位均予承认。",
        x: 150, y: 340, width: 940, body)
      try canvas.write("\(firm)\n\(date)", x: 560, y: 1010, width: 560, body)
      if isStamped { try stamp.draw(on: canvas, x: place.x, y: place.y, radius: radius) }
    }
    return (sheet, isStamped ? [truth] : [])
  }

  private static func license(_ kind: Kind, _ isHeldOut: Bool, _ dice: inout Dice) -> (
    Sheet, [Truth]
  ) {
    let generation: Generation = dice.chance(0.5) ? .landscape2019 : .portrait2014
    let license = License(generation, &dice)
    var look = LicenseLook(generation, isHeldOut: isHeldOut, &dice)
    look.hasStamp = kind != .plainLicense
    let own = license.sheet(look)
    var truth =
      look.hasStamp
      ? [Truth(ring: license.authority, text: license.authority, kind: "authority")] : []
    guard kind == .stampedCopy else { return (own, truth) }
    let (stamp, stampTruth) = stamp(of: license.name, isHeldOut, &dice)
    let place = (
      x: own.width * dice.number(0.22...0.3), y: own.height * dice.number(0.5...0.66)
    )
    truth.append(stampTruth)
    let sheet = Sheet(width: own.width, height: own.height, smallestText: own.smallestText) {
      canvas throws(DrawingError) in
      try own.draw(canvas)
      try stamp.draw(on: canvas, x: place.x, y: place.y, radius: 125)
    }
    return (sheet, truth)
  }
}
