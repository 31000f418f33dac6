import Foundation
import Model
import Report
import Schema
import Testing

@testable import Rules

/// Rule files broken on purpose: each is told at its line and column, with a hint in words.
///
/// The first line of a file says what must be told where; the golden `.txt` beside it is the whole of what an
/// author sees. `RECORD_SNAPSHOTS=1` rewrites the golden files and fails.
@Suite struct BrokenFilesTests {
  static let folder =
    #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 } + "/Broken"

  static let names = {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasSuffix(".yaml") }.sorted()
    } catch {
      return []
    }
  }()

  @Test func thereAreSixty() { #expect(Self.names.count >= 60) }

  @Test(arguments: names)
  func isToldAtItsPlace(name: String) throws {
    let path = Self.folder + "/" + name
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let (pack, diagnostics) = PackReader(catalogue: catalogue, folder: Self.folder)
      .read(YAMLFile(text: text, path: name))
    #expect(pack == nil)
    let want = try #require(text.split(separator: "\n").first?.split(separator: " "))
    let code = String(want[2])
    let found = try #require(
      diagnostics.first { $0.code == code }, "\(diagnostics.map(\.code))")
    if want[3] != "*:*" {
      #expect("\(found.position.line):\(found.position.column)" == want[3])
    }
    #expect(found.level == .error)

    let shown = ReportLocale.allCases.map { locale in
      CodeFrame.text(of: diagnostics, locale: locale, style: TerminalStyle())
    }.joined(separator: "\n")
    let golden = String(path.dropLast("yaml".count)) + "txt"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try shown.write(toFile: golden, atomically: true, encoding: .utf8)
      Issue.record("recorded \(golden)")
      return
    }
    #expect(try String(contentsOfFile: golden, encoding: .utf8) == shown)
  }

  /// RE2 needs time linear in the text, whatever the pattern.
  @Test func hostilePatternsReturnAtOnce() throws {
    let text = String(repeating: "a", count: 50_000) + "!"
    let (verdict, findings) = try judge(
      "{matches: license.name, pattern: '^(a+)+$'}", factSet([known("license.name", .string(text))])
    )
    #expect(verdict == .fail)
    #expect(findings.count == 1)
  }
}
