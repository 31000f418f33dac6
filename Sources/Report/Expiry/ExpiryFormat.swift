internal import Model

/// The formats in which `dossier expiry` writes; a new one is a file with a pure function and a case here.
package enum ExpiryFormat: String, CaseIterable, Sendable {
  case text, csv, html, ics

  /// The file in an output folder; `nil` for what is only shown.
  package var fileName: String? { self == .text ? nil : "expiry." + rawValue }

  /// Writes the list.
  package func text(
    of list: ExpiryList, options: ReportOptions, style: TerminalStyle
  ) throws -> String {
    switch self {
    case .text: ExpiryText.text(of: list, locale: options.locale, style: style)
    case .csv: ExpiryTable.text(of: list)
    case .html: try ExpiryPage.text(of: list, locale: options.locale)
    case .ics: ExpiryCalendar.text(of: list, locale: options.locale)
    }
  }
}
