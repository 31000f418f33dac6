import Model
import Testing

@testable import Ingest

@Suite struct WaiverFileTests {
  private static let whole = """
    schema: dossier/waivers-v1
    waivers:
      - rule: LIC-CAPITAL-001
        facts: {license.registered_capital_amount: 1000000, org.departments: [技术部, 财务部]}
        reason: {zh-CN: 正在变更, en: under way}
        owner: compliance@group.example
        granted: 2026-11-20
        expires: 2026-12-05T23:59:59+08:00
    """

  private func read(_ text: String) -> EntryFile<Waiver> {
    EntryFile(WaiverReader.self, bytes: Array(text.utf8), file: "waivers.yaml")
  }

  /// `line:column` of each notice.
  private func places(_ waivers: EntryFile<Waiver>) -> [String] {
    waivers.notices.map { "\($0.details["line"] ?? "?"):\($0.details["column"] ?? "?")" }
  }

  @Test func wholeWaiver() throws {
    let waivers = read(Self.whole)
    #expect(waivers.notices.isEmpty)
    let waiver = try #require(waivers.entries.first)
    #expect(waiver.rule == "LIC-CAPITAL-001")
    #expect(waiver.facts["org.departments"] == ["技术部", "财务部"])
    #expect(waiver.facts["license.registered_capital_amount"] == ["1000000"])
    #expect(waiver.reason.english == "under way")
    #expect(waiver.expires.iso == "2026-12-05")
    #expect(waiver.position == TextPosition(line: 3, column: 5))
  }

  @Test(arguments: [
    ("rule: LIC-CAPITAL-001", "rulle: LIC-CAPITAL-001", ["3:5", "3:5"]),
    ("expires: 2026-12-05T23:59:59+08:00", "expires: 2027-06-01", ["8:14"]),
    ("expires: 2026-12-05T23:59:59+08:00", "expires: 2026-11-01", ["8:14"]),
    ("granted: 2026-11-20", "granted: yesterday", ["7:14"]),
    ("owner: compliance@group.example", "owner: \"  \"", ["6:12"]),
    ("    expires: 2026-12-05T23:59:59+08:00", "", ["3:5"]),
    ("schema: dossier/waivers-v1", "schema: dossier/waivers-v2", ["1:9"]),
  ])
  func mistakesAreToldWithTheirPlace(_ part: String, _ other: String, _ expected: [String]) {
    let waivers = read(Self.whole.replacing(part, with: other))
    #expect(places(waivers) == expected)
    #expect(waivers.notices.allSatisfy { $0.code == .waiversInvalid })
  }

  @Test func aWrongWaiverDoesNotTakeTheOthersAlong() {
    let second = "\n  - {rule: A-001, reason: x, owner: y, granted: 2026-11-20}"
    let waivers = read(Self.whole + second)
    #expect(waivers.entries.map(\.rule) == ["LIC-CAPITAL-001"])
    #expect(waivers.notices.count == 1)
  }

  @Test(arguments: ["", "- 1", "waivers: {}", "schema: [", "\u{0}\u{1}", "a: &x 1\nb: *x"])
  func whatIsNoWaiverFileWaivesNothing(_ text: String) {
    #expect(read(text).entries.isEmpty)
    #expect(!read(text).notices.isEmpty)
  }

  @Test func notUTF8() {
    let waivers = EntryFile(
      WaiverReader.self, bytes: [0xB1, 0xB1, 0xBE, 0xA9], file: "waivers.yaml")
    #expect(waivers.notices.map(\.code) == [.waiversInvalid])
  }

  @Test(arguments: 0..<150 as Range<Int>)
  func mutationsNeverCrash(_ seed: Int) {
    var bytes = Array(Self.whole.utf8)
    var state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15
    for _ in 0..<4 {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 24)
    }
    let waivers = EntryFile(WaiverReader.self, bytes: bytes, file: "waivers.yaml")
    #expect(waivers.entries.count <= 1)
  }
}
