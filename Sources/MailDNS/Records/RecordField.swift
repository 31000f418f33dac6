/// A field of a record's text is a word or a quoted string (RFC 1035 5.1).
package struct RecordField: Hashable, Sendable {
  /// The text stands without the quotes and with its escapes.
  package let text: String
  package let isQuoted: Bool

  package init(_ text: String, isQuoted: Bool = false) {
    self.text = text
    self.isQuoted = isQuoted
  }

  /// The character-string that it stands for; bytes that are not UTF-8 become U+FFFD.
  package var characterString: String {
    get throws(DomainNameFault) {
      guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
      var octets: [UInt8] = []
      var bytes = text.utf8.makeIterator()
      while let byte = bytes.next() {
        octets.append(
          byte == UInt8(ascii: "\\") ? try DomainNameText.escaped(&bytes) : byte)
      }
      return String(decoding: octets, as: UTF8.self)
    }
  }

  /// Returns the fields of one line, without comment and parentheses; `nil` where a quote is not closed.
  ///
  /// Only ASCII quotes count: `“` is a letter like any other, and to be complained of later.
  package static func all(of line: some StringProtocol) -> [RecordField]? {
    var fields: [RecordField] = []
    var field: [UInt8] = []
    var isOpen = false
    var isQuoted = false
    var bytes = line.utf8.makeIterator()
    func close() {
      if isOpen {
        fields.append(RecordField(String(decoding: field, as: UTF8.self), isQuoted: isQuoted))
      }
      field = []
      isOpen = false
      isQuoted = false
    }
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "\\"):
        field.append(byte)
        if let next = bytes.next() { field.append(next) }
        isOpen = true
      case UInt8(ascii: "\"") where isQuoted: close()
      case UInt8(ascii: "\""):
        close()
        isOpen = true
        isQuoted = true
      case _ where isQuoted: field.append(byte)
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "("), UInt8(ascii: ")"), 13: close()
      case UInt8(ascii: ";"):
        close()
        return fields
      default:
        field.append(byte)
        isOpen = true
      }
    }
    guard !isQuoted else { return nil }
    close()
    return fields
  }

  /// Returns a character-string in quotes, as a zone file writes it.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
