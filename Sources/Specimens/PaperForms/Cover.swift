internal import Native

/// What hides a value.
struct Cover: PaperLayer {
  enum Manner: CaseIterable { case bar, mosaic, scribble, patch }

  let part: PaperPart
  let manner: Manner
  let ink: Ink
  /// The blocks of a mosaic and the strokes of a scribble, depending on this alone.
  let seed: UInt64

  func draw(
    on canvas: Canvas, _ layout: LicenseLayout, _ places: [PaperPart: SheetBox]
  ) throws(DrawingError) {
    guard let place = places[part] else { return }
    let margin = layout.valueSize * 0.15
    let box = SheetBox(
      x: place.x - margin, y: place.y - margin, width: place.width + margin * 2,
      height: place.height + margin * 2)
    var dice = Dice(seed: seed, stream: 0)
    switch manner {
    case .bar:
      canvas.fillRectangle(x: box.x, y: box.y, width: box.width, height: box.height, ink)
    case .patch:
      canvas.fillRoundedRectangle(
        x: box.x - margin, y: box.y - margin, width: box.width + margin * 2,
        height: box.height + margin * 2, radius: margin * 3, ink)
    case .mosaic: drawMosaic(box, layout.valueSize * 0.62, on: canvas, &dice)
    case .scribble: drawScribble(box, layout.valueSize, on: canvas, &dice)
    }
  }

  /// Blocks as light as paper with letters is on the whole.
  private func drawMosaic(
    _ box: SheetBox, _ side: Double, on canvas: Canvas, _ dice: inout Dice
  ) {
    for y in stride(from: box.y, to: box.bottom, by: side) {
      for x in stride(from: box.x, to: box.right, by: side) {
        let level = dice.number(0.52...0.95)
        canvas.fillRectangle(
          x: x, y: y, width: side + 0.5, height: side + 0.5,
          Ink(level, level * 0.985, level * 0.97))
      }
    }
  }

  /// Strokes of a thick pen to and fro, until nothing is seen.
  private func drawScribble(
    _ box: SheetBox, _ letter: Double, on canvas: Canvas, _ dice: inout Dice
  ) {
    let line = letter * 0.8
    for y in stride(from: box.y + line * 0.3, through: box.bottom, by: line * 0.45) {
      var points: [Double] = []
      for x in stride(from: box.x - letter * 0.2, through: box.right + letter, by: letter * 1.5) {
        points += [x, y + dice.number(-0.12...0.12) * letter]
      }
      canvas.strokePath(points, line: line, ink)
    }
  }
}

/// Licenses with one or two values covered: unread they must stay.
enum CoveredForm {
  private static let manners = Variants<Cover.Manner>(
    development: [.bar, .mosaic], heldOut: [.mosaic, .scribble, .patch])
  private static let parts = Variants<PaperPart>(
    development: [
      .identifier, .identifier, .row(.name), .row(.head), .row(.head), .row(.capital),
      .row(.address), .issueDate,
    ],
    heldOut: [
      .identifier, .row(.name), .row(.head), .row(.address), .row(.type), .row(.established),
      .row(.scope),
    ])

  static func draw(isHeldOut: Bool, _ dice: inout Dice) throws(DrawingError) -> FormPaper {
    var draft = LicenseDraft.current(isHeldOut: isHeldOut, &dice)
    // The words of a stamp are read from the stamp, and an authority that is covered with it is not.
    draft.look.printsAuthority = false
    var hidden: Set<PaperPart> = []
    for _ in 0..<dice.number(1...2) { hidden.insert(parts.pick(isHeldOut: isHeldOut, &dice)) }
    // Whoever covers a value covers what says it again.
    if draft.license.code != nil, !hidden.isDisjoint(with: [.identifier, .row(.name), .row(.head)])
    {
      hidden.insert(.code)
    }
    if hidden.contains(.row(.established)) { hidden.insert(.row(.term)) }
    if hidden.contains(.issueDate) { draft.look.hasStamp = dice.chance(0.5) }
    let places = try draft.license.places(draft.look)
    hidden = hidden.filter { places[$0] != nil }
    let manner = manners.pick(isHeldOut: isHeldOut, &dice)
    let ink = dice.pick([Ink(0, 0, 0), .white, Ink(0.55, 0.55, 0.55), Ink(0.8, 0.1, 0.1)])
    for (number, part) in hidden.sorted(by: { "\($0)" < "\($1)" }).enumerated() {
      draft.look.traits.layers.append(
        Cover(part: part, manner: manner, ink: ink, seed: dice.next() &+ UInt64(number)))
    }
    draft.illegible = hidden
    var paper = draft.paper
    // The cover of a date hides part of the stamp's ring.
    if hidden.contains(.issueDate) { paper.documents[0].exempt(.stamp) }
    return paper
  }
}
