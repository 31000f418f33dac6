internal import Model

/// What the sections of `report.html` are made from.
struct ReportContext {
  let masked: MaskedReport
  private let pages: DrawnPages

  init(_ masked: MaskedReport, _ pages: DrawnPages) {
    self.masked = masked
    self.pages = pages
  }

  var report: SubmissionReport { masked.report }
  var options: ReportOptions { masked.options }
  var masking: Masking { masked.masking }
  var locale: ReportLocale { masked.locale }
  var plan: PagePlan { pages.plan }

  /// The text in the report's language.
  func pick(_ chinese: String, _ english: String) -> String { locale.text(chinese, english) }

  /// `企业名称 (license.name)`; the key alone where it has no name.
  func name(of key: String) -> String {
    let label = masking.label(of: key)[locale]
    return label == key ? key : "\(label) (\(key))"
  }

  func name(of kind: MaterialKind) -> String {
    options.materialTitles[kind]?[locale] ?? kind.rawValue
  }

  /// The picture of a page with its symbol's name in the document.
  func picture(of page: PagePlan.Page) -> (symbol: String, drawn: DrawnPage)? {
    guard let drawing = plan.drawing[page], let drawn = pages.drawn[drawing],
      let number = plan.order.firstIndex(of: page)
    else { return nil }
    return ("page-\(number + 1)", drawn)
  }
}
