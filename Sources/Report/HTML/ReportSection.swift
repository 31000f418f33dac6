internal import Model

/// A part of `report.html` below what is to be done.
struct ReportSection {
  /// The anchor, also in links of other sections.
  let id: String
  let title: String
  /// Whether it is closed until somebody opens it.
  let isFolded: Bool
  /// HTML.
  let body: String
}

extension ReportSection {
  /// All sections in the order in which they are read; each gives `nil` where a submission has nothing of it.
  ///
  /// A family of materials that has something of its own to show (a seal with its picture, a chart as a tree)
  /// adds its function here, and nowhere else.
  static let all: [@Sendable (ReportContext) throws -> ReportSection?] = [
    findings, seals, organization, retakes, notices, facts, passes,
  ]
}

extension ReportSection: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "id": .text(id)
    case "title": .text(title)
    case "isFolded": .flag(isFolded)
    case "body": .text(body)
    default: nil
    }
  }
}
