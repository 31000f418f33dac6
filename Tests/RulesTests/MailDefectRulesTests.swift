import Foundation
import Model
import Testing

/// Every kind of mistake in mail records has its words, and a rule that asks for it.
@Suite struct MailDefectRulesTests {
  /// Told by rules on other facts: that there is no record, how many lookups, how long a key, which policy.
  private static let elsewhere: Set<MailDefectKind> = [
    .spfMissing, .spfTooManyLookups, .spfNotExpanded, .dkimShortKey, .dmarcMissing, .dmarcNoPolicy,
    .dmarcPolicyNone, .dmarcReportUnauthorized,
  ]

  private static var rules: String {
    get throws {
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("rules/packs/wecom-mail-domain/dns.yaml")
      return try String(contentsOf: file, encoding: .utf8)
    }
  }

  @Test func everyKindIsAskedFor() throws {
    let rules = try Self.rules
    for kind in MailDefectKind.allCases where !Self.elsewhere.contains(kind) {
      #expect(rules.contains("'\(kind.rawValue)'"), "\(kind.rawValue)")
    }
  }

  @Test(arguments: MailDefectKind.allCases.map(\.rawValue) + TLSDefectKind.allCases.map(\.rawValue))
  func everyKindIsSaidInWords(code: String) {
    #expect(DefectWords.kind(of: code + ": s2026") == code)
    let words = DefectWords.words(for: code + ": s2026")
    for text in [words.chinese, words.english] {
      #expect(text.contains("s2026") && !text.contains(code))
      #expect(!text.hasSuffix("。") && !text.hasSuffix("."))
    }
    #expect(words.chinese != words.english)
  }

  /// A kind without words of its own would get another one's.
  @Test func noTwoKindsAreSaidAlike() {
    let codes = MailDefectKind.allCases.map(\.rawValue) + TLSDefectKind.allCases.map(\.rawValue)
    let all = codes.map { DefectWords.words(for: $0 + ": x") }
    #expect(Set(all.map(\.chinese)).count == codes.count)
    #expect(Set(all.map(\.english)).count == codes.count)
  }

  @Test func otherTextsStay() {
    #expect(DefectWords.kind(of: "技术部") == nil)
    #expect(DefectWords.words(for: "no_such_kind: a").english == "no_such_kind: a")
  }
}
