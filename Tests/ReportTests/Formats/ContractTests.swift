import Foundation
import Model
import Testing

@testable import Report

/// What scripts outside the repository rely on, read back from the bytes.
struct ContractTests {
  private struct Report: Decodable {
    struct Tool: Decodable { let version, rulesDigest, precision: String }
    struct File: Decodable {
      struct Page: Decodable {
        let width, height: Double
        let unit: String
      }
      let file, mediaType: String
      let pages: [Page]
    }
    struct Material: Decodable {
      let id, kind, file: String
      let role: String?
      let confidence: Double
      let pages: [Int]
    }
    struct Evidence: Decodable {
      let file, method: String
      let page: Int?
      let box: [[Double]]?
      let raw: String?
    }
    struct Fact: Decodable {
      let key, state: String
      let document: String?
      let confidence: Double
      let masked: Bool
      let evidence: [Evidence]
    }
    struct Finding: Decodable {
      let rule, severity, verdict, fingerprint: String
      let title, message: [String: String]
      let fix: [String: String]?
      let expected, actual, element, tentative: String?
      let facts: [String]
    }
    let schema, submission, status, asOf: String
    let tool: Tool
    let files: [File]
    let materials: [Material]
    let facts: [Fact]
    let findings: [Finding]
    struct RuleVerdict: Decodable { let rule, verdict: String }
    let verdicts: [RuleVerdict]
    let summary: [String: Int]
  }

  private static func decoded(_ report: SubmissionReport) throws -> Report {
    let text = JSONReport.text(of: report, options: Specimen.options())
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Report.self, from: Data(text.utf8))
  }

  @Test func aReportReadsBack() throws {
    let report = try Self.decoded(Specimen.report())
    #expect(report.schema == "dossier/report-v1")
    #expect(report.status == "blocked")
    #expect(report.asOf == "2026-11-22")
    #expect(report.files.map(\.pages.count) == [1, 1, 0])
    #expect(report.materials.map(\.id) == ["m1", "m2"])
    #expect(report.verdicts.map(\.rule) == report.verdicts.map(\.rule).sorted())
    #expect(report.summary.values.reduce(0, +) == report.verdicts.count)
    #expect(Set(report.summary.keys).contains("waived"))
    for finding in report.findings {
      #expect(Set(finding.title.keys) == ["zh-CN", "en"])
      #expect(finding.fingerprint.count == 64)
    }
    for evidence in report.facts.flatMap(\.evidence) {
      #expect(evidence.box.map { $0.count == 4 && $0.allSatisfy { $0.count == 2 } } != false)
    }
  }

  @Test(arguments: [
    "schema", "submission", "status", "as_of", "tool", "files", "materials", "facts", "findings",
    "causes", "verdicts", "notices", "summary",
  ])
  func everyMemberIsThereInItsOrder(name: String) throws {
    let lines = try JSONReport.text(of: Specimen.report(), options: Specimen.options())
      .split(separator: "\n").filter { $0.hasPrefix("  \"") }
    #expect(lines.contains { $0.hasPrefix("  \"\(name)\":") })
    #expect(lines.count == 13)
  }

  @Test func aFactIsListedOnce() throws {
    let facts = try Self.decoded(Specimen.report()).facts
    let names = facts.map { "\($0.key) \($0.document ?? "") \($0.evidence.first?.file ?? "")" }
    #expect(Set(names).count == names.count)
    #expect(facts.contains { $0.key == "image.glare" && $0.document == nil })
  }

  @Test func conflictingFactsShowTheirAlternatives() throws {
    var report = try Specimen.report()
    report.factSet.facts["license.name"]?.state = .conflicting
    report.factSet.facts["license.name"]?.value = nil
    report.factSet.facts["license.name"]?.alternatives = [.string("甲公司"), .string("乙公司")]
    let text = JSONReport.text(of: report, options: Specimen.options())
    #expect(text.contains("\"state\": \"conflicting\""))
    #expect(text.contains("\"甲公司\",\n        \"乙公司\""))
  }

  @Test func fingerprintsIgnoreTheDayAndPersonalValues() throws {
    let first = try Specimen.report()
    var second = first
    let number = "declared.legal_representative.id_number"
    second.asOf = try Specimen.date("2027-01-01")
    second.factSet.facts[number]?.value = .string("44030519850312003X")
    #expect(try Self.prints(first) == Self.prints(second))

    second.factSet.facts["declared.company.name"]?.value = .string("深圳市另一家有限公司")
    let changed = try zip(Self.prints(first), Self.prints(second)).map { $0 != $1 }
    #expect(changed == [false, false, true, false, false])
  }

  private static func prints(_ report: SubmissionReport) throws -> [String] {
    try decoded(report).findings.map(\.fingerprint)
  }

  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (1, "1"), (2000.0, "2000"), (0.98, "0.98"), (-3.25, "-3.25"),
    (1e12, "1000000000000"), (1_234_567.89, "1234567.89"), (.infinity, "null"), (.nan, "null"),
  ])
  func numbersHaveNoNoise(number: Double, text: String) {
    #expect(JSON.numberText(number) == text)
  }

  @Test func emptyContainersStandOnOneLine() {
    #expect(
      JSON.object([("a", .array([])), ("b", .object([]))]).text
        == "{\n  \"a\": [],\n  \"b\": {}\n}\n")
  }

  @Test func sameInputSameBytes() throws {
    for _ in 0..<20 {
      #expect(
        try JSONReport.text(of: Specimen.report(), options: Specimen.options())
          == JSONReport.text(of: Specimen.report(), options: Specimen.options()))
    }
  }

  @Test func formatsWriteTheFilesOfTheContract() throws {
    let report = try Specimen.report()
    let options = Specimen.options()
    let own = try ReportFormat.allCases.flatMap {
      try $0.files(of: MaskedReport(report, options: options), .none).map(\.name)
    }
    let run = ReportFormat.allCases.compactMap {
      $0.runReport(asOf: report.asOf, options: options)?.name
    }
    #expect(
      own == [
        "report.html", "corrections.html", "report.json", "corrections.md", "corrections.html",
        "subsidiary-a.zip",
      ])
    #expect(
      run == [
        "index.html", "index.json", "findings.csv", "findings.sarif", "junit.xml", "findings.xlsx",
      ])
  }
}
