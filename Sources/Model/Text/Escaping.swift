extension String {
  /// The text with each scalar that has an escape written as that.
  ///
  /// Scalar by scalar: a quotation mark with an accent on it is one `Character`, and still ends a text in quotes.
  package func escaped(_ escape: (Unicode.Scalar) -> String?) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if let escape = escape(scalar) {
        result += escape
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
