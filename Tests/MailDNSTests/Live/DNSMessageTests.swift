import MailDNS
import Testing

/// Messages as a server would send them.
struct TestMessage {
  var flags = 0x8180
  var question = "e.com"
  var type = 16
  var answers: [[UInt8]] = []

  static func name(_ text: String) -> [UInt8] {
    text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
  }

  static func record(_ owner: String, _ type: UInt8, _ data: [UInt8]) -> [UInt8] {
    name(owner) + [0, type, 0, 1, 0, 0, 2, 88, UInt8(data.count >> 8), UInt8(data.count & 255)]
      + data
  }

  var bytes: [UInt8] {
    [0, 7, UInt8(flags >> 8), UInt8(flags & 255), 0, 1, 0, UInt8(answers.count), 0, 0, 0, 0]
      + Self.name(question) + [0, UInt8(type), 0, 1] + answers.flatMap(\.self)
  }

  func answer(_ type: RecordType = .txt) throws -> LiveAnswer {
    LiveAnswer.reading(bytes, to: DNSQuestion(try DomainName("e.com"), type))
  }
}

@Suite struct DNSMessageTests {
  @Test func readsRecordsOfAllKinds() throws {
    let texts = TestMessage(answers: [
      TestMessage.record("e.com", 16, [3, 97, 98, 99, 2, 100, 101]),
      [0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 1, 0, 2, 1, 120],
      TestMessage.record("other.com", 16, [1, 121]),
    ])
    #expect(try texts.answer().records.map(\.data) == [.txt(["abc", "de"]), .txt(["x"])])
    var mail = TestMessage(type: 15)
    mail.answers = [TestMessage.record("e.com", 15, [0, 5, 2, 109, 120, 0xC0, 12])]
    #expect(try mail.answer(.mx).records.map(\.data.text) == ["5 mx.e.com"])
    var six = TestMessage(type: 28)
    six.answers = [
      TestMessage.record("e.com", 28, [0xFE, 0x80] + [UInt8](repeating: 0, count: 13) + [1])
    ]
    #expect(try six.answer(.aaaa).records.map(\.data.text) == ["fe80::1"])
  }

  @Test func followsAliasesAndStopsAtLoops() throws {
    func alias(_ from: String, _ to: String) -> [UInt8] {
      TestMessage.record(from, 5, TestMessage.name(to))
    }
    let way = TestMessage(answers: [
      alias("e.com", "a.net"), alias("a.net", "b.net"), TestMessage.record("b.net", 16, [1, 97]),
    ])
    #expect(try way.answer().records.count == 3)
    let loop = TestMessage(answers: [alias("e.com", "a.net"), alias("a.net", "e.com")])
    #expect(try loop.answer().failure == .aliasLoop)
    let open = try TestMessage(answers: [alias("e.com", "a.net")]).answer()
    #expect(open.failure == nil && open.absence == nil)
    var set = RecordSet()
    set.add(open, origin: TestZone.origin)
    #expect(set.open(open.question)?.text == "TXT a.net")
  }

  @Test(
    arguments: [
      (0x8180, DNSAbsence.Kind.noData, DNSFailure?.none), (0x8183, .noName, nil),
      (0x8182, nil, .serverFailure), (0x8185, nil, .refused), (0x8380, nil, .tooLarge),
      (0x0180, nil, .malformed),
    ] as [(Int, DNSAbsence.Kind?, DNSFailure?)])
  func readsCodes(_ flags: Int, _ absence: DNSAbsence.Kind?, _ failure: DNSFailure?) throws {
    let answer = try TestMessage(flags: flags).answer()
    #expect(answer.absence?.kind == absence)
    #expect(answer.failure == failure)
  }

  @Test(
    arguments: [
      [0xC0, 29] + [0, 16, 0, 1], TestMessage.record("e.com", 16, [9, 97]), [63, 1],
      [0xFF, 0xFF, 0, 16, 0, 1],
    ] as [[UInt8]])
  func refusesWhatMakesNoSense(_ record: [UInt8]) throws {
    #expect(try TestMessage(answers: [record]).answer().failure == .malformed)
  }

  @Test func takesNoAnswerToAnotherQuestion() throws {
    #expect(try TestMessage(question: "f.com").answer().failure == .malformed)
    #expect(try TestMessage().answer(.mx).failure == .malformed)
  }

  @Test func survivesMutations() throws {
    var random = Seeded(state: 23)
    let good = TestMessage(answers: [
      TestMessage.record("e.com", 5, [1, 97, 0xC0, 12]),
      TestMessage.record("a.e.com", 16, [3, 97, 98, 99]),
    ]).bytes
    let question = DNSQuestion(try DomainName("e.com"), .txt)
    for _ in 0..<5_000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
      let answer = LiveAnswer.reading(bytes, to: question)
      // The texts in which a record is handed on make the same record.
      for record in answer.records {
        #expect(RecordData(record.data.type, fieldTexts: record.data.fieldTexts) == record.data)
      }
    }
  }
}
