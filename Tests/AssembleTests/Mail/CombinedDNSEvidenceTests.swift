import MailDNS
import Model
import Testing

@testable import Assemble

@Suite struct CombinedDNSEvidenceTests {
  private static let asOf = CalendarDate(iso: "2026-11-22")
  private static let catalogue = FactCatalogue(MailDomainFacts.declarations)

  /// A file as its reading leaves it.
  private static func file(_ name: String, _ lines: [String]) throws -> Extraction {
    let text = lines.joined(separator: "\n")
    let format = try #require(DNSEvidenceText.format(of: text), "\(name)")
    let capture = try #require(
      DNSEvidenceText.capture(EvidenceText(Array(text.utf8), file: name), as: format))
    return extraction(of: capture, name)
  }

  private static func extraction(of capture: DNSCapture, _ name: String) -> Extraction {
    var extraction = Extraction(file: name, mediaType: .text)
    extraction.names = [capture.evidence(pages: [0])]
    for domain in MailDomains.domains(of: capture) {
      let study = MailDomainStudy(of: domain, in: capture.set, providers: .none)
      extraction.documents.append(document(study.facts))
    }
    return extraction
  }

  private static func document(_ facts: [Fact]) -> Document {
    Document(
      kind: .dnsRecords, confidence: 0.99, pages: [0], rotationDegrees: 0, isReadWhole: true,
      facts: facts)
  }

  private static func dig(_ name: String, _ type: String, _ data: String...) -> [String] {
    ["$ dig +noall +answer \(name) \(type)"] + data.map { "\(name). 600 IN \(type) \($0)" }
  }

  private static func declaration(_ texts: [String: String]) -> [Fact] {
    texts.sorted { $0.key < $1.key }.map { key, value in
      Fact(key: "declared.mail." + key, value: .string(value), confidence: 1, evidence: [])
    }
  }

  private struct Outcome {
    var facts: [String: ResolvedFact]
    var notices: [Notice]

    func value(_ key: String) -> Value? { facts["dns." + key]?.value }
    func state(_ key: String) -> FactState? { facts["dns." + key]?.state }
    var codes: [NoticeCode] { notices.map(\.code) }
  }

  private static func outcome(
    _ files: [Extraction], _ declared: [String: String] = [:]
  ) throws -> Outcome {
    let declaration = declaration(declared)
    let combined = CombinedDNSEvidence.combined(files, declaration: declaration, providers: .none)
    let set = Assembly.factSet(
      extractions: combined, declaration: declaration, isDrafted: false, asOf: try #require(asOf),
      catalogue: catalogue, minimumConfidence: 0.85)
    return Outcome(facts: set.facts, notices: combined.flatMap(\.notices))
  }

  private static let own = [
    "e-example.cn", "TXT", "\"v=spf1 include:spf.other-example.com -all\"",
  ]

  @Test func includesAreFollowedIntoOtherFiles() throws {
    let one = try Self.file("a.txt", Self.dig(Self.own[0], Self.own[1], Self.own[2]))
    let alone = try Self.outcome([one])
    #expect(alone.state("spf_lookups") == .unread)
    #expect(alone.value("spf_unexpanded") == .list([.string("spf.other-example.com")]))
    let two = try Self.file(
      "b.txt", Self.dig("spf.other-example.com", "TXT", "\"v=spf1 a:mx.other-example.com -all\""))
    for files in [[one, two], [two, one]] {
      let both = try Self.outcome(files)
      #expect(both.value("domain") == .string("e-example.cn"))
      #expect(both.value("spf_lookups") == .int(2))
      #expect(both.value("spf_unexpanded") == .list([]))
      #expect(both.value("spf_result") == .string("fail"))
      #expect(both.codes == [])
    }
  }

  @Test func aFileForEachRecordMakesOneDomain() throws {
    let files = [
      try Self.file("mx.txt", Self.dig("e-example.cn", "MX", "5 mx.e-example.cn.")),
      try Self.file("spf.txt", Self.dig("e-example.cn", "TXT", "\"v=spf1 mx -all\"")),
      try Self.file("a.txt", Self.dig("mx.e-example.cn", "A", "192.0.2.1")),
    ]
    let outcome = try Self.outcome(files)
    #expect(outcome.value("mx") == .list([.string("mx.e-example.cn")]))
    #expect(outcome.value("spf") == .string("v=spf1 mx -all"))
    #expect(outcome.value("spf_lookups") == .int(1))
    let evidence = outcome.facts["dns.mx"]?.evidence.map(\.file)
    #expect(evidence == ["mx.txt"])
  }

  @Test func whatFilesSayOtherwiseIsAConflict() throws {
    let files = [
      try Self.file("a.txt", Self.dig("e-example.cn", "TXT", "\"v=spf1 -all\"")),
      try Self.file("b.txt", Self.dig("e-example.cn", "TXT", "\"v=spf1 +all\"")),
    ]
    let outcome = try Self.outcome(files)
    #expect(outcome.state("spf") == .conflicting)
    // Two files with a record each are not two records.
    #expect(!"\(outcome.facts["dns.defects"] as Any)".contains("spf_several"))
  }

  @Test func othersThatContradictEachOtherSayNothing() throws {
    let outcome = try Self.outcome([
      try Self.file("a.txt", Self.dig(Self.own[0], Self.own[1], Self.own[2])),
      try Self.file("b.txt", Self.dig("spf.other-example.com", "TXT", "\"v=spf1 -all\"")),
      try Self.file("c.txt", Self.dig("spf.other-example.com", "TXT", "\"v=spf1 a mx -all\"")),
    ])
    #expect(outcome.state("spf_lookups") == .unread)
    #expect(outcome.state("spf_result") == .unread)
  }

  private static let zones = [
    "$TTL 600", "a-example.cn. IN SOA ns.a-example.cn. admin.a-example.cn. 1 2 3 4 5",
    "a-example.cn. IN MX 5 mx.a-example.cn.", "a-example.cn. IN TXT \"v=spf1 mx -all\"",
    "b-example.cn. IN SOA ns.b-example.cn. admin.b-example.cn. 1 2 3 4 5",
    "b-example.cn. IN MX 5 mx.b-example.cn.", "b-example.cn. IN TXT \"v=spf1 +all\"",
  ]

  @Test(arguments: [
    ["domain": "b-example.cn"], ["address": "it@B-example.cn"], ["domain": "mail.b-example.cn"],
  ])
  func theDeclaredDomainCounts(declared: [String: String]) throws {
    let outcome = try Self.outcome([try Self.file("zone.txt", Self.zones)], declared)
    #expect(outcome.value("domain") == .string("b-example.cn"))
    #expect(outcome.value("mx") == .list([.string("mx.b-example.cn")]))
    #expect(outcome.codes == [.dnsOtherDomains])
  }

  @Test func whereNoneIsDeclaredNoneIsChosen() throws {
    let outcome = try Self.outcome([try Self.file("zone.txt", Self.zones)])
    #expect(outcome.state("domain") == .unread)
    #expect(outcome.state("defects") == .unread)
    #expect(outcome.codes == [.dnsSeveralDomains])
    #expect(outcome.notices[0].details["domains"] == "a-example.cn, b-example.cn")
  }

  @Test func aSubdomainOfAZoneIsLookedAtByItself() throws {
    var lines = Array(Self.zones.prefix(4))
    lines.append("mail.a-example.cn. IN MX 5 mx9.a-example.cn.")
    let outcome = try Self.outcome(
      [try Self.file("zone.txt", lines)], ["domain": "mail.a-example.cn"])
    #expect(outcome.value("domain") == .string("mail.a-example.cn"))
    #expect(outcome.value("mx") == .list([.string("mx9.a-example.cn")]))
  }

  private static func export() throws -> Extraction {
    var list = ConsoleList(.table, naming: .relative)
    list.rows = [
      ConsoleRow(host: "@", type: "TXT", value: "v=spf1 -all", line: 2),
      ConsoleRow(host: "www", type: "A", value: "192.0.2.1", line: 3),
    ]
    let capture = try list.capture { row in
      RecordOrigin(
        evidence: Evidence(
          file: "export.csv", method: .dns, position: TextPosition(line: row.line, column: 1)))
    }
    #expect(capture.remarks == [.zoneUnknown])
    var extraction = Extraction(file: "export.csv", mediaType: .text)
    extraction.names = [capture.evidence(pages: [0])]
    extraction.documents = [document([])]
    extraction.notices = [Notice(file: "export.csv", stage: .extract, code: .dnsDomainUnknown)]
    return extraction
  }

  @Test func anExportWithoutADomainIsTheDeclaredOnes() throws {
    let named = try Self.outcome([try Self.export()], ["domain": "e-example.cn"])
    #expect(named.value("domain") == .string("e-example.cn"))
    #expect(named.value("spf") == .string("v=spf1 -all"))
    #expect(named.value("mx") == .list([]))
    #expect(named.codes == [.dnsDomainAssumed])
    let unnamed = try Self.outcome([try Self.export()])
    #expect(unnamed.state("domain") == .unread)
    #expect(unnamed.codes == [.dnsDomainUnknown])
  }

  @Test func declaredSelectorsAreLookedFor() throws {
    var declaration = Self.declaration(["domain": "a-example.cn"])
    declaration.append(
      Fact(
        key: "declared.mail.dkim_selectors", value: .list([.string("s9")]), confidence: 1,
        evidence: []))
    let combined = CombinedDNSEvidence.combined(
      [try Self.file("zone.txt", Array(Self.zones.prefix(4)))], declaration: declaration,
      providers: .none)
    let defects = combined[0].documents[0].facts.first { $0.key == "dns.defects" }?.value
    #expect(defects.map { "\($0)".contains("dkim_missing: s9") } == true)
  }

  @Test func whatPixelsSayStaysDoubtful() throws {
    var screenshot = try Self.file("a.png", Self.dig("e-example.cn", "MX", "5 mx.e-example.cn."))
    for index in screenshot.names[0].statements.indices {
      screenshot.names[0].statements[index].evidence.method = .ocr
      screenshot.names[0].statements[index].confidence = 0.8
    }
    let outcome = try Self.outcome([
      screenshot, try Self.file("b.txt", Self.dig("e-example.cn", "TXT", "\"v=spf1 -all\"")),
    ])
    #expect(outcome.state("mx") == .doubtful)
    #expect(outcome.state("spf") == .known)
  }

  /// A count that rests on a letter in pixels is no firm count.
  @Test func pixelsOpenNoInclude() throws {
    let one = try Self.file("b.txt", Self.dig(Self.own[0], Self.own[1], Self.own[2]))
    var screenshot = try Self.file(
      "a.png", Self.dig("spf.other-example.com", "TXT", "\"v=spf1 +all\""))
    for index in screenshot.names[0].statements.indices {
      screenshot.names[0].statements[index].evidence.method = .ocr
    }
    #expect(try Self.outcome([one, screenshot]).state("spf_lookups") == .unread)
  }

  @Test func manyFilesAreLookedAtOneByOne() throws {
    let files = try (0..<60).map { index in
      try Self.file(
        "f\(index + 100).txt", Self.dig("e-example.cn", "TXT", "\"v=spf1 -all\""))
    }
    #expect(try Self.outcome(files).value("spf") == .string("v=spf1 -all"))
  }
}
