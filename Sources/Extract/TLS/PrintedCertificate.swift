internal import MailDNS
internal import Model

/// What a tool printed of a server's certificate without the certificate: `openssl x509 -noout -subject -dates`,
/// `openssl x509 -text`, `curl -v`.
///
/// Nobody can check such lines, so what they say is never sure.
struct PrintedCertificate {
  private(set) var subject: [String: String] = [:]
  private(set) var issuer: [String: String] = [:]
  private(set) var validFrom: Instant?
  private(set) var validTo: Instant?
  /// Alternative names, as far as they were printed.
  private(set) var names: [String] = []
  /// Whether the line after this one lists the alternative names.
  private var awaitsNames = false

  /// Below what rules take for known: nothing in such lines is protected by a signature.
  static let confidence = 0.8
  private static let nameLimit = 200

  var isEmpty: Bool { subject.isEmpty && issuer.isEmpty && validFrom == nil && validTo == nil }

  /// Whether a text holds such lines: two of them, as one alone says little.
  static func isLikely(_ head: String) -> Bool {
    if head.contains("* Server certificate:") || head.contains("* SSL connection using") {
      return true
    }
    let marks = ["subject=", "issuer=", "notBefore=", "notAfter=", "Not After :", "Not Before:"]
    return marks.count { head.contains($0) } >= 2
  }

  /// - Returns: whether the line says something of the certificate.
  mutating func take(_ line: Substring) -> Bool {
    if awaitsNames {
      awaitsNames = false
      return takeNames(line)
    }
    let line = line.first == "*" ? line.dropFirst().drop { $0 == " " } : line
    if line.hasPrefix("X509v3 Subject Alternative Name") {
      awaitsNames = true
    } else if let text = Self.value(of: ["subject", "Subject"], in: line) {
      subject = Self.attributes(text)
    } else if let text = Self.value(of: ["issuer", "Issuer"], in: line) {
      issuer = Self.attributes(text)
    } else if let text = Self.value(of: ["notBefore", "Not Before", "start date"], in: line) {
      validFrom = EvidenceTime.instant(text)
    } else if let text = Self.value(of: ["notAfter", "Not After", "expire date"], in: line) {
      validTo = EvidenceTime.instant(text)
    } else if let text = Self.value(of: ["subjectAltName"], in: line) {
      // curl names the one that fits: `host "a" matched cert's "*.b"`.
      guard let range = text.firstRange(of: "matched cert's \"") else { return true }
      let name = text[range.upperBound...].prefix { $0 != "\"" }
      if !name.isEmpty { names.append(name.lowercased()) }
    } else {
      return false
    }
    return true
  }

  private mutating func takeNames(_ line: Substring) -> Bool {
    let found = line.split(separator: ",").compactMap { part -> String? in
      let part = part.trimming(\.isWhitespace)
      return part.hasPrefix("DNS:") ? part.dropFirst(4).lowercased() : nil
    }
    names += found.prefix(Self.nameLimit)
    return !found.isEmpty
  }

  /// What stands behind one of the labels and `=` or `:`.
  private static func value(of labels: [String], in line: Substring) -> Substring? {
    for label in labels where line.hasPrefix(label) {
      let rest = line.dropFirst(label.count).drop { $0 == " " }
      if let mark = rest.first, "=:".contains(mark) {
        return rest.dropFirst().trimming(\.isWhitespace)
      }
    }
    return nil
  }

  /// `/C=CN/O=a/CN=b` of OpenSSL before 1.1, `C = CN, O = "a, b", CN = c` of later ones, `C=CN; CN=c` of curl.
  private static func attributes(_ text: Substring) -> [String: String] {
    let text = text.prefix(2_000)
    let separators: Set<Character> = text.first == "/" ? ["/"] : [",", ";"]
    var parts: [String] = []
    var part = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, separators.contains(character) {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    parts.append(part)
    var attributes: [String: String] = [:]
    for part in parts {
      guard let mark = part.firstIndex(of: "=") else { continue }
      let key = part[..<mark].trimmed.uppercased()
      let value = unescaped(part[part.index(after: mark)...].trimmed)
      if attributes[key] == nil, !value.isEmpty { attributes[key] = value }
    }
    return attributes
  }

  /// `\xE5\xB9\xBF` are the bytes of a letter.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\x") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "x"),
        let value = UInt8(String(decoding: rest.dropFirst().prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? text
  }
}
