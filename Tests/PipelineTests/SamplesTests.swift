import Foundation
import Testing

/// The samples through the whole program: every planted discrepancy is found and nothing else is.
@Suite(.checksSamples) struct SamplesTests {
  @Test func everySampleIsJudgedAsExpected() throws {
    let checked = try #require(CheckedSamples.current)
    #expect(checked.names.count == 13 && checked.members.count == 4)
    for run in checked.runs {
      #expect(run.status == 0 || run.status == 1, "\(run.errors)")
    }
    for name in checked.names + checked.members {
      let report = try JSON(checked.output.text(of: "out/\(name)/report.json"))
      func rules(_ verdict: String) -> [String] {
        report["verdicts"].items.filter { $0["verdict"].text == verdict }
          .compactMap { $0["rule"].text }
      }
      let found = SampleVerdicts(
        status: report["status"].text, fail: rules("fail"), cannotTell: rules("cannot_tell"))
      #expect(found == (try SampleVerdicts.expected(of: name)), "\(name)")
    }
  }

  @Test func theRosterNamesEachMemberOnce() throws {
    let group = CheckedSamples.folder + "/" + CheckedSamples.group
    let roster = try String(contentsOfFile: group + "/roster.csv", encoding: .utf8)
    let rows = roster.split(separator: "\n").dropFirst()
    let named = rows.compactMap { $0.split(separator: "\"").first }.map(String.init)
    #expect(named.sorted() == (try CheckedSamples.folders(of: group)))
  }
}
