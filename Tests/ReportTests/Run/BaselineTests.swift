import Model
import Testing

@testable import Report

@Suite struct BaselineTests {
  private let options = Specimen.options()

  private func baseline(_ fingerprints: some Sequence<String>) -> Baseline {
    Baseline(entries: [
      "subsidiary-a": fingerprints.map {
        Baseline.Entry(fingerprint: $0, rule: "LIC-USCC-002", title: LocalizedText("代码", "code"))
      }
    ])
  }

  @Test func onlyWhatIsNewIsShownAndTheStatusStays() throws {
    let report = try Specimen.report()
    let masking = Masking(report, options: options)
    let findings = report.judgement.findings
    let first = try #require(findings.first)
    let known = Fingerprint.hex(of: first, in: report, masking)
    let reduced = baseline([known]).new(in: report, options: options)
    #expect(reduced.judgement.findings == Array(findings.dropFirst()))
    #expect(reduced.knownFindings == [first])
    #expect(reduced.status == report.status)
    let all = Set(findings.map { Fingerprint.hex(of: $0, in: report, masking) })
    let none = baseline(all).new(in: report, options: options)
    #expect(none.judgement.findings.isEmpty)
    #expect(none.status == report.status)
  }

  @Test func anotherRunsFindingsHideNothing() throws {
    let report = try Specimen.report()
    let same = baseline(["0"]).new(in: report, options: options)
    #expect(same.judgement.findings == report.judgement.findings)
    #expect(same.knownFindings.isEmpty)
    #expect(same.resolved?.map(\.rule) == ["LIC-USCC-002"])
  }

  private static func entry(_ fingerprint: String, _ rule: String) -> Baseline.Entry {
    Baseline.Entry(fingerprint: fingerprint, rule: rule, title: LocalizedText(rule, rule))
  }

  /// Nothing is called resolved that a rule still finds, or cannot tell any more.
  @Test(arguments: [
    (["LIC-USCC-002"], ["LIC-USCC-002"]), (["LIC-NAME-001"], []),
    (["LIC-NAME-001", "LIC-NAME-001"], ["LIC-NAME-001"]), (["LIC-TERM-005"], []),
    (["file_unread"], ["file_unread"]), ([], []),
    // It does not apply any more; it did not run.
    (["LIC-QR-009"], []), (["NO-SUCH-001"], []),
    (["LIC-QR-009", "LIC-USCC-002"], ["LIC-USCC-002"]),
  ])
  func whatIsResolvedIsThereNoMore(earlier: [String], resolved: [String]) throws {
    let report = try Specimen.report()
    let entries = earlier.enumerated().map { Self.entry("gone\($0)", $1) }
    let reduced = Baseline(entries: [report.name: entries]).new(in: report, options: options)
    #expect(reduced.resolved?.map(\.rule) == resolved)
    let other = Baseline(entries: ["left": entries]).new(in: report, options: options)
    #expect(other.resolved == [])
    #expect(Baseline(entries: ["left": entries]).submissions == ["left"])
  }

  /// A cause is resolved when a rule that waited for it was decided.
  @Test(arguments: [
    (["LIC-USCC-002"], true), (["LIC-QR-009"], false), (["NO-SUCH-001", "LIC-TERM-005"], false),
    (["LIC-QR-009", "LIC-NAME-001"], true), ([], true),
  ])
  func aCauseIsResolvedWithItsRules(waiting: [String], isResolved: Bool) throws {
    let entry = Baseline.Entry(
      fingerprint: "gone", rule: "not_delivered", title: LocalizedText("未交", "Not delivered"),
      waiting: waiting)
    let report = try Specimen.report()
    let reduced = Baseline(entries: [report.name: [entry]]).new(in: report, options: options)
    #expect(reduced.resolved?.isEmpty == !isResolved)
  }

  /// The terminal says who joined and who left, as the index does.
  @Test func theTerminalSaysWhoJoinedAndLeft() throws {
    let outlines = [
      SubmissionOutline(try Specimen.report()), SubmissionOutline(try Specimen.readyReport()),
    ]
    func text(_ earlier: [String]?) -> String {
      TerminalReport.summary(of: outlines, since: earlier, options: options, style: TerminalStyle())
    }
    let changed = text(["subsidiary-a", "subsidiary-x"])
    #expect(changed.contains("新来的 1 家：subsidiary-b"))
    #expect(changed.contains("本次没有的 1 家：subsidiary-x"))
    #expect(!text(["subsidiary-a", "subsidiary-b"]).contains("上次"))
    #expect(!text(nil).contains("上次"))
  }

  /// Whoever gets the list has all of it to do, not what is new of it.
  @Test func correctionsHoldWhatIsStillToBeDone() throws {
    let report = try Specimen.report()
    let masking = Masking(report, options: options)
    let all = report.judgement.findings.map { Fingerprint.hex(of: $0, in: report, masking) }
    let none = baseline(all).new(in: report, options: options)
    let before = MaskedReport(report, options: options)
    let after = MaskedReport(none, options: options)
    #expect(after.findings.isEmpty && !after.corrections.isEmpty)
    #expect(after.corrections.map(\.title) == before.corrections.map(\.title))
    #expect(CorrectionsReport.text(of: after).contains("上次已列"))
  }
}
