/// Reads the words of a record in presentation format (RFC 1035 5.1, RFC 3597).
struct RecordWords {
  let bytes: [UInt8]

  /// What stands between owner and data.
  struct Head {
    var timeToLive: Int?
    var recordClass = "IN"
    var type: RecordType
    /// Index of the first word of the data.
    var data: Int
  }

  private static let classes: Set<String> = ["IN", "CH", "HS", "CS"]

  /// Class and time to live in either order or left out, then the type.
  func head(_ words: [ZoneScanner.Word], from start: Int) -> Head? {
    var timeToLive: Int?
    var recordClass: String?
    for index in words.indices.dropFirst(start) {
      let word = words[index]
      guard !word.isQuoted, word.range.count <= 16 else { return nil }
      let text = capitals(word.range)
      if timeToLive == nil, let seconds = Self.seconds(text) {
        timeToLive = seconds
      } else if recordClass == nil, Self.classes.contains(text) {
        recordClass = text
      } else if RecordType.isName(text) {
        return Head(
          timeToLive: timeToLive, recordClass: recordClass ?? "IN", type: RecordType(name: text),
          data: index + 1)
      } else {
        return nil
      }
    }
    return nil
  }

  func data(
    _ type: RecordType, _ words: ArraySlice<ZoneScanner.Word>, origin: DomainName?
  ) throws(LineFault) -> RecordData {
    do throws(RecordDataFault) {
      return try RecordData(
        type, words.map { RecordField(text($0.range), isQuoted: $0.isQuoted) }, origin: origin)
    } catch { throw .dataInvalid }
  }

  func name(_ range: Range<Int>, origin: DomainName?) throws(LineFault) -> DomainName {
    do throws(DomainNameFault) {
      return try DomainName(text(range), relativeTo: origin)
    } catch { throw .nameInvalid }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func capitals(_ range: Range<Int>) -> String {
    String(
      decoding: bytes[range].map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }, as: UTF8.self)
  }

  /// `3600`, `1H30M`, in capitals (BIND 9 manual, "Setting TTLs").
  static func seconds(_ text: String) -> Int? {
    var total = 0
    var number: Int?
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        let next = number.map { $0 * 10 + Int(byte) - 0x30 } ?? Int(byte) - 0x30
        guard next <= 0xFFFF_FFFF else { return nil }
        number = next
      } else {
        guard let unit = units[byte], let value = number else { return nil }
        total += value * unit
        number = nil
      }
    }
    guard !text.isEmpty else { return nil }
    return number.map { total + $0 } ?? total
  }

  private static let units: [UInt8: Int] = [
    UInt8(ascii: "S"): 1, UInt8(ascii: "M"): 60, UInt8(ascii: "H"): 3_600,
    UInt8(ascii: "D"): 86_400, UInt8(ascii: "W"): 604_800,
  ]
}
