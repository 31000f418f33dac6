internal import Model
internal import Native
internal import Recognition

/// Where things stand on a page, for reports that show its picture with personal data covered.
enum PageAreas {
  /// All text of a page, read or not.
  static func text(of page: RecognizedPage, at place: PagePlace) -> [PageArea] {
    let lines = page.lines.map { ($0.box, holdsPersonalNumber($0.line.text)) }
    let others = (page.small + page.illegible).map { ($0, false) }
    return (lines + others).map { box, isPersonal in
      PageArea(
        page: place.page,
        box: box.quad.map { point in
          let shown = place.toEvidence(point)
          return Point(x: rounded(shown.x), y: rounded(shown.y))
        },
        content: isPersonal ? .personalNumber : .text)
    }
  }

  /// Pictures of a page whose text layer was read, ornaments aside.
  static func pictures(_ areas: [PDFArea], page: Int, width: Double, height: Double) -> [PageArea] {
    areas.filter { area in
      (area.x2 - area.x1) * (area.y2 - area.y1) >= leastShare * width * height
    }.map { area in
      PageArea(
        page: page,
        box: Quad(
          x: rounded(area.x1), y: rounded(area.y1), width: rounded(area.x2 - area.x1),
          height: rounded(area.y2 - area.y1)), content: .picture)
    }
  }

  /// An emblem or a code takes less of an A4 page, an ID card 7 %.
  private static let leastShare = 0.03

  private static func rounded(_ number: Double) -> Double { (number * 10).rounded() / 10 }

  /// Whether there is an ID number, a mobile phone or a mailbox in the text; digits count wherever they are
  /// close, as readings break numbers apart.
  static func holdsPersonalNumber(_ text: String) -> Bool {
    if text.contains("@") || text.contains("＠") { return true }
    var run: [Character] = []
    for character in text + " " {
      if character.isASCII, character.isNumber || "Xx".contains(character) && run.count >= 14 {
        run.append(character)
      } else if !(character == " " || character == "-") || run.count >= 15 {
        if isPersonal(run) { return true }
        run = []
      }
    }
    return isPersonal(run)
  }

  /// 15 to 18 digits that begin like a region (1 to 8), or 11 that begin like a mobile number.
  private static func isPersonal(_ digits: [Character]) -> Bool {
    guard let first = digits.first else { return false }
    if (15...18).contains(digits.count) { return ("1"..."8").contains(first) }
    return digits.count == 11 && first == "1" && ("3"..."9").contains(digits[1])
  }
}
