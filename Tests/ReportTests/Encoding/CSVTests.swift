import Model
import Testing

@testable import Report

struct CSVTests {
  @Test(arguments: [
    ("深圳市", "深圳市"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
    ("a\nb", "a⏎b"), ("a\r\nb", "a⟨U+000D⟩⏎b"), ("", ""), ("2026-11-22", "2026-11-22"),
  ])
  func cellsAreQuotedWhereTheyNeedIt(text: String, cell: String) {
    #expect(CSV.cell(text) == cell)
  }

  @Test(arguments: [
    "=1+1", "+86", "-1", "@SUM(A1)", " =1", "\t=1", "\u{202E}=1", "＝1+1", "|cmd", "%0A",
    "=cmd|' /C calc'!A0",
  ])
  func nothingIsComputed(text: String) {
    let cell = CSV.cell(text).drop { $0 == "\"" }
    #expect(cell.hasPrefix("'") || cell.hasPrefix("⇥") || cell.hasPrefix("⟨"))
  }

  @Test(arguments: ["914403001922038216", "440305198503120010", "0755", "91440300E12345678", "1E5"])
  func longNumbersKeepTheirDigits(text: String) { #expect(CSV.cell(text) == "'" + text) }

  @Test(arguments: ["20", "100万元", "13800138000", "9144030019220382XX", "E12", "12E"])
  func otherValuesStayAsTheyAre(text: String) { #expect(CSV.cell(text) == text) }

  @Test func noCellIsLongerThanASpreadsheetTakes() {
    #expect(CSV.cell(String(repeating: "名", count: 100_000)).count < 32_767)
  }

  /// Splits as RFC 4180 has it.
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell += "\""
        scalars = scalars.dropFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r" where !isQuoted: continue
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }

  @Test func everyRowHasEveryColumn() throws {
    for report in [try Specimen.report(), try HostileTextTests.report()] {
      var table = FindingsTable()
      let text = try table.text(
        of: [Specimen.masked(report)], RunSummary(asOf: report.asOf, notices: []))
      #expect(text.unicodeScalars.first == "\u{FEFF}")
      let rows = Self.rows(text)
      #expect(rows.allSatisfy { $0.count == FindingsTable.columns.count })
      #expect(rows.count == 1 + report.judgement.findings.count + report.allNotices.count)
    }
  }
}
