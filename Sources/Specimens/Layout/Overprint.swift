internal import Glibc
internal import Native

/// Words laid all over a page, as people do with copies that they hand out.
struct Overprint {
  private let words: String
  /// Of the letters, as a share of the page's long side.
  private let size: Double
  private let degrees: Double
  private let ink: Ink
  /// Between the beginnings of words beside each other, in letters.
  private let pitch: Double
  /// Between rows, in letters.
  private let leading: Double

  init(_ dice: inout Dice) {
    words = dice.pick([
      "仅供企业微信认证使用", "仅用于微信公众号认证", "仅限办理ICP备案使用 他用无效", "此件仅供认证，复印无效",
    ])
    size = dice.number(0.016...0.034)
    degrees = dice.pick([-45, -30, -20, 20, 30, 0])
    let (red, green, blue) = dice.pick([(0.4, 0.4, 0.4), (0.8, 0.15, 0.15), (0.15, 0.3, 0.8)])
    ink = Ink(red, green, blue, opacity: dice.number(0.16...0.34))
    pitch = Double(words.count) + dice.number(1...5)
    leading = dice.number(3...7)
  }

  /// The sheet with the words over all that it shows.
  func over(_ sheet: Sheet, family: String) -> Sheet {
    let letter = size * max(sheet.width, sheet.height)
    let style = TextStyle(family: family, size: letter, ink: ink)
    let reach = hypot(sheet.width, sheet.height) / 2
    return Sheet(width: sheet.width, height: sheet.height, smallestText: sheet.smallestText) {
      canvas throws(DrawingError) in
      try sheet.draw(canvas)
      try canvas.transformed(x: sheet.width / 2, y: sheet.height / 2, degrees: degrees) {
        () throws(DrawingError) in
        for y in stride(from: -reach, to: reach, by: letter * leading) {
          for x in stride(from: -reach, to: reach, by: letter * pitch) {
            try canvas.write(words, x: x, y: y, style)
          }
        }
      }
    }
  }
}
