/// What is known of a page whose watermark was taken away, and with it perhaps pale print.
package struct WatermarkRemoval: Sendable {
  /// What lines of the watermark say.
  package var words: [String]
  /// All lines of the page as it was given, the watermark's among them, in the upright page's coordinates.
  package var boxes: [TextBox]
  /// The numbers of lines with amounts, as the page shows them that was given.
  package var numbers: Set<String>

  /// Returns whether a text holds an amount of money in digits.
  package static func hasAmount(_ text: String) -> Bool {
    text.contains { "万元".contains($0) } && !numbers(in: text).isEmpty
  }

  /// Returns the numbers of a text with their points and commas, whatever their width; other signs part them.
  package static func numbers(in text: String) -> [String] {
    let plain = text.replacing("．", with: ".").replacing("，", with: ",")
    return plain.split { !($0.isASCII && $0.isNumber || $0 == "." || $0 == ",") }
      .map { String($0) }.filter { $0.contains(where: \.isNumber) }
  }
}
