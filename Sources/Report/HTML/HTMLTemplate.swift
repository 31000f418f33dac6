/// The templates in `Templates/`, compiled into the program and parsed once.
enum HTMLTemplate: String, CaseIterable {
  case report, findings, retakes, seals, table, corrections, index

  /// The template filled with a model.
  ///
  /// Every text is escaped and its invisible characters spelled; only what stands in three braces is markup.
  func rendered(_ model: some TemplateModel) throws -> String { try text(model).string }

  /// The same as bytes that are written or put into another page.
  func text(_ model: some TemplateModel) throws -> ReportText {
    guard let template = Self.parsed[self] else { throw Template.Defect.unknown(rawValue) }
    var text = ReportText()
    try template.get().render(model, into: &text)
    return text
  }

  private static let parsed = Dictionary(
    uniqueKeysWithValues: allCases.map { template in
      (
        template,
        Result<Template, Template.Defect> { () throws(Template.Defect) in
          try Template(String(decoding: template.source, as: UTF8.self))
        }
      )
    })

  private var source: [UInt8] {
    switch self {
    case .report: PackageResources.report_mustache
    case .findings: PackageResources.findings_mustache
    case .retakes: PackageResources.retakes_mustache
    case .seals: PackageResources.seals_mustache
    case .table: PackageResources.table_mustache
    case .corrections: PackageResources.corrections_mustache
    case .index: PackageResources.index_mustache
    }
  }
}
