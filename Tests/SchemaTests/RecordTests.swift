import Model
import Testing

@testable import Schema

private enum WashKey: String, RecordKey {
  case name, price
  case isOpen = "is_open"

  static let record = RecordSchema(
    of: Self.self,
    [
      .required(name, .text, "名称", "the name"), .optional(price, .number, "价格", "the price"),
      .optional(isOpen, .bool, "营业", "whether it is open"),
    ])
}

/// Mappings are read by the keys of their schema alone.
@Suite struct RecordTests {
  private func log(_ text: String, _ manner: DiagnosticLog.Manner = .packs) -> (
    record: Record<WashKey>?, diagnostics: [Diagnostic]
  ) {
    let file = YAMLFile(text: text, path: "wash.yaml")
    var log = DiagnosticLog(file, manner)
    return (file.root.flatMap { log.record($0, WashKey.self) }, log.diagnostics)
  }

  @Test func valuesComeByKey() throws {
    let found = log("name: 洗车\nprice: 20")
    let record = try #require(found.record)
    #expect(found.diagnostics.isEmpty)
    #expect(record[.name]?.text == "洗车" && record[.price]?.scalar == .int(20))
    #expect(record[.isOpen] == nil && !record.isEmpty)
  }

  @Test func allMistakesAreToldAtOnce() {
    let found = log("prize: 20\nis_opn: true")
    #expect(found.diagnostics.map(\.code) == ["unknown-key", "unknown-key", "missing-key"])
    #expect(found.diagnostics.map(\.length) == [5, 6, 0])
    #expect(found.diagnostics[0].message.english.contains("did you mean \"price\"?"))
    #expect(found.record?[.price] == nil)
  }

  @Test(arguments: [
    (DiagnosticLog.Manner.packs, ["wrong-type"]), (.definitions, ["shape"]), (.shapesApart, []),
  ])
  func whatIsNoMappingHasNoRecord(manner: DiagnosticLog.Manner, codes: [String]) {
    let found = log("- name", manner)
    #expect(found.record == nil && found.diagnostics.map(\.code) == codes)
  }

  @Test func keysThatNobodyAsksForAreFound() throws {
    let reads = KeyReads()
    try KeyReads.$current.withValue(reads) {
      let record = try #require(log("name: 洗车").record)
      #expect(record[.name] != nil && record[.isOpen] == nil)
    }
    let schema = FileSchema(
      name: "wash", title: LocalizedText("洗车", "wash"),
      root: .list(of: .record(WashKey.self)))
    #expect(reads.missing(from: schema) == ["WashKey.price"])
  }
}
