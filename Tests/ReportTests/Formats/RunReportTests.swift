import Foundation
import FoundationXML
import Model
import Testing

@testable import Report

/// Files of the whole run: their form by the standards' own rules.
struct RunReportTests {
  static let hostileAndNot: [@Sendable () throws -> SubmissionReport] = [
    { try Specimen.report() }, { try HostileTextTests.report() }, { try Specimen.readyReport() },
  ]

  static func text(_ format: ReportFormat, _ reports: [SubmissionReport]) throws -> String {
    let day = try Specimen.date("2026-11-22")
    var report = try #require(format.runReport(asOf: day, options: Specimen.options()))
    let stray = Notice(file: "notes.txt", stage: .ingest, code: .looseFile)
    return try report.text(
      of: reports.map(Specimen.masked), RunSummary(asOf: day, notices: [stray]))
  }

  @Test(arguments: [
    (ReportFormat.csv, "findings.csv"), (.sarif, "findings.sarif"), (.junit, "junit.xml"),
  ])
  func looksAsBefore(format: ReportFormat, name: String) throws {
    let text = try Self.text(format, [Specimen.report(), Specimen.readyReport()])
    // Reading a file drops the byte order mark.
    try expectSnapshot(text.replacing("\u{FEFF}", with: ""), name)
  }

  @Test func sarifKeepsTheRulesOfItsSchema() throws {
    let text = try Self.text(.sarif, Self.hostileAndNot.map { try $0() })
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "dossier")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids == ids.sorted() && Set(ids).count == rules.count)
    let levels = ["none", "note", "warning", "error"]
    for rule in rules {
      let level = (rule["defaultConfiguration"] as? [String: Any])?["level"] as? String
      #expect(level.map(levels.contains) == true)
      #expect((rule["shortDescription"] as? [String: Any])?["text"] is String)
    }
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 10)
    for result in results {
      #expect((result["ruleId"] as? String).map(ids.contains) == true)
      let kind = result["kind"] as? String
      let level = result["level"] as? String
      #expect(kind == "fail" || (kind == "open" && level == "none"))
      #expect(level.map(levels.contains) == true)
      let message = (result["message"] as? [String: Any])?["text"] as? String
      #expect(message?.isEmpty == false)
      #expect((result["partialFingerprints"] as? [String: String])?["dossier/v1"]?.count == 64)
      let locations = try #require(result["locations"] as? [[String: Any]])
      for location in locations { try Self.checkLocation(location) }
    }
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    #expect(invocation["executionSuccessful"] as? Bool == true)
    let notifications = invocation["toolExecutionNotifications"] as? [[String: Any]]
    #expect(
      notifications?.allSatisfy { ($0["level"] as? String).map(levels.contains) == true } == true)
  }

  /// What is said of whole submissions is said once of each, and of which.
  @Test func sarifNamesTheSubmissionsThatWereNotDelivered() throws {
    let reports = try ["甲", "乙"].map { name in
      var report = try Specimen.readyReport()
      report.name = name
      report.undelivered = Notice(file: "", stage: .ingest, code: .nothingDelivered)
      return report
    }
    let text = try Self.text(.sarif, reports)
    let uris = ["甲", "乙"].compactMap {
      $0.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
    }
    #expect(uris.count == 2 && uris.allSatisfy { text.contains("\"uri\": \"\($0)\"") })
  }

  @Test(arguments: [[], ["landlock", "seccomp"]]) func whatTheKernelLacksIsSaid(lacks: [String])
    throws
  {
    var report = try Specimen.readyReport()
    report.tool.sandboxLacks = lacks
    let json = JSONReport.text(of: Specimen.masked(report))
    #expect(json.contains("sandbox_lacks") == !lacks.isEmpty)
    let html = try HTMLReport.text(of: report, pictures: [:], options: Specimen.options())
    #expect(html.contains("landlock, seccomp") == !lacks.isEmpty)
  }

  private static func checkLocation(_ location: [String: Any]) throws {
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    let uri = try #require((physical["artifactLocation"] as? [String: Any])?["uri"] as? String)
    #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !uri.contains(":"))
    guard let region = physical["region"] as? [String: Int] else { return }
    #expect((region["startLine"] ?? 0) >= 1 && (region["startColumn"] ?? 0) >= 1)
  }

  @Test func junitIsWellFormedAndCountsItsCases() throws {
    let text = try Self.text(.junit, Self.hostileAndNot.map { try $0() })
    let counts = JUnitCounts()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = counts
    #expect(parser.parse())
    #expect(counts.suites.count == 3)
    for suite in counts.suites { #expect(suite.counted == suite.claimed, "\(suite.name)") }
  }

  @Test func anEmptyRunIsWellFormedToo() throws {
    for format in [ReportFormat.sarif, .json] {
      #expect(throws: Never.self) {
        try JSONSerialization.jsonObject(with: Data(Self.text(format, []).utf8))
      }
    }
    #expect(try CSVTests.rows(Self.text(.csv, [])).count == 2)
  }
}

/// What a JUnit file claims and what is in it.
private final class JUnitCounts: NSObject, XMLParserDelegate {
  struct Suite {
    var name: String
    var claimed: [String: Int]
    var counted = ["tests": 0, "failures": 0, "errors": 0, "skipped": 0]
  }

  var suites: [Suite] = []

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    let plural = [
      "testcase": "tests", "failure": "failures", "error": "errors", "skipped": "skipped",
    ]
    if element == "testsuite" {
      let claimed = attributes.filter { $0.key != "name" }.compactMapValues { Int($0) }
      suites.append(Suite(name: attributes["name"] ?? "", claimed: claimed))
    } else if let key = plural[element], !suites.isEmpty {
      suites[suites.count - 1].counted[key, default: 0] += 1
    }
  }
}
