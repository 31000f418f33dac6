/// The answer of a name server as it came (RFC 1035 4), read with suspicion.
package struct DNSMessage: Hashable, Sendable {
  /// A record of the answer section.
  package struct Record: Hashable, Sendable {
    package let owner: DomainName
    package let timeToLive: Int
    package let data: RecordData

    package init(owner: DomainName, timeToLive: Int, data: RecordData) {
      self.owner = owner
      self.timeToLive = timeToLive
      self.data = data
    }
  }

  /// RFC 1035 4.1.1; 0 for success, 3 for a name that does not exist.
  package let responseCode: Int
  package let isTruncated: Bool
  package let question: DNSQuestion?
  /// Those of types that are read, in the server's order.
  package let answers: [Record]

  /// More records than this nobody needs for mail.
  package static let recordLimit = 256

  /// Reads a message off the wire.
  ///
  /// - Throws: `malformed` or `tooLarge` where the bytes are no message or hold too much.
  package init(_ bytes: [UInt8]) throws(DNSFailure) {
    var reader = MessageReader(bytes: bytes)
    _ = try reader.number(2)
    let flags = try reader.number(2)
    guard flags & 0x8000 != 0 else { throw .malformed }
    let questionCount = try reader.number(2)
    let answerCount = try reader.number(2)
    _ = try reader.number(2)
    _ = try reader.number(2)
    guard questionCount <= 1 else { throw .malformed }
    guard answerCount <= Self.recordLimit else { throw .tooLarge }
    var asked: DNSQuestion?
    if questionCount == 1 {
      let name = try reader.name()
      let type = try reader.number(2)
      _ = try reader.number(2)
      asked = RecordType(code: type).map { DNSQuestion(name, $0) }
    }
    var answers: [Record] = []
    for _ in 0..<answerCount {
      if let record = try reader.record() { answers.append(record) }
    }
    responseCode = flags & 0xF
    isTruncated = flags & 0x0200 != 0
    question = asked
    self.answers = answers
  }
}

extension RecordType {
  /// As on the wire; `nil` for types that are not asked for.
  package var code: Int? {
    switch self {
    case .a: 1
    case .ns: 2
    case .cname: 5
    case .soa: 6
    case .ptr: 12
    case .mx: 15
    case .txt: 16
    case .aaaa: 28
    case .srv: 33
    case .tlsa: 52
    case .caa: 257
    case .other: nil
    }
  }

  init?(code: Int) {
    guard let type = Self.known.first(where: { $0.code == code }) else { return nil }
    self = type
  }
}

extension DomainName {
  /// The name with octets that do not print as themselves after a backslash, as c-ares reads names.
  package var plainlyEscaped: String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var octets: [UInt8] = []
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      octets.append(byte)
      guard byte == UInt8(ascii: "\\") else { continue }
      do throws(DomainNameFault) {
        octets.append(try DomainNameText.escaped(&bytes))
      } catch { return "" }
    }
    return String(decoding: octets, as: UTF8.self)
  }
}

/// Goes through the bytes from front to back; names alone jump, and only backwards.
private struct MessageReader {
  let bytes: [UInt8]
  var position = 0

  /// An unsigned number of so many octets.
  mutating func number(_ octets: Int) throws(DNSFailure) -> Int {
    guard position + octets <= bytes.count else { throw .malformed }
    let value = bytes[position..<(position + octets)].reduce(0) { $0 << 8 | Int($1) }
    position += octets
    return value
  }

  /// A name, its compression undone (RFC 1035 4.1.4).
  mutating func name() throws(DNSFailure) -> DomainName {
    var text = ""
    var place = position
    var end: Int?
    var octets = 1
    // Each jump must lead before the last one, so that it ends.
    var lowest = position
    while true {
      guard place < bytes.count else { throw .malformed }
      let length = Int(bytes[place])
      if length == 0 { break }
      if length & 0xC0 == 0xC0 {
        guard place + 1 < bytes.count else { throw .malformed }
        let target = (length & 0x3F) << 8 | Int(bytes[place + 1])
        guard target < lowest else { throw .malformed }
        end = end ?? place + 2
        lowest = target
        place = target
        continue
      }
      guard length <= 63, place + length < bytes.count else { throw .malformed }
      octets += length + 1
      guard octets <= 255 else { throw .malformed }
      text += DomainNameText.presented(bytes[(place + 1)...(place + length)]) + "."
      place += length + 1
    }
    position = end ?? place + 1
    do throws(DomainNameFault) { return try DomainName(text.isEmpty ? "." : text) } catch {
      throw .malformed
    }
  }

  /// A record; `nil` where its type or class is not read.
  mutating func record() throws(DNSFailure) -> DNSMessage.Record? {
    let owner = try name()
    let type = RecordType(code: try number(2))
    let recordClass = try number(2)
    let timeToLive = try number(4)
    let length = try number(2)
    let end = position + length
    guard end <= bytes.count else { throw .malformed }
    defer { position = end }
    guard recordClass == 1, let type, let data = try data(type, end: end) else { return nil }
    // Names in the data may not reach beyond it.
    guard position <= end else { throw .malformed }
    return DNSMessage.Record(owner: owner, timeToLive: timeToLive, data: data)
  }

  private mutating func data(_ type: RecordType, end: Int) throws(DNSFailure) -> RecordData? {
    switch type {
    case .a: return .a(IPv4Address(bits: UInt32(truncatingIfNeeded: try number(4))))
    case .aaaa:
      let high = UInt128(UInt64(bitPattern: Int64(try number(8))))
      let low = UInt128(UInt64(bitPattern: Int64(try number(8))))
      return .aaaa(IPv6Address(bits: high << 64 | low))
    case .cname: return .cname(try name())
    case .ns: return .ns(try name())
    case .ptr: return .ptr(try name())
    case .mx:
      let preference = try number(2)
      return .mx(MailExchange(preference: preference, host: try name()))
    case .txt:
      var strings: [String] = []
      while position < end {
        let length = try number(1)
        guard position + length <= end else { throw .malformed }
        strings.append(String(decoding: bytes[position..<(position + length)], as: UTF8.self))
        position += length
      }
      return strings.isEmpty ? nil : .txt(strings)
    case .soa, .srv, .caa, .tlsa, .other: return nil
    }
  }
}
