import Model
import Testing

@testable import Assemble

@Suite struct MailEvidenceTests {
  private static let catalogue = FactCatalogue(
    [("domain", ValueType.string), ("mx", .list), ("defects", .list), ("captured_on", .date)].map {
      FactDeclaration(key: "dns." + $0.0, type: $0.1, material: .dnsRecords)
    })

  private static func output(
    _ file: String, domain: String = "xinghe-demo.cn", defects: [String], day: String,
    confidence: Double = 1
  ) -> Extraction {
    var facts = [
      Specimens.fact("dns.domain", .string(domain), confidence, in: file),
      Specimens.fact("dns.defects", .list(defects.map(Value.string)), confidence, in: file),
    ]
    if let date = CalendarDate(iso: day) {
      facts.append(Specimens.fact("dns.captured_on", .date(date), confidence, in: file))
    }
    return Extraction(
      file: file, mediaType: .text,
      documents: [
        Document(
          kind: .dnsRecords, confidence: 0.99, pages: [0], rotationDegrees: 0, isReadWhole: true,
          facts: facts)
      ])
  }

  private static func facts(_ extractions: [Extraction]) throws -> [String: ResolvedFact] {
    let asOf = try #require(CalendarDate(iso: "2026-11-22"))
    return Assembly.factSet(
      extractions: extractions, declaration: [], isDrafted: false,
      asOf: asOf, catalogue: catalogue, minimumConfidence: 0.85
    ).facts
  }

  @Test func defectsAddUpAndTheOldestDayCounts() throws {
    let facts = try Self.facts([
      Self.output("mx.txt", defects: ["mx_null"], day: "2026-11-20"),
      Self.output("spf.txt", defects: ["spf_pass_all: +all", "mx_null"], day: "2026-11-18"),
      Self.output("照片.jpg", defects: ["spf_missing"], day: "2026-11-01", confidence: 0.8),
    ])
    #expect(
      facts["dns.defects"]?.value == .list([.string("mx_null"), .string("spf_pass_all: +all")]))
    #expect(facts["dns.defects"]?.state == .known)
    #expect(facts["dns.defects"]?.evidence.map(\.file) == ["mx.txt", "spf.txt"])
    #expect(facts["dns.captured_on"]?.value == CalendarDate(iso: "2026-11-18").map(Value.date))
  }

  @Test func connectionsAddUp() throws {
    let extractions = [("465.txt", ["tls_self_signed"]), ("993.txt", [])].map { file, defects in
      Extraction(
        file: file, mediaType: .text,
        documents: [
          Document(
            kind: .tlsCertificate, confidence: 0.99, pages: [0], rotationDegrees: 0,
            isReadWhole: true,
            facts: [
              Specimens.fact("tls.defects", .list(defects.map(Value.string)), 1, in: file)
            ])
        ])
    }
    let fact = try Self.facts(extractions)["tls.defects"]
    #expect(fact?.value == .list([.string("tls_self_signed")]))
    #expect(fact?.state == .known)
  }

  @Test func evidenceOfTwoDomainsDoesNotAddUp() throws {
    let facts = try Self.facts([
      Self.output("a.txt", defects: ["mx_null"], day: "2026-11-20"),
      Self.output("b.txt", domain: "other-demo.cn", defects: [], day: "2026-11-20"),
    ])
    #expect(facts["dns.defects"]?.state == .unread)
  }
}
