internal import Model

/// The templates in `Templates/`, compiled into the program and parsed once for each language.
enum HTMLTemplate: String, CaseIterable {
  case report, findings, retakes, seals, table, corrections, index, expiry, expiries

  /// The template filled with a model.
  ///
  /// Every text is escaped and its invisible characters spelled; only what stands in three braces is markup.
  func rendered(_ model: TemplateValue, _ locale: ReportLocale) throws -> String {
    try text(model, locale).string
  }

  /// The same as bytes that are written or put into another page.
  func text(_ model: TemplateValue, _ locale: ReportLocale) throws -> ReportText {
    guard let template = Self.parsed[locale]?[self] else {
      throw Template.Defect.unknown(rawValue)
    }
    var text = ReportText()
    try template.get().render(model, into: &text)
    return text
  }

  private static let parsed = Dictionary(
    uniqueKeysWithValues: ReportLocale.allCases.map { locale in
      (
        locale,
        Dictionary(
          uniqueKeysWithValues: allCases.map { template in
            (template, Result { () throws(Template.Defect) in try template.parsed(locale) })
          })
      )
    })

  private func parsed(_ locale: ReportLocale) throws(Template.Defect) -> Template {
    try Template(String(decoding: source, as: UTF8.self), text: locale.text)
  }

  private var source: [UInt8] {
    switch self {
    case .report: PackageResources.head_mustache + PackageResources.report_mustache
    case .findings: PackageResources.findings_mustache
    case .retakes: PackageResources.retakes_mustache
    case .seals: PackageResources.seals_mustache
    case .table: PackageResources.table_mustache
    case .corrections: PackageResources.head_mustache + PackageResources.corrections_mustache
    case .expiry: PackageResources.head_mustache + PackageResources.expiry_mustache
    case .expiries: PackageResources.expiries_mustache
    case .index: PackageResources.head_mustache + PackageResources.index_mustache
    }
  }
}
