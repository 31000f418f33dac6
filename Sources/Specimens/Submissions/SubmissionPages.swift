internal import Native

/// Draws a submission's papers into files.
struct SubmissionPages {
  let plan: SubmissionMaker.Plan
  let seed: UInt64
  let isHeldOut: Bool
  let content: SubmissionContent

  private typealias Page = (sheet: Sheet, documents: [DocumentTruth])

  func draw(_ dice: inout Dice) throws(DrawingError) -> [Specimen] {
    let look = LicenseLook(plan.generation, isHeldOut: isHeldOut, &dice)
    let cardLook = CardLook(isHeldOut: isHeldOut, &dice)
    let license = content.license.map { page($0, look) }
    let stray = content.strayLicense.map { page($0, look) }
    let fronts = content.fronts.map { Page($0.front(cardLook), [$0.frontTruth(pages: [0])]) }
    let backs = content.backs.map { Page($0.back(cardLook), [$0.backTruth(pages: [0])]) }
    if plan.arrangement == .onePDF {
      let sides = zip(fronts, backs).flatMap { [$0, $1] }
      let rest = fronts.dropFirst(backs.count) + backs.dropFirst(fronts.count)
      let pages = [license, stray].compactMap(\.self) + sides + rest
      return [try pdf(pages, plan.names[4], &dice)]
    }
    var files: [Specimen] = []
    if let license {
      files.append(
        plan.arrangement == .textPDF
          ? try textPDF(license) : try picture(license, plan.names[0], &dice))
    }
    if let stray { files.append(try picture(stray, plan.names[0] + " 2", &dice)) }
    var (open, openBacks) = (fronts[...], backs[...])
    if plan.arrangement == .sidesTogether, let card = content.fronts.first,
      content.backs.first != nil
    {
      let emblemFirst = dice.chance(0.4)
      let sheet = both(card, content.backs[0], cardLook, emblemFirst: emblemFirst)
      files.append(
        try picture((sheet, open[0].documents + openBacks[0].documents), plan.names[3], &dice))
      (open, openBacks) = (open.dropFirst(), openBacks.dropFirst())
    }
    let doubled = fronts.count > backs.count
    for (index, front) in zip(open.indices, open) {
      let place = index == 0 ? 1 : doubled ? 2 : 5
      files.append(try picture(front, plan.names[place], &dice))
      if openBacks.indices.contains(index) {
        files.append(try picture(openBacks[index], plan.names[place + 1], &dice))
      }
    }
    for index in openBacks.indices where !open.indices.contains(index) {
      files.append(try picture(openBacks[index], plan.names[2], &dice))
    }
    return files
  }

  private func page(_ license: License, _ look: LicenseLook) -> Page {
    (license.sheet(look), [license.truth(pages: [0], printsAuthority: look.printsAuthority)])
  }

  /// Both sides on one sheet; of two cards where these differ.
  private func both(
    _ front: Card, _ back: Card, _ look: CardLook, emblemFirst: Bool
  ) -> Sheet {
    var card = back
    card.person = front.person
    return card.bothSides(look, emblemFirst: emblemFirst)
  }

  private func picture(
    _ page: Page, _ name: String, _ dice: inout Dice
  ) throws(DrawingError) -> Specimen {
    let shooting = Shooting(
      quality: plan.quality, isHeldOut: isHeldOut, longestSide: plan.longestSide, turn: plan.turn)
    let shot = try shooting.shoot(page.sheet, &dice)
    return Specimen(
      bytes: shot.jpeg,
      truth: FileTruth(
        file: name + ".jpg", quality: plan.quality, rotationDegrees: shot.rotationDegrees,
        documents: page.documents))
  }

  private func textPDF(_ page: Page) throws(DrawingError) -> Specimen {
    Specimen(
      bytes: try SpecimenMaker.pdf(of: [page.sheet]),
      truth: FileTruth(
        file: plan.names[0] + ".pdf", quality: .digital, rotationDegrees: 0,
        documents: page.documents))
  }

  private func pdf(
    _ pages: [Page], _ name: String, _ dice: inout Dice
  ) throws(DrawingError) -> Specimen {
    let turn = plan.turn ?? dice.number(0...3) * 90
    let shooting = Shooting(
      quality: plan.quality, isHeldOut: isHeldOut, mayFlagOrientation: false,
      longestSide: plan.longestSide, turn: turn)
    var shots: [Shot] = []
    var documents: [DocumentTruth] = []
    for (number, page) in pages.enumerated() {
      shots.append(try shooting.shoot(page.sheet, &dice))
      documents += page.documents.map { document in
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
