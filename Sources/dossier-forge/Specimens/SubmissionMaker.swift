internal import Model
internal import Native

/// Makes whole submissions; number `index` depends on the seed and the index alone.
struct SubmissionMaker {
  let seed: UInt64
  let isHeldOut: Bool

  /// How the materials lie in files.
  enum Arrangement: CaseIterable {
    /// Three pictures.
    case separate
    /// The license, and both sides of the card in one picture.
    case sidesTogether
    /// One PDF of all pages.
    case onePDF
    /// The license as a PDF with text, and two pictures.
    case textPDF
  }

  /// What makes a submission.
  struct Plan {
    var generation: Generation
    var quality: Quality
    var arrangement: Arrangement
    /// How license and card must be, beside agreeing with each other.
    var license: (License) -> Bool
    var cardExpired = false
    /// The clockwise turn of all pages; `nil` for any.
    var turn: Int?
    /// The most pixels that a page's long side may have.
    var longestSide = Double.infinity
    /// Makes the declared name from the printed one.
    var declaredName: (String) -> String = { $0 }
    /// Licence, portrait side, emblem side, both sides, all in one; without extension.
    var names: [String]
  }

  func make(_ index: Int) throws(DrawingError) -> SubmissionFolder {
    var dice = Dice(seed: seed, stream: index, part: isHeldOut ? 3 : 2)
    let plan = Plan(
      generation: dice.chance(0.6) ? .landscape2019 : .portrait2014,
      quality: dice.pick([.scan, .photo, .poorPhoto, .photocopy]),
      arrangement: dice.pick(Arrangement.allCases), license: { _ in true },
      names: dice.pick(Self.fileNames))
    return try make(plan, &dice)
  }

  private static let fileNames = [
    ["营业执照", "身份证正面", "身份证反面", "身份证正反面", "全部资料"],
    ["营业执照 副本", "法人身份证 人像面", "法人身份证 国徽面", "法人身份证 两面", "企业认证材料 合并"],
    ["IMG_2041", "IMG_2042", "IMG_2043", "IMG_2044", "IMG_2045"],
    ["营业执照/执照 扫描件", "法人 证件/身份证1", "法人 证件/身份证2", "法人 证件/身份证", "资料/汇总"],
    [
      "微信图片_20261102101533", "微信图片_20261102101540", "微信图片_20261102101544", "微信图片_20261102101551",
      "认证资料",
    ],
  ]

  private static let submitted = CalendarDate(iso: "2026-11-22")

  func make(_ plan: Plan, _ dice: inout Dice) throws(DrawingError) -> SubmissionFolder {
    let card = card(plan, &dice)
    let person = card.person
    var license: License
    repeat {
      license = License(plan.generation, headName: person.name, &dice)
    } while !Self.isCurrent(license) || !plan.license(license)
    let pages = try pages(license, card, plan, &dice)
    let declared = DeclaredCompany(
      name: plan.declaredName(license.name), license: license, person: person)
    let planted =
      declared.name == license.name
      ? []
      : [
        PlantedDifference(
          key: "declared.company.name", declared: declared.name, onPaper: license.name)
      ]
    return SubmissionFolder(
      files: pages.map { ($0.truth.file, $0.bytes) }, declaration: declared.yaml,
      truth: SubmissionTruth(
        seed: seed, heldOut: isHeldOut, files: pages.map(\.truth), planted: planted))
  }

  private func card(_ plan: Plan, _ dice: inout Dice) -> Card {
    while true {
      // The person is invented anew too: some are old enough never to have had a card that ends.
      let card = Card(Person(&dice), &dice)
      guard let end = card.validTo, let submitted = Self.submitted else {
        // 长期 never expires.
        if plan.cardExpired { continue }
        return card
      }
      if (end < submitted) == plan.cardExpired { return card }
    }
  }

  /// Whether a license is such that nothing in it stands against a submission.
  private static func isCurrent(_ license: License) -> Bool {
    guard case .creditCode = license.number else { return false }
    guard case .fixed(let end, _) = license.term else { return true }
    return end.year > 2027
  }

  private func pages(
    _ license: License, _ card: Card, _ plan: Plan, _ dice: inout Dice
  ) throws(DrawingError) -> [Specimen] {
    let look = LicenseLook(plan.generation, isHeldOut: isHeldOut, &dice)
    let cardLook = CardLook(isHeldOut: isHeldOut, &dice)
    let licenseSheet = license.sheet(look)
    let licenseTruth = license.truth(pages: [0], printsAuthority: look.printsAuthority)
    let front = (card.front(cardLook), [card.frontTruth(pages: [0])])
    let back = (card.back(cardLook), [card.backTruth(pages: [0])])
    let names = plan.names
    switch plan.arrangement {
    case .separate:
      return [
        try picture((licenseSheet, [licenseTruth]), names[0], plan, &dice),
        try picture(front, names[1], plan, &dice), try picture(back, names[2], plan, &dice),
      ]
    case .textPDF:
      let pdf = Specimen(
        bytes: try SpecimenMaker.pdf(of: [licenseSheet]),
        truth: FileTruth(
          file: names[0] + ".pdf", quality: .digital, rotationDegrees: 0,
          documents: [licenseTruth]))
      return [
        pdf, try picture(front, names[1], plan, &dice), try picture(back, names[2], plan, &dice),
      ]
    case .sidesTogether:
      let both = card.bothSides(cardLook, emblemFirst: dice.chance(0.4))
      return [
        try picture((licenseSheet, [licenseTruth]), names[0], plan, &dice),
        try picture((both, front.1 + back.1), names[3], plan, &dice),
      ]
    case .onePDF:
      return [
        try pdf([(licenseSheet, [licenseTruth]), front, back], names[4], plan, &dice)
      ]
    }
  }

  private func picture(
    _ page: (Sheet, [DocumentTruth]), _ name: String, _ plan: Plan, _ dice: inout Dice
  ) throws(DrawingError) -> Specimen {
    let shooting = Shooting(
      quality: plan.quality, isHeldOut: isHeldOut, longestSide: plan.longestSide, turn: plan.turn)
    let shot = try shooting.shoot(page.0, &dice)
    return Specimen(
      bytes: shot.jpeg,
      truth: FileTruth(
        file: name + ".jpg", quality: plan.quality, rotationDegrees: shot.rotationDegrees,
        documents: page.1))
  }

  private func pdf(
    _ pages: [(Sheet, [DocumentTruth])], _ name: String, _ plan: Plan, _ dice: inout Dice
  ) throws(DrawingError) -> Specimen {
    let turn = plan.turn ?? dice.number(0...3) * 90
    let shooting = Shooting(
      quality: plan.quality, isHeldOut: isHeldOut, mayFlagOrientation: false,
      longestSide: plan.longestSide, turn: turn)
    var shots: [Shot] = []
    var documents: [DocumentTruth] = []
    for (number, page) in pages.enumerated() {
      shots.append(try shooting.shoot(page.0, &dice))
      documents += page.1.map { document in
        var moved = document
        moved.pages = [number]
        return moved
      }
    }
    return Specimen(
      bytes: try SpecimenMaker.pdf(of: shots),
      truth: FileTruth(
        file: name + ".pdf", quality: plan.quality, rotationDegrees: (360 - turn) % 360,
        documents: documents))
  }
}
