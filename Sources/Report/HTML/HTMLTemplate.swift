internal import Mustache

/// The templates in `Templates/`, compiled into the program.
enum HTMLTemplate: String, CaseIterable {
  case report, findings, retakes, table, corrections, index

  /// The template filled with a model: a struct whose members the template names.
  ///
  /// Every text is escaped and its invisible characters spelled; only what stands in three braces is markup.
  func rendered(_ model: some Sendable) throws -> String {
    guard let template = try Self.library.get().getTemplate(named: rawValue) else {
      throw Missing(name: rawValue)
    }
    return template.render(model)
  }

  struct Missing: Error {
    let name: String
  }

  private var source: [UInt8] {
    switch self {
    case .report: PackageResources.report_mustache
    case .findings: PackageResources.findings_mustache
    case .retakes: PackageResources.retakes_mustache
    case .table: PackageResources.table_mustache
    case .corrections: PackageResources.corrections_mustache
    case .index: PackageResources.index_mustache
    }
  }

  private static let library = Result {
    MustacheContentTypes.register(EscapedText(), named: "DOSSIER")
    var library = MustacheLibrary()
    for template in allCases {
      try library.register(
        String(decoding: template.source, as: UTF8.self), named: template.rawValue)
    }
    return library
  }

  /// The library's own escaping goes by `Character` and lets a quotation mark with an accent through.
  private struct EscapedText: MustacheContentType {
    func escapeText(_ text: String) -> String { XML.escaped(text) }
  }
}
