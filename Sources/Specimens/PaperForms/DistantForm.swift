internal import Native

/// A license far away in a scene: on a wall, on a desk, held by a person.
enum DistantForm {
  private static let places = Variants<Surroundings.Kind>(
    development: [.wall, .desk, .held], heldOut: [.brickWall, .shelf, .held])

  static func draw(isHeldOut: Bool, _ dice: inout Dice) -> FormPaper {
    var draft = LicenseDraft.current(isHeldOut: isHeldOut, &dice)
    draft.look.traits.isOneOfSeveral = true
    let share = dice.number(0.25...0.45)
    let kind = places.pick(isHeldOut: isHeldOut, &dice)
    let paper = draft.sheet
    let width = paper.width / share
    // The scene is at least so high that the paper has room above and below.
    let height = max(width * dice.pick([0.75, 0.5625, 1.3333]), paper.height * 1.35)
    let surroundings = Surroundings(kind, width: width, height: height, paper: paper, &dice)
    var distant = FormPaper(
      sheet: Sheet(width: width, height: height, smallestText: paper.smallestText) {
        canvas throws(DrawingError) in try surroundings.draw(paper, on: canvas)
      }, documents: [draft.truth])
    distant.view.size = .scene(letter: dice.number(12.5...15))
    return distant
  }
}
