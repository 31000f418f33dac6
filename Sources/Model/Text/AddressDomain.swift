/// The domain that a mail address, a web address or a name of a host tells.
package struct AddressDomain: Hashable, Sendable {
  /// The domain in lower case, which has no dot at the end: `example.com.cn` of `Contact@Example.com.cn` and of
  /// `https://example.com.cn:8080/a`.
  package let text: String

  /// Takes the domain out of a text; `nil` where there is none of two labels or more, and where there are two `@`.
  package init?(_ text: String) {
    if Self.isPlainHost(text) {
      self.text = text
      return
    }
    var rest = Substring(text.filter { !$0.isWhitespace })
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { !"/?#".contains($0) }
    let parts = rest.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count <= 2, let last = parts.last else { return nil }
    rest = last
    if let colon = rest.lastIndex(of: ":"), rest[colon...].dropFirst().allSatisfy(\.isNumber) {
      rest = rest[..<colon]
    }
    if rest.hasSuffix(".") { rest.removeLast() }
    let labels = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, rest.utf8.count <= 253, labels.allSatisfy(Self.isLabel) else {
      return nil
    }
    self.text = rest.lowercased()
  }

  /// Whether it is a host's name as most are written, of which nothing has to be taken away: rules ask for these often.
  private static func isPlainHost(_ text: String) -> Bool {
    var (labels, length, last) = (1, 0, dot)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): length += 1
      case UInt8(ascii: "-") where length > 0: length += 1
      case dot where length > 0 && last != UInt8(ascii: "-"): (labels, length) = (labels + 1, 0)
      default: return false
      }
      guard length <= 63 else { return false }
      last = byte
    }
    return labels > 1 && length > 0 && last != UInt8(ascii: "-") && text.utf8.count <= 253
  }

  private static let dot = UInt8(ascii: ".")

  // Letters beyond ASCII stand in internationalized names as they are shown.
  private static func isLabel(_ label: Substring) -> Bool {
    !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
      && label.unicodeScalars.allSatisfy {
        $0 == "-" || $0 == "_" || ("0"..."9").contains($0) || $0.properties.isAlphabetic
      }
  }

  /// Its labels as people read them: `xn--` labels decoded (RFC 5891).
  private var shownLabels: [String] {
    text.split(separator: ".").map { label in
      guard label.hasPrefix("xn--") else { return String(label) }
      return Punycode.decoded(label.dropFirst(4)) ?? String(label)
    }
  }

  /// Returns whether it is the other domain or lies below it, in whichever script either is written.
  package func isWithin(_ other: AddressDomain) -> Bool {
    let (own, others) = (shownLabels, other.shownLabels)
    return own.count >= others.count && own.suffix(others.count).elementsEqual(others)
  }
}
