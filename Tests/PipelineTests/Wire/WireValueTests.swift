import MailDNS
import Model
import Testing

@testable import Ingest
@testable import Pipeline

@Suite struct WireValueTests {
  private func comesBack<Value: WireValue & Equatable>(_ value: Value) throws -> Bool {
    try WireReader.value(in: WireWriter.bytes(of: value)) == value
  }

  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 1 << 40, .max, .min])
  func numbersOfAllSizesComeBack(number: Int) throws {
    #expect(try comesBack(number))
    #expect(try comesBack([number, number]))
  }

  /// Two forms of one value would make two bodies of one reading.
  @Test(
    arguments: [
      [0x80, 0x00], [0x81, 0x80, 0x00], [UInt8](repeating: 0x80, count: 9) + [0x02],
      [UInt8](repeating: 0xFF, count: 11), [], [0x80],
    ] as [[UInt8]])
  func numbersInAnyOtherFormAreRefused(bytes: [UInt8]) {
    #expect(throws: WireReader.Malformed.self) { try WireReader.value(Int.self, in: bytes) }
  }

  @Test func textsComeBackAndAreWrittenOnce() throws {
    let texts = ["", "星河", "a\u{0}b", "星河", ""]
    #expect(try comesBack(texts))
    let once = WireWriter.bytes(of: ["abcdefgh"])
    #expect(WireWriter.bytes(of: ["abcdefgh", "abcdefgh"]).count == once.count + 1)
  }

  @Test(
    arguments: [
      // A number of no text, a length beyond the end, no UTF-8, a negative length.
      [0x02], [0x00, 0x04, 0x61], [0x00, 0x02, 0xFF], [0x00, 0x01],
      // The least number of a text, and the greatest.
      WireWriter.bytes(of: Int.min), WireWriter.bytes(of: Int.max), WireWriter.bytes(of: -1),
    ] as [[UInt8]])
  func textsThatAreNoneAreRefused(bytes: [UInt8]) {
    #expect(throws: WireReader.Malformed.self) { try WireReader.value(String.self, in: bytes) }
  }

  @Test func detailsComeInTheOrderOfTheirKeysAndOnce() throws {
    #expect(try comesBack(["b": "1", "a": "2"]))
    for keys in [["b", "a"], ["a", "a"]] {
      var bytes = WireWriter.bytes(of: 2)
      bytes += WireWriter.bytes(of: keys.flatMap { [$0, "x" + $0] }).dropFirst()
      #expect(throws: WireReader.Malformed.self) {
        try WireReader.value([String: String].self, in: bytes)
      }
    }
  }

  @Test func listsInListsEndSomewhere() throws {
    func nest(_ levels: Int) -> Value { (0..<levels).reduce(.null) { value, _ in .list([value]) } }
    #expect(try comesBack(nest(8)))
    #expect(throws: WireReader.Malformed.self) { try comesBack(nest(9)) }
  }

  @Test func framesAreCutWhereverTheBytesAre() throws {
    let values = ["a", String(repeating: "长", count: 500), ""]
    let bytes = values.flatMap { Frame.holding($0) }
    for step in [1, 3, 700, bytes.count] {
      var buffer = FrameBuffer(longest: Frame.longest)
      var found: [String] = []
      for start in stride(from: 0, to: bytes.count, by: step) {
        buffer.append(Array(bytes[start..<min(bytes.count, start + step)]))
        while let payload = try buffer.next() { found.append(try WireReader.value(in: payload)) }
      }
      #expect(found == values)
    }
    var buffer = FrameBuffer(longest: Frame.longest)
    buffer.append([0xFF, 0, 0, 0])
    #expect(throws: WireReader.Malformed.self) { try buffer.next() }
  }

  @Test func whatArchivesHoldComesBack() throws {
    let notice = Notice(file: "b.zip!/x", stage: .ingest, code: .fileEmpty, details: ["a": "b"])
    #expect(
      try comesBack(
        ArchiveListing(
          members: [
            .init(path: "b.zip!/x", digest: "", size: 0, obstacle: notice),
            .init(path: "甲.jpg", digest: "ab", size: 1 << 33),
          ], obstacle: notice)))
    #expect(
      try comesBack(RosterTable(rows: [.init(number: 1, cells: ["a", ""])], isSpreadsheet: true)))
  }

  @Test func liveAnswersComeBack() throws {
    let name = try DomainName("e.test")
    let question = DNSQuestion(name, .txt)
    let records = [
      DNSMessage.Record(owner: name, timeToLive: 60, data: .cname(try DomainName("f.test"))),
      DNSMessage.Record(owner: name, timeToLive: 0, data: .txt(["v=spf1 -all", ""])),
    ]
    #expect(
      try comesBack([
        LiveAnswer(question, records: records), .failed(question, .refused),
        LiveAnswer(question, absence: .init(kind: .noName, name: name)),
        LiveAnswer(question, absence: .init(kind: .noData, name: name)),
      ]))
  }
}
