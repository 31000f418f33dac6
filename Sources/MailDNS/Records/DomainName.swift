/// A domain name is held as DNS compares it: ASCII, lower case, IDNA labels encoded (RFC 1035 2.3, RFC 5891).
///
/// Any octets may stand in a label, as in DNS itself: `https://mx.example.com` is a name, and the checks
/// of MX records are to say what is wrong with it. ``isHostName`` tells those that hosts may have.
package struct DomainName: Hashable, Sendable {
  /// Presentation form without the final dot: `example.com.cn`, the root is the empty text.
  ///
  /// Dots and backslashes inside labels are `\.` and `\\`, octets that do not print `\DDD`.
  package let text: String

  /// Reads a text as people and programs write it, with or without the final dot.
  ///
  /// - Throws: ``DomainNameFault`` where the text is no domain name.
  package init(_ text: String) throws(DomainNameFault) {
    try self.init(text, relativeTo: nil)
  }

  /// Reads a text as ``init(_:)`` does; `nil` where the text is no domain name, for callers that do not ask why.
  package init?(text: String) {
    do throws(DomainNameFault) { try self.init(text) } catch { return nil }
  }

  /// Reads a text of a zone file: `@` is the origin, without a final dot it is below the origin.
  package init(_ text: String, relativeTo origin: DomainName?) throws(DomainNameFault) {
    if text == "@", let origin {
      self = origin
      return
    }
    if text == "." {
      self.text = ""
      return
    }
    guard !text.isEmpty else { throw .empty }
    var (name, isAbsolute) = try DomainNameText.normalized(text)
    if let origin, !isAbsolute, !origin.isRoot { name += "." + origin.text }
    // 255 octets on the wire (RFC 1035 3.1) are 253 of text; escapes only shorten.
    guard name.utf8.count <= 253 || DomainNameText.wireLength(name) <= 255 else {
      throw .nameTooLong
    }
    self.text = name
  }

  /// Takes the domain out of a mailbox or of a text that is a domain itself; `nil` where it is neither.
  package init?(mailbox text: String) {
    guard let host = text.split(separator: "@").last else { return nil }
    self.init(text: String(host))
  }

  private init(trusted text: String) { self.text = text }

  /// The name of everything.
  package static let root = DomainName(trusted: "")

  package var isRoot: Bool { text.isEmpty }

  /// The labels go from left to right and have escapes as ``text`` has.
  package var labels: [Substring] { isRoot ? [] : DomainNameText.labels(of: text) }

  /// The name with one label less; the root has `nil`.
  package var parent: DomainName? {
    guard !isRoot else { return nil }
    guard let dot = DomainNameText.firstDot(in: text) else { return .root }
    return DomainName(trusted: String(text[text.index(after: dot)...]))
  }

  /// Returns whether it is the other name or below it.
  package func isWithin(_ other: DomainName) -> Bool {
    if other.isRoot || self == other { return true }
    guard text.utf8.count > other.text.utf8.count, text.hasSuffix(other.text) else { return false }
    let end = text.utf8.index(text.utf8.endIndex, offsetBy: -other.text.utf8.count)
    let dot = text.utf8.index(before: end)
    return text.utf8[dot] == UInt8(ascii: ".")
      && (dot == text.startIndex || text.utf8[text.utf8.index(before: dot)] != UInt8(ascii: "\\"))
  }

  /// Returns the name with labels before it, `_dmarc` for one; `nil` where that is too long for a name.
  package func prefixed(by labels: String) -> DomainName? {
    DomainName(text: isRoot ? labels : labels + "." + text)
  }

  /// Whether a host may have the name: letters, digits, inner hyphens, the last label not all digits
  /// (RFC 952, RFC 1123 2.1).
  package var isHostName: Bool {
    let labels = labels
    guard let last = labels.last, !last.utf8.allSatisfy(DecimalNumber.isDigit) else {
      return false
    }
    return labels.allSatisfy { label in
      label.utf8.allSatisfy {
        DecimalNumber.isDigit($0) || DomainNameText.isLetter($0) || $0 == 45
      }
        && !label.hasPrefix("-") && !label.hasSuffix("-")
    }
  }
}

/// Why a text is no domain name.
package enum DomainNameFault: Error, Hashable, Sendable {
  case empty
  /// Two dots in a row, or one at the start.
  case emptyLabel
  /// More than 63 octets between two dots.
  case labelTooLong
  /// More than 255 octets altogether.
  case nameTooLong
  /// A backslash that is followed by nothing, or by digits above 255.
  case badEscape
  /// A character that IDNA does not allow in names.
  case unencodable
}

extension DomainName: Comparable, CustomStringConvertible {
  package static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package var description: String { isRoot ? "." : text }
}
