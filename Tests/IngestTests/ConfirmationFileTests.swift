import Model
import Testing

@testable import Ingest

@Suite struct ConfirmationFileTests {
  private static let digest = String(repeating: "ab", count: 32)

  private func confirmations(_ text: String) -> EntryFile<Model.Confirmation> {
    EntryFile(ConfirmationReader.self, bytes: Array(text.utf8), file: "confirmed.yaml")
  }

  private func entry(_ changes: [String: String?]) -> String {
    var fields: [(String, String?)] = [
      ("fact", "license.name"), ("value", "星河"), ("file", "营业执照.jpg"), ("sha256", Self.digest),
      ("page", "1"), ("by", "张审核"), ("on", "2026-11-22"), ("note", "原件清晰"),
    ]
    for index in fields.indices {
      if let change = changes[fields[index].0] { fields[index].1 = change }
    }
    let body = fields.compactMap { name, value in value.map { "\(name): \($0)" } }
    return "schema: dossier/confirmed-v1\nfacts:\n  - {" + body.joined(separator: ", ") + "}\n"
  }

  @Test func anEntryIsRead() throws {
    let read = confirmations(entry([:]))
    #expect(read.notices.isEmpty)
    let one = try #require(read.entries.first)
    #expect(one.fact == "license.name" && one.value == .text("星河") && one.page == 0)
    #expect(one.file == "营业执照.jpg" && one.digest == Self.digest)
    #expect(one.confirmer.by == "张审核" && one.confirmer.on.iso == "2026-11-22")
    #expect(one.confirmer.note == "原件清晰" && one.position.line == 3)
  }

  @Test func listsNullsAndDaysAsPeopleWriteThem() {
    #expect(
      confirmations(entry(["value": "[a, b]"])).entries.map(\.value) == [.list(["a", "b"])])
    #expect(confirmations(entry(["value": "null"])).entries.map(\.value) == [.null])
    let upper = confirmations(
      entry(["sha256": Self.digest.uppercased(), "on": "2026年11月22日", "page": String?.none]))
    #expect(upper.entries.map(\.digest) == [Self.digest])
    #expect(upper.entries.map(\.page) == [nil])
  }

  @Test(
    arguments: [
      ("fact", nil), ("value", nil), ("value", "\"\""), ("file", nil), ("sha256", nil),
      ("sha256", "12ab"), ("page", "0"), ("page", "eins"),
      ("page", "-9223372036854775808"), ("page", "9223372036854775808"), ("by", nil),
      ("by", "\"\""), ("on", nil),
      ("on", "gestern"),
    ] as [(String, String?)])
  func whatIsMissingOrWrongIsSaidWithItsLine(field: String, value: String?) {
    let read = confirmations(entry([field: value]))
    #expect(read.entries.isEmpty)
    #expect(read.notices.map(\.code) == [.confirmationInvalid])
    #expect(read.notices.first?.details["line"] == "3")
    #expect(read.notices.first?.message.chinese.contains(field) == true)
  }

  @Test func unknownKeysAndOtherFilesAreSaid() throws {
    let odd = confirmations(entry(["note": "x, wer: y"]))
    #expect(odd.notices.map(\.code) == [.confirmationInvalid])
    #expect(confirmations("facts: []\n").notices.count == 1)
    let folder = try ScratchFolder()
    try folder.add("甲/confirmed.yaml", entry([:]))
    try folder.add("甲/执照.jpg")
    try folder.add("乙/confirmed.xlsx")
    try folder.add("乙/执照.jpg")
    let result = try folder.intake("甲", "乙")
    #expect(result.submissions[0].confirmations.entries.count == 1)
    #expect(result.submissions[0].sources.map(\.name) == ["执照.jpg"])
    #expect(result.submissions[1].notices.map(\.code) == [.fileLeftOut])
  }
}
