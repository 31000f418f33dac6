package import Model

/// What all reports need to know beside the values they show.
package struct ReportOptions: Sendable {
  /// The language in which terminal, Markdown and HTML output is written; JSON always holds both.
  package var locale: ReportLocale
  /// Whether personal values are written in full.
  package var showsPersonalData: Bool
  /// Says which fact keys are personal.
  package let catalogue: FactCatalogue
  let words: CatalogueWords
  /// What people call the kinds of materials.
  package var materialTitles: [MaterialKind: LocalizedText]

  package init(
    locale: ReportLocale = .chinese, showsPersonalData: Bool = false, catalogue: FactCatalogue,
    materialTitles: [MaterialKind: LocalizedText] = [:]
  ) {
    self.locale = locale
    self.showsPersonalData = showsPersonalData
    self.catalogue = catalogue
    words = CatalogueWords(catalogue)
    self.materialTitles = materialTitles
  }

  /// A notice of the run, which belongs to no submission, as reports show it.
  package func shown(_ notice: Notice) -> Notice {
    Masking([], [], options: self).shown(notice)
  }

  /// Kinds of material as people call them, and what English says otherwise; the rest as `text` shows it.
  func named(_ quotation: Quotation, shownAs text: MarkedText) -> MarkedText {
    let kinds = (quotation.elements ?? [quotation.text]).map(MaterialKind.init)
    let titles = kinds.compactMap { materialTitles[$0]?[locale] }
    guard !titles.isEmpty, titles.count == kinds.count else {
      // Only what is shown whole: the English text is masked nowhere.
      guard locale == .english, let english = quotation.english, text.text == quotation.text else {
        return text
      }
      return MarkedText(Array(english))
    }
    return MarkedText(Array(titles.joined(separator: locale.listSeparator)))
  }
}
