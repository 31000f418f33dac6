internal import Model

/// Text for XML 1.0 and HTML in which nothing is markup.
enum XML {
  /// The text on one line for an attribute or an element: invisible characters spelled, markup escaped.
  static func escaped(_ text: String) -> String {
    text.isPlain(as: .markup) ? text : text.visible.escaped { escapes[$0] }
  }

  private static let escapes: [Unicode.Scalar: String] = [
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
  ]

  /// `name="value"` for each, with a space before it.
  static func attributes(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
  }
}
