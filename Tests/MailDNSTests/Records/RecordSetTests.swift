import MailDNS
import Model
import Testing

/// Records for tests, as lines of a zone file.
struct TestZone {
  var set = RecordSet()
  static let origin = RecordOrigin(evidence: Evidence(file: "zone.txt", method: .dns))

  /// Each line: a whole owner name, a type and the data.
  init(_ lines: String...) throws {
    for line in lines { try add(line) }
  }

  mutating func add(_ line: String) throws {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    let fields = try #require(RecordField.all(of: words[2]))
    set.add(
      DNSRecord(
        owner: try DomainName(words[0]), data: try RecordData(RecordType(name: words[1]), fields),
        origin: Self.origin))
  }

  func ask(_ name: String, _ type: RecordType) throws -> DNSAnswer {
    set.answer(DNSQuestion(try DomainName(name), type))
  }
}

@Suite struct RecordSetTests {
  @Test func doesNotKnowWhatWasNotSupplied() throws {
    let zone = try TestZone("example.com MX 5 mx.example.com")
    #expect(try zone.ask("example.com", .txt) == .notSupplied)
    #expect(try zone.ask("www.example.com", .a) == .notSupplied)
    #expect(try zone.ask("example.com", .mx).records.count == 1)
  }

  @Test func keepsARecordOnce() throws {
    let zone = try TestZone("e.com TXT \"a\"", "E.com. TXT a", "e.com TXT \"b\"")
    #expect(zone.set.count == 2)
    #expect(try zone.ask("e.com", .txt).records.count == 2)
  }

  @Test func followsAliasesUntilTheyLoop() throws {
    let zone = try TestZone(
      "a.com CNAME b.com", "b.com CNAME c.com", "c.com A 192.0.2.1", "l.com CNAME m.com",
      "m.com CNAME l.com", "out.com CNAME elsewhere.net")
    #expect(try zone.ask("a.com", .a).records.map(\.owner.text) == ["c.com"])
    #expect(try zone.ask("a.com", .cname).records.count == 1)
    #expect(try zone.ask("l.com", .a) == .failed(.aliasLoop))
    #expect(try zone.ask("out.com", .a) == .notSupplied)
  }

  @Test func takesTheWordThatThereIsNothing() throws {
    var zone = try TestZone("e.com MX 5 mx.e.com")
    zone.set.add(
      absence: .noData, of: DNSQuestion(try DomainName("e.com"), .txt), origin: TestZone.origin)
    zone.set.add(
      absence: .noName, of: DNSQuestion(try DomainName("x.e.com"), .txt), origin: TestZone.origin)
    zone.set.add(failure: .timeout, of: DNSQuestion(try DomainName("e.com"), .aaaa))
    let noData = DNSAnswer.empty(DNSAbsence(kind: .noData, origin: TestZone.origin))
    #expect(try zone.ask("e.com", .txt) == noData)
    #expect(try zone.ask("e.com", .a) == .notSupplied)
    let nothing = DNSAnswer.empty(DNSAbsence(kind: .noName, origin: TestZone.origin))
    #expect(try zone.ask("x.e.com", .a) == nothing)
    #expect(try zone.ask("y.x.e.com", .a) == nothing)
    #expect(try zone.ask("e.com", .aaaa) == .failed(.timeout))
  }

  @Test func knowsAllOfAWholeZone() throws {
    var zone = try TestZone(
      "e.com MX 5 mx.e.com", "*.w.e.com TXT w", "a.b.e.com A 192.0.2.1",
      "sub.e.com NS ns.other.net")
    zone.set.add(completeZone: try DomainName("e.com"), origin: TestZone.origin)
    func kind(_ name: String, _ type: RecordType) throws -> DNSAbsence.Kind? {
      if case .empty(let absence) = try zone.ask(name, type) { absence.kind } else { nil }
    }
    #expect(try kind("e.com", .txt) == .noData)
    #expect(try kind("_dmarc.e.com", .txt) == .noName)
    #expect(try kind("b.e.com", .txt) == .noData)
    #expect(try kind("w.e.com", .txt) == .noData)
    #expect(try zone.ask("x.w.e.com", .txt).records.count == 1)
    #expect(try kind("x.w.e.com", .a) == .noData)
    #expect(try zone.ask("x.sub.e.com", .a) == .notSupplied)
    #expect(try zone.ask("other.com", .a) == .notSupplied)
  }
}
