internal import Model
internal import Native

/// Makes whole submissions; number `index` depends on the seed and the index alone.
package struct SubmissionMaker {
  let seed: UInt64
  let isHeldOut: Bool

  /// - Parameter isHeldOut: Whether with fonts, layouts and degradations that are kept from development.
  package init(seed: UInt64, isHeldOut: Bool) {
    self.seed = seed
    self.isHeldOut = isHeldOut
  }

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
    /// Whether an operator is declared and shows a card too.
    var hasOperator = false
    /// The clockwise turn of all pages; `nil` for any.
    var turn: Int?
    /// The most pixels that a page's long side may have.
    var longestSide = Double.infinity
    /// Licence, portrait side, emblem side, both sides, all in one, the operator's two sides; without
    /// extension.
    var names: [String]
  }

  /// Writes `submission-001` and so on.
  package func write(_ count: Int, to folder: OutputFolder) throws {
    for index in 0..<count {
      try make(index).write(to: folder.folder("submission-" + padded(index + 1, 3)))
    }
  }

  func make(_ index: Int) throws(DrawingError) -> SubmissionFolder {
    var dice = Dice(seed: seed, stream: index, part: isHeldOut ? 3 : 2)
    let plan = Plan(
      generation: dice.chance(0.6) ? .landscape2019 : .portrait2014,
      quality: dice.pick(Quality.pictures),
      arrangement: dice.pick(Arrangement.allCases), license: { _ in true },
      names: dice.pick(Self.fileNames))
    return try make(plan, &dice)
  }

  static let fileNames = [
    ["营业执照", "身份证正面", "身份证反面", "身份证正反面", "全部资料", "运营者身份证正面", "运营者身份证反面"],
    [
      "营业执照 副本", "法人身份证 人像面", "法人身份证 国徽面", "法人身份证 两面", "企业认证材料 合并", "经办人身份证 人像面",
      "经办人身份证 国徽面",
    ],
    ["IMG_2041", "IMG_2042", "IMG_2043", "IMG_2044", "IMG_2045", "IMG_2046", "IMG_2047"],
    [
      "营业执照/执照 扫描件", "法人 证件/身份证1", "法人 证件/身份证2", "法人 证件/身份证", "资料/汇总", "运营 证件/身份证1",
      "运营 证件/身份证2",
    ],
    [
      "微信图片_20261102101533", "微信图片_20261102101540", "微信图片_20261102101544", "微信图片_20261102101551",
      "认证资料", "微信图片_20261102101552", "微信图片_20261102101553",
    ],
  ]

  func make(_ plan: Plan, _ dice: inout Dice) throws(DrawingError) -> SubmissionFolder {
    try folder(content(plan, &dice), [], plan, &dice)
  }

  /// Papers and a declaration in which nothing is wrong, but for what the plan says.
  func content(_ plan: Plan, _ dice: inout Dice) -> SubmissionContent {
    let card = card(plan, &dice)
    let person = card.person
    var license: License
    repeat {
      license = License(plan.generation, headName: person.name, &dice)
    } while !Self.isCurrent(license) || !plan.license(license)
    var content = SubmissionContent(
      license: license, fronts: [card], backs: [card],
      declared: DeclaredCompany(license, person))
    // A sole trader is the operator.
    guard plan.hasOperator, license.entity != .soleTrader else { return content }
    var clerk = plan
    clerk.cardExpired = false
    var other: Card
    repeat { other = self.card(clerk, &dice) } while other.person.name == person.name
    content.fronts.append(other)
    content.backs.append(other)
    content.declared.clerk = other.person
    return content
  }

  /// Draws it.
  func folder(
    _ content: SubmissionContent, _ planted: [PlantedDifference], _ plan: Plan,
    _ dice: inout Dice
  ) throws(DrawingError) -> SubmissionFolder {
    let pages = try SubmissionPages(
      plan: plan, seed: seed, isHeldOut: isHeldOut, content: content
    ).draw(&dice)
    return SubmissionFolder(
      files: pages.map { ($0.truth.file, $0.bytes) }, declared: content.declared,
      truth: SubmissionTruth(
        seed: seed, heldOut: isHeldOut, files: pages.map(\.truth), planted: planted))
  }

  private func card(_ plan: Plan, _ dice: inout Dice) -> Card {
    while true {
      // The person is invented anew too: some are old enough never to have had a card that ends.
      let card = Card(Person(&dice), &dice)
      guard let end = card.validTo else {
        // 长期 never expires.
        if plan.cardExpired { continue }
        return card
      }
      // A card that ends within three months is neither right nor clearly wrong.
      let isOver = end < DeclaredCompany.submitted
      let isFine = DeclaredCompany.submitted.adding(days: 100).map { $0 < end } == true
      if plan.cardExpired ? isOver : isFine { return card }
    }
  }

  /// Whether a license is such that nothing in it stands against a submission.
  private static func isCurrent(_ license: License) -> Bool {
    guard case .creditCode = license.number else { return false }
    guard case .fixed(let end, _) = license.term else { return true }
    return end.year > 2027
  }
}
