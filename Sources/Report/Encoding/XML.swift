/// Text for XML 1.0 and HTML in which nothing is markup.
enum XML {
  /// The text on one line for an attribute or an element: invisible characters spelled, markup escaped.
  ///
  /// Scalar by scalar: a quotation mark with an accent on it is one `Character`, and still ends an attribute.
  static func escaped(_ text: String) -> String {
    if text.isPlain(as: .markup) { return text }
    var result = ""
    for scalar in text.visible.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// `name="value"` for each, with a space before it.
  static func attributes(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
  }
}
