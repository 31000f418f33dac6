import Model
import Testing

@testable import Assemble

/// What is stated by exports and declarations, and which proofs of filing are meant.
@Suite struct StatementsTests {
  private static let catalogue = FactCatalogue(
    [("icp.domain", ValueType.string), ("icp.unit_name", .string)].map {
      FactDeclaration(key: $0.0, type: $0.1, material: .icpFiling)
    }
      + [
        FactDeclaration(
          key: "admin_settings.lockout_threshold", type: .int, material: .adminSettings),
        FactDeclaration(key: "admin_settings.ip_ranges", type: .list, material: .adminSettings),
        FactDeclaration(
          key: "mail_statistics.daily_messages", type: .double, material: .mailStatistics),
      ])

  private func facts(
    _ documents: [(kind: MaterialKind, facts: [String: Value])], declared: [String: Value] = [:]
  ) throws -> [String: ResolvedFact] {
    let extractions = documents.enumerated().map { index, document in
      let file = "\(index).csv"
      return Extraction(
        file: file, mediaType: .text,
        documents: [
          Document(
            kind: document.kind, confidence: 1, pages: [0], rotationDegrees: 0, isReadWhole: true,
            facts: document.facts.sorted { $0.key < $1.key }.map {
              Fact(
                key: $0.key, value: $0.value, confidence: 1,
                evidence: [Evidence(file: file, method: .textLayer)])
            })
        ])
    }
    return Assembly.factSet(
      extractions: extractions,
      declaration: declared.sorted { $0.key < $1.key }.map {
        Fact(
          key: "declared." + $0.key, value: $0.value, confidence: 1,
          evidence: [Evidence(file: "declared.yaml", method: .declared, raw: $0.value.text)])
      }, isDrafted: false, asOf: try #require(CalendarDate(iso: "2026-11-22")),
      catalogue: Self.catalogue,
      minimumConfidence: 0.85
    ).facts
  }

  private static func list(_ texts: String...) -> Value { .list(texts.map(Value.string)) }

  @Test func theProofOfTheDeclaredDomainIsMeant() throws {
    let proofs: [(kind: MaterialKind, facts: [String: Value])] = ["a.cn", "b.cn"].map {
      (.icpFiling, ["icp.domain": .string($0), "icp.unit_name": .string($0 + " 的主体")])
    }
    let meant = try facts(proofs, declared: ["mail.domain": .string("mail.b.cn")])
    #expect(meant["icp.unit_name"]?.value == .string("b.cn 的主体"))
    #expect(meant["icp.domains"]?.value == Self.list("a.cn", "b.cn"))
    let byMailbox = try facts(proofs, declared: ["mail.address": .string("x@a.cn")])
    #expect(byMailbox["icp.unit_name"]?.value == .string("a.cn 的主体"))
    let none = try facts(proofs, declared: ["mail.domain": .string("c.cn")])
    #expect(none["icp.unit_name"]?.state == .conflicting)
    #expect(none["icp.domains"]?.state == .known)
  }

  @Test func aDomainThatWasNotReadLeavesTheListUnknown() throws {
    let some = try facts([(.icpFiling, ["icp.domain": .string("a.cn")]), (.icpFiling, [:])])
    #expect(some["icp.domains"]?.state == .unread)
    #expect(try facts([])["icp.domains"]?.state == .noDocument)
  }

  @Test func anExportOrTheDeclarationStates() throws {
    let export = try facts([(.adminSettings, ["admin_settings.lockout_threshold": .int(3)])])
    #expect(export["stated.lockout_threshold"]?.value == .int(3))
    let declared = try facts([], declared: ["mail.daily_messages": .int(60)])
    #expect(declared["stated.daily_messages"]?.value == .double(60))
    #expect(declared["stated.given"]?.value == Self.list("daily_messages"))
    // A document that does not speak of it states nothing.
    let silent = try facts([(.adminSettings, ["admin_settings.ip_ranges": Self.list("10.0.0.0/8")])]
    )
    #expect(silent["stated.given"]?.value == Self.list("ip_ranges"))
    #expect(silent["stated.lockout_threshold"]?.state == .unread)
    #expect(try facts([])["stated.given"]?.value == .list([]))
  }

  @Test func whatDiffersIsConflicting() throws {
    let differing = try facts(
      [(.adminSettings, ["admin_settings.lockout_threshold": .int(5)])],
      declared: ["admin_settings.lockout_threshold": .int(3)])
    #expect(differing["stated.lockout_threshold"]?.state == .conflicting)
    #expect(differing["stated.lockout_threshold"]?.alternatives == [.int(5), .int(3)])
    #expect(differing["stated.conflicts"]?.value == Self.list("lockout_threshold"))
    #expect(differing["stated.given"]?.value == Self.list("lockout_threshold"))
    let same = try facts(
      [
        (.adminSettings, ["admin_settings.ip_ranges": Self.list("10.0.0.0/8", "fd00::/8")]),
        (.mailStatistics, ["mail_statistics.daily_messages": .double(60.4)]),
      ],
      declared: [
        "admin_settings.ip_ranges": Self.list("fd00::/8", "10.0.0.0/8"),
        "mail.daily_messages": .int(60),
      ])
    #expect(same["stated.conflicts"]?.value == .list([]))
    #expect(same["stated.daily_messages"]?.value == .double(60.4))
  }

  /// The link holds a secret, which no computed fact may carry on.
  @Test func aDeclaredLinkKeepsItsSecret() throws {
    let link = "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP"
    let all = try facts([], declared: ["admin_settings.totp_link": .string(link)])
    let fact = try #require(all["stated.totp_defects"])
    #expect(fact.value == Self.list("secret_short"))
    #expect(fact.evidence.allSatisfy { $0.raw == nil })
    let other = try facts([], declared: ["admin_settings.totp_link": .string("开启")])
    #expect(other["stated.totp_defects"]?.value == Self.list("no_link"))
  }
}
