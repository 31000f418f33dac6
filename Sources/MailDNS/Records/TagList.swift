/// `tag=value; tag=value`, as DKIM, DMARC, MTA-STS and TLS reports write it (RFC 6376 3.2).
package struct TagList: Hashable, Sendable {
  package struct Tag: Hashable, Sendable {
    /// As written; case counts.
    package let name: String
    /// The value has no spaces around it.
    package let value: String
    /// The offset is 0-based and counts Unicode scalars from the start of the record.
    package let offset: Int
  }

  /// A stretch that is no `tag=value`.
  package struct Fault: Hashable, Sendable {
    package let text: String
    package let offset: Int
  }

  package let tags: [Tag]
  package let faults: [Fault]
  /// Tags that are there already; the first counts.
  package let repeated: [Tag]

  package init(_ text: String) {
    var tags: [Tag] = []
    var faults: [Fault] = []
    var repeated: [Tag] = []
    var names: Set<String> = []
    var offset = 0
    let pieces = text.unicodeScalars.split(separator: ";", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      // More tags than anybody has are not looked at.
      guard tags.count + repeated.count + faults.count < Self.limit else { break }
      defer { offset += piece.count + 1 }
      let lead = piece.prefix(while: Self.isSpace).count
      let body = Self.trimmed(piece)
      // A semicolon may end the last one.
      if body.isEmpty, index == pieces.count - 1 { continue }
      let sign = body.firstIndex(of: "=") ?? body.endIndex
      let name = Self.trimmed(body[..<sign])
      guard sign < body.endIndex, Self.isName(name) else {
        faults.append(
          Fault(text: String(String.UnicodeScalarView(body)), offset: offset + lead))
        continue
      }
      let tag = Tag(
        name: String(String.UnicodeScalarView(name)),
        value: String(String.UnicodeScalarView(Self.trimmed(body[body.index(after: sign)...]))),
        offset: offset + lead)
      if names.insert(tag.name).inserted {
        tags.append(tag)
      } else {
        repeated.append(tag)
      }
    }
    self.tags = tags
    self.faults = faults
    self.repeated = repeated
  }

  private static let limit = 100

  package subscript(name: String) -> String? { tags.first { $0.name == name }?.value }

  func tag(_ name: String) -> Tag? { tags.first { $0.name == name } }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\r" || scalar == "\n"
  }

  private static func trimmed(
    _ text: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    var text = text.drop(while: isSpace)
    while let last = text.last, isSpace(last) { text = text.dropLast() }
    return text
  }

  private static func isName(_ name: Substring.UnicodeScalarView) -> Bool {
    guard let first = name.first, first.isASCII, first.properties.isAlphabetic else { return false }
    return name.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || (0x30...0x39).contains($0.value) || $0 == "_")
    }
  }
}
