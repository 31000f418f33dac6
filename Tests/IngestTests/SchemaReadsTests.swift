import Model
import Schema
import Testing

@testable import Ingest

/// What the schemas of waivers and of a declaration's keys declare is what their readers ask for.
@Suite struct SchemaReadsTests {
  private func missing(_ root: ValueSchema, _ read: () -> Void) -> [String] {
    let reads = KeyReads()
    KeyReads.$current.withValue(reads, operation: read)
    return reads.missing(
      from: FileSchema(name: "", title: LocalizedText("", ""), root: root))
  }

  @Test func everyKeyOfAWaiverIsRead() {
    let text = """
      schema: dossier/waivers-v1
      waivers: [{rule: A-001, reason: {en: x}, owner: y, granted: 2026-11-20, expires: 2026-11-21}]
      """
    let missing = missing(WaiversSchema.file.root) {
      _ = EntryFile(WaiverReader.self, bytes: Array(text.utf8), file: "waivers.yaml")
    }
    #expect(missing == [])
  }

  @Test func everyKeyOfADeclaredKeyIsRead() {
    let text = """
      schema: dossier/declared-schema-v1
      keys: {a: {names: [甲], keys: {b: {type: int, summary: s}}}}
      """
    let missing = missing(.record(DeclaredKeysKey.self)) {
      _ = DeclarationSchemaReader.read(text: text, path: "declared.yaml")
    }
    #expect(missing == [])
  }
}
