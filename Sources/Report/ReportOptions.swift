package import Model

/// What all reports need to know beside the values they show.
package struct ReportOptions: Sendable {
  /// The language of terminal and Markdown output; JSON always holds both.
  package var locale: ReportLocale
  /// Whether personal values are written in full.
  package var showsPersonalData: Bool
  /// Says which fact keys are personal.
  package var catalogue: FactCatalogue

  package init(
    locale: ReportLocale = .chinese, showsPersonalData: Bool = false, catalogue: FactCatalogue
  ) {
    self.locale = locale
    self.showsPersonalData = showsPersonalData
    self.catalogue = catalogue
  }
}
