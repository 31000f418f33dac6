import Model
import Testing

@testable import Report

@Suite struct BaselineTests {
  private let options = Specimen.options()

  @Test func onlyWhatIsNewIsShownAndTheStatusStays() throws {
    let report = try Specimen.report()
    let masking = Masking(report, options: options)
    let findings = report.judgement.findings
    let first = try #require(findings.first)
    let known = Fingerprint.hex(of: first, in: report, masking)
    let reduced = Baseline(fingerprints: [known]).new(in: report, options: options)
    #expect(reduced.judgement.findings == Array(findings.dropFirst()))
    #expect(reduced.knownFindings == [first])
    #expect(reduced.status == report.status)
    let all = Set(findings.map { Fingerprint.hex(of: $0, in: report, masking) })
    let none = Baseline(fingerprints: all).new(in: report, options: options)
    #expect(none.judgement.findings.isEmpty)
    #expect(none.status == report.status)
  }

  @Test func anotherRunsFindingsHideNothing() throws {
    let report = try Specimen.report()
    let same = Baseline(fingerprints: ["0"]).new(in: report, options: options)
    #expect(same.judgement.findings == report.judgement.findings)
    #expect(same.knownFindings.isEmpty)
  }
}
