internal import Model

extension ReportLocale {
  /// The one of two texts that is in this language.
  func text(_ chinese: String, _ english: String) -> String {
    switch self {
    case .chinese: chinese
    case .english: english
    }
  }

  /// Between the items of a list.
  var listSeparator: String {
    switch self {
    case .chinese: "、"
    case .english: ", "
    }
  }
}
