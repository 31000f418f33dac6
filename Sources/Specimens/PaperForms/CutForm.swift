internal import Native

/// Pictures whose edge cuts off labels, the head or the foot: truth is what is left.
enum CutForm {
  private enum Side { case labels, head, foot, values }

  private static let sides = Variants<[Side]>(
    development: [[.labels], [.head], [.foot]],
    heldOut: [[.labels, .foot], [.head], [.values], [.head, .foot]])

  static func draw(isHeldOut: Bool, _ dice: inout Dice) throws(DrawingError) -> FormPaper {
    var draft = LicenseDraft.current(isHeldOut: isHeldOut, &dice)
    draft.look.printsAuthority = false
    let places = try draft.license.places(draft.look)
    var paper = draft.paper
    paper.places = places
    let layout = draft.look.layout
    let column = layout.columns[0]
    let rows = layout.columns.flatMap(\.fields).compactMap { places[.row($0)] }
    for side in sides.pick(isHeldOut: isHeldOut, &dice) {
      switch side {
      case .labels:
        let values = column.fields.compactMap { places[.row($0)]?.x }.reduce(layout.width, min)
        // Between the last letters of the labels and the values.
        paper.view.cut.left = (values - dice.number(14.0...70)) / layout.width
      case .head:
        let top = dice.number(layout.title.y...(layout.top - 12))
        paper.view.cut.top = top / layout.height
      case .foot:
        let last = rows.map(\.bottom).reduce(layout.top, max)
        let bottom = max(last + 16, dice.number((layout.authority.y - 10)...(layout.date.y + 10)))
        paper.view.cut.bottom = 1 - bottom / layout.height
      case .values:
        paper.view.cut.right = dice.number(0.1...0.3)
      }
    }
    // A paper without a copy mark may be an original whose head is cut off, or a copy.
    if paper.view.cut.top > 0 && places[.copyMark] == nil { paper.documents[0].exempt(.copyMark) }
    return paper
  }
}
