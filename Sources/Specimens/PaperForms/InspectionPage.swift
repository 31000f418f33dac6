internal import Native

/// The other page of an old copy: a table of yearly inspections or the notices to holders.
enum InspectionPage {
  private static let titles = Variants(
    development: ["年度检验情况", "年检情况"], heldOut: ["企业年度检验记录", "年检情况登记"])

  /// - Parameter noticed: How often the page holds notices, 0 to 1.
  static func sheet(
    like look: LicenseLook, noticed: Double, isHeldOut: Bool, _ dice: inout Dice
  ) -> Sheet {
    let layout = look.layout
    let title = titles.pick(isHeldOut: isHeldOut, &dice)
    let notices = dice.chance(noticed) ? Notices.toHolders(isHeldOut: isHeldOut, &dice) : nil
    let firstYear = dice.number(2005...2010)
    let inspected = dice.number(0...4)
    return Sheet(width: layout.width, height: layout.height, smallestText: layout.valueSize) {
      canvas throws(DrawingError) in
      canvas.fillRectangle(
        x: 0, y: 0, width: layout.width + 1, height: layout.height + 1, look.paper)
      canvas.drawFrame(
        width: layout.width, height: layout.height, inset: 70, thickness: 26, ink: look.frame)
      if let notices {
        try notices.draw(
          in: SheetBox(x: 170, y: 300, width: layout.width - 340, height: 1100), size: 33,
          family: look.fonts.label, on: canvas)
      } else {
        try drawInspections(title, from: firstYear, count: inspected, look, on: canvas)
      }
    }
  }

  /// A grid of years, the first of which bear the blue stamp of their inspection.
  private static func drawInspections(
    _ title: String, from year: Int, count: Int, _ look: LicenseLook, on canvas: Canvas
  ) throws(DrawingError) {
    let ink = Ink(0.1, 0.08, 0.06)
    let heading = TextStyle(
      family: look.fonts.label, size: 56, weight: .bold, ink: ink, tracking: 12, alignment: .center)
    let text = TextStyle(family: look.fonts.label, size: 30, ink: ink, alignment: .center)
    let blue = Ink(0.15, 0.2, 0.6, opacity: 0.75)
    let stamp = TextStyle(family: look.fonts.value, size: 30, ink: blue, alignment: .center)
    try canvas.write(title, x: look.layout.width / 2, y: 240, heading)
    for cell in 0..<8 {
      let x = 170 + Double(cell % 2) * 450
      let y = 380 + Double(cell / 2) * 270
      canvas.strokeRectangle(x: x, y: y, width: 450, height: 270, line: 2, ink)
      try canvas.write("年　　月　　日", x: x + 280, y: y + 215, text)
      guard cell < count else { continue }
      canvas.strokeRectangle(x: x + 70, y: y + 40, width: 300, height: 120, line: 4, blue)
      try canvas.write("\(year + cell)年度", x: x + 220, y: y + 52, stamp)
      try canvas.write("年检合格", x: x + 220, y: y + 102, stamp)
    }
  }
}
