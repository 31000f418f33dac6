package import Model

/// Which pages a report shows as pictures, and what of them is painted over.
package struct PagePlan: Sendable {
  /// One page of a file.
  package struct Page: Hashable, Sendable {
    package let file: String
    /// 0-based.
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

  /// The pages on which findings have places.
  package init(_ report: SubmissionReport, options: ReportOptions) {
    self.init(report, Masking(report, options: options))
  }

  init(_ report: SubmissionReport, _ masking: Masking) {
    for extraction in report.extractions where !extraction.digest.isEmpty {
      var own: [PageDrawing] = []
      for number in Self.pages(of: extraction.file, in: report).sorted()
      where extraction.pages.indices.contains(number) {
        let page = Page(file: extraction.file, number: number)
        guard drawing.count < Self.mostPages else {
          withheld[page] = .tooMany
          continue
        }
        let cover = PageCover(extraction, page: number, masking)
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

  /// Those that findings point at.
  private static func pages(of file: String, in report: SubmissionReport) -> Set<Int> {
    var pages: Set<Int> = []
    for finding in report.judgement.findings {
      for place in FindingPlace.pictured(of: finding, in: report) where place.file == file {
        if let page = place.page { pages.insert(page) }
      }
    }
    return pages
  }
}
