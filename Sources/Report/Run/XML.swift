/// Text for XML 1.0 and HTML in which nothing is markup.
enum XML {
  /// The text on one line for an attribute or an element: invisible characters spelled, markup escaped.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.visible {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }

  /// `name="value"` for each, with a space before it.
  static func attributes(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
  }
}
