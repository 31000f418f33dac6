internal import Foundation
internal import Model

/// Names with other letters than ASCII to the form that DNS holds (RFC 5891, RFC 3492, the mapping of UTS #46).
enum InternationalName {
  /// `星河。中国` to `xn--kiv79l.xn--fiqs8s`; full-width letters become plain ones.
  static func ascii(_ text: String) throws(DomainNameFault) -> String {
    let dotted = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { "。．｡".unicodeScalars.contains($0) ? "." : $0 }))
    // Twice: lower-casing can leave characters that compose.
    let mapped = dotted.precomposedStringWithCompatibilityMapping.lowercased()
      .precomposedStringWithCompatibilityMapping
    var labels: [String] = []
    for label in mapped.split(separator: ".", omittingEmptySubsequences: false) {
      if label.utf8.allSatisfy({ $0 < 0x80 }) {
        labels.append(String(label))
        continue
      }
      guard label.unicodeScalars.allSatisfy(isAllowed) else { throw .unencodable }
      guard let code = Punycode.encoded(label) else { throw .labelTooLong }
      labels.append("xn--" + code)
    }
    return labels.joined(separator: ".")
  }

  /// Letters, digits and marks; ASCII is judged where names are.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return true }
    return switch scalar.properties.generalCategory {
    case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
      .decimalNumber:
      true
    default: scalar == "·" || scalar == "・"
    }
  }
}
