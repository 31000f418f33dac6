internal import Model
internal import Native
internal import Recognition

/// Where things stand on a page, for reports that show its picture with personal data covered.
enum PageAreas {
  /// Returns all text of a page, read or not.
  package static func text(of page: RecognizedPage, at place: PagePlace) -> [PageArea] {
    let lines = page.lines.map { ($0.box, PersonalNumber.content(of: $0.line.text)) }
    let others = (page.small + page.illegible).map { ($0, PageArea.Content.text) }
    return (lines + others + removed(from: page)).map { box, content in
      PageArea(page: place.page, box: place.box(box.quad), content: content)
    }
  }

  /// Lines that the picture in a report shows although they were taken off the page before it was read.
  private static func removed(from page: RecognizedPage) -> [(TextBox, PageArea.Content)] {
    guard let removal = page.watermarkRemoval else { return [] }
    // allowed: no line holds a number
    let content = removal.words.map(PersonalNumber.content).first { $0 != .text } ?? .text
    return removal.boxes.map { ($0, content) }
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
}
