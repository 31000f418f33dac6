/// A localized text says one thing in both languages of the reports.
package struct LocalizedText: Hashable, Sendable {
  package var chinese: String
  package var english: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  package subscript(locale: ReportLocale) -> String {
    switch locale {
    case .chinese: chinese
    case .english: english
    }
  }
}

/// The language in which terminal, Markdown and HTML output is written.
package enum ReportLocale: String, CaseIterable, Sendable {
  case chinese = "zh-CN"
  case english = "en"
}
