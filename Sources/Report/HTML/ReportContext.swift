internal import Model

/// What the sections of `report.html` are made from.
struct ReportContext {
  let report: SubmissionReport
  let options: ReportOptions
  let masking: Masking
  let plan: PagePlan
  /// The pages that could be drawn, by what was asked for.
  let pictures: [PageDrawing: DrawnPage]

  init(
    _ report: SubmissionReport, pictures: [PageDrawing: DrawnPage], options: ReportOptions
  ) {
    self.report = report
    self.options = options
    self.pictures = pictures
    masking = Masking(report, options: options)
    plan = PagePlan(report, masking)
  }

  var locale: ReportLocale { options.locale }

  /// The text in the report's language.
  func pick(_ chinese: String, _ english: String) -> String {
    LocalizedText(chinese: chinese, english: english)[locale]
  }

  /// `企业名称 (license.name)`; in English the key alone.
  func name(of key: String) -> String {
    let label = masking.label(of: key)[locale]
    return label == key ? key : "\(label) (\(key))"
  }

  func name(of kind: MaterialKind) -> String {
    options.materialTitles[kind]?[locale] ?? kind.rawValue
  }

  /// The picture of a page with its symbol's name in the document.
  func picture(of page: PagePlan.Page) -> (symbol: String, drawn: DrawnPage)? {
    guard let drawing = plan.drawing[page], let drawn = pictures[drawing],
      let number = plan.order.firstIndex(of: page)
    else { return nil }
    return ("page-\(number + 1)", drawn)
  }
}
