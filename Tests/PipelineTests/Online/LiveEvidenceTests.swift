import MailDNS
import Model
import Testing

@testable import Pipeline

@Suite struct LiveEvidenceTests {
  static func extraction(_ file: String, _ values: [String: Value]) -> Extraction {
    let facts = values.sorted { $0.key < $1.key }.map { key, value in
      Fact(
        key: "dns." + key, value: value, confidence: 1,
        evidence: [Evidence(file: file, method: .dns)])
    }
    return Extraction(
      file: file, mediaType: .text,
      documents: [
        Document(
          kind: .dnsRecords, confidence: 1, pages: [], rotationDegrees: 0, isReadWhole: true,
          facts: facts)
      ])
  }

  static let providers: MailProviders = {
    let rows = [
      ["provider", "kind", "value", "note", "source", "basis"],
      ["someone", "consumer", "personal.test", "", "test", "vendor"],
    ]
    let lines = rows.enumerated().map { (line: $0.offset + 1, cells: $0.element) }
    return MailProviders.read(lines, file: "mail-providers.csv").providers ?? .none
  }()

  static func list(_ texts: String...) -> Value { .list(texts.map(Value.string)) }

  static func keys(_ extraction: Extraction) -> [String] {
    extraction.documents.flatMap(\.facts).map { String($0.key.dropFirst(4)) }.sorted()
  }

  @Test func concludesFromLiveAnswers() {
    let file = Self.extraction(
      "dns.txt",
      [
        "domain": .string("e.test"), "spf": .string("v=spf1 -all"), "spf_lookups": .int(8),
        "captured_on": .string("2026-10-01"), "dkim_bits": .int(1024),
        "defects": Self.list("spf_not_expanded: a.test", "doubled_name: _dmarc.e.test.e.test"),
      ])
    let live = Self.extraction(
      "dns:e.test",
      [
        "domain": .string("e.test"), "spf": .string("v=spf1 -all"), "spf_lookups": .int(9),
        "captured_on": .string("2026-11-22"), "defects": Self.list("mx_missing: e.test"),
      ])
    let joined = LiveEvidence(extractions: [file], declaration: [], providers: .none).joined(
      with: live)
    #expect(Self.keys(joined[0]) == ["dkim_bits", "domain", "spf"])
    let defects = joined[1].documents[0].facts.first { $0.key == "dns.defects" }
    #expect(
      defects?.value == Self.list("mx_missing: e.test", "doubled_name: _dmarc.e.test.e.test"))
  }

  @Test func keepsBothRecordsWhereTheyDiffer() {
    let file = Self.extraction(
      "dns.txt",
      [
        "domain": .string("e.test"), "spf": .string("v=spf1 -all"), "spf_result": .string("fail"),
        "captured_on": .string("2026-10-01"),
      ])
    let live = Self.extraction(
      "dns:e.test",
      [
        "domain": .string("e.test"), "spf": .string("v=spf1 +all"), "spf_result": .string("pass"),
        "captured_on": .string("2026-11-22"),
      ])
    let joined = LiveEvidence(extractions: [file], declaration: [], providers: .none).joined(
      with: live)
    #expect(Self.keys(joined[0]) == ["domain", "spf"])
    #expect(joined[1] == live)
  }

  @Test func keepsWhatLiveAnswersDoNotReach() {
    let file = Self.extraction(
      "dns.txt",
      [
        "domain": .string("e.test"), "spf": .string("v=spf1 +all"), "mx": Self.list("0 ."),
        "defects": Self.list("spf_pass_all: +all", "mx_null: 0 ."),
      ])
    // The question for SPF was not answered.
    let live = Self.extraction(
      "dns:e.test",
      ["domain": .string("e.test"), "mx": Self.list("mx.e.test"), "defects": Self.list()])
    let joined = LiveEvidence(extractions: [file], declaration: [], providers: .none)
      .joined(with: live)
    let defects = joined[1].documents[0].facts.first { $0.key == "dns.defects" }
    #expect(defects?.value == Self.list("spf_pass_all: +all"))
  }

  @Test func leavesOtherDomainsAlone() {
    let file = Self.extraction("a.txt", ["domain": .string("f.test"), "spf_lookups": .int(8)])
    let live = Self.extraction("dns:e.test", ["domain": .string("e.test"), "spf_lookups": .int(9)])
    #expect(
      LiveEvidence(extractions: [file], declaration: [], providers: .none).joined(with: live) == [
        file, live,
      ])
  }

  @Test(
    arguments: [
      (["mail.domain": "E.test."], "e.test"), (["mail.address": "it@e.test"], "e.test"),
      (["mail.address": "it@personal.test"], nil),
      (["mail.domain": "e..test", "mail.address": "it@f.test"], nil), ([:], "own.test"),
    ] as [([String: String], String?)])
  func findsTheDomain(_ declared: [String: String], _ expected: String?) {
    let declaration = declared.map { key, value in
      Fact(key: "declared." + key, value: .string(value), confidence: 1, evidence: [])
    }
    let evidence = LiveEvidence(
      extractions: [
        Self.extraction(
          "a.txt", ["domain": .string("own.test"), "dkim_selectors": Self.list("s2", "s1")])
      ], declaration: declaration, providers: Self.providers)
    #expect(evidence.domain?.text == expected)
    #expect(evidence.selectors == ["s1", "s2"])
  }
}
