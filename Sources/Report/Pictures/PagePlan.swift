package import Model

/// The plan says which pages a report shows as pictures, and what of them is painted over.
package struct PagePlan: Sendable {
  /// A page is named by its file and its number.
  package struct Page: Hashable, Sendable {
    package let file: String
    /// The first page is 0.
    package let number: Int
  }

  /// Why there is no picture of a page.
  enum Withheld: Hashable, Sendable {
    /// It may show personal data of which nobody knows where it stands.
    case personalDataNotLocated
    /// The report shows enough pages.
    case tooMany
  }

  /// What is to be drawn, by file; each file's drawings in the order of its pages.
  package private(set) var drawings: [(file: String, drawings: [PageDrawing])] = []
  /// The pages with drawings, by file and page.
  private(set) var order: [Page] = []
  private(set) var drawing: [Page: PageDrawing] = [:]
  private(set) var withheld: [Page: Withheld] = [:]

  /// A report of more pictures is no longer one that opens at once.
  static let mostPages = 16

  /// Of no page.
  init() {}

  /// Plans the pages on which findings have places.
  package init(_ masked: MaskedReport) {
    let report = masked.report
    var pointedAt: [String: Set<Int>] = [:]
    for place in masked.findings.flatMap({ $0.pictured(in: masked.files) }) {
      if let page = place.page { pointedAt[place.file, default: []].insert(page) }
    }
    for extraction in report.extractions where !extraction.digest.isEmpty {
      var own: [PageDrawing] = []
      for number in pointedAt[extraction.file, default: []].sorted()
      where extraction.pages.indices.contains(number) {
        let page = Page(file: extraction.file, number: number)
        guard drawing.count < Self.mostPages else {
          withheld[page] = .tooMany
          continue
        }
        let cover = PageCover(extraction, page: number, masked.masking)
        guard let covered = cover.boxes else {
          withheld[page] = .personalDataNotLocated
          continue
        }
        let request = PageDrawing(digest: extraction.digest, page: number, covered: covered)
        drawing[page] = request
        order.append(page)
        own.append(request)
      }
      if !own.isEmpty { drawings.append((extraction.file, own)) }
    }
  }
}

/// The pages of a report's plan that could be drawn, each with its picture.
package struct DrawnPages: Sendable {
  let plan: PagePlan
  let drawn: [PageDrawing: DrawnPage]

  /// Belongs to a report that shows no pages.
  package static let none = DrawnPages(plan: PagePlan(), drawn: [:])

  package init(plan: PagePlan, drawn: [PageDrawing: DrawnPage]) {
    self.plan = plan
    self.drawn = drawn
  }
}
