internal import Foundation

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
      guard label.unicodeScalars.count <= 63, let code = punycode(label.unicodeScalars.map(\.value))
      else { throw .labelTooLong }
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

  // RFC 3492 5: the parameters of Punycode.
  private static let base: UInt32 = 36
  private static let tMin: UInt32 = 1
  private static let tMax: UInt32 = 26

  /// RFC 3492 6.3; `nil` where numbers overflow.
  static func punycode(_ scalars: [UInt32]) -> String? {
    let basic = scalars.filter { $0 < 0x80 }
    var output = basic.map { UInt8($0) }
    if !basic.isEmpty { output.append(UInt8(ascii: "-")) }
    var (next, delta, bias): (UInt32, UInt32, UInt32) = (128, 0, 72)
    var handled = UInt32(basic.count)
    while handled < scalars.count {
      guard let least = scalars.filter({ $0 >= next }).min() else { return nil }
      let (step, isTooMuch) = (least - next).multipliedReportingOverflow(by: handled + 1)
      guard !isTooMuch, delta <= UInt32.max - step else { return nil }
      delta += step
      next = least
      for scalar in scalars {
        if scalar < next { delta += 1 }
        guard scalar == next else { continue }
        appendDigits(of: delta, bias: bias, to: &output)
        bias = adapted(delta, count: handled + 1, isFirst: handled == basic.count)
        delta = 0
        handled += 1
      }
      delta += 1
      next += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func appendDigits(of delta: UInt32, bias: UInt32, to output: inout [UInt8]) {
    var rest = delta
    var k = base
    while true {
      let threshold = k <= bias ? tMin : min(tMax, k - bias)
      guard rest >= threshold else { break }
      output.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      k += base
    }
    output.append(digit(rest))
  }

  private static func digit(_ value: UInt32) -> UInt8 {
    UInt8(value < 26 ? value + 97 : value - 26 + 48)
  }

  /// RFC 3492 6.1.
  private static func adapted(_ delta: UInt32, count: UInt32, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var k: UInt32 = 0
    while delta > ((base - tMin) * tMax) / 2 {
      delta /= base - tMin
      k += base
    }
    return k + (base - tMin + 1) * delta / (delta + 38)
  }
}
