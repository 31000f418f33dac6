import Ingest
import Model
import Testing

@Suite struct DeclarationSchemaTests {
  @Test func checkoutsKeysHaveTypes() throws {
    let catalogue = FactCatalogue(try ScratchFolder.schema().factDeclarations)
    #expect(catalogue["declared.company.name"]?.type == .string)
    #expect(catalogue["declared.company.registered_capital_amount"]?.type == .double)
    #expect(catalogue["declared.company.established_on"]?.type == .date)
    #expect(catalogue["declared.organization.departments"]?.type == .list)
    #expect(catalogue["declared.data_export"]?.type == .bool)
    #expect(catalogue["declared.operator.id_number"]?.isPersonal == true)
    #expect(catalogue["declared.company.legal_representative"]?.isPersonal == false)
    #expect(catalogue["declared.company"] == nil)
  }

  @Test(arguments: [
    ("keys: {}", "schema"), ("schema: dossier/declared-schema-v1", "keys"),
    ("schema: dossier/declared-schema-v1\nkeys: {a: {type: text}}", "type"),
    ("schema: dossier/declared-schema-v1\nkeys: {a: {typ: string}}", "unknown-key"),
    ("schema: dossier/declared-schema-v1\nkeys: {a: {type: int, summary: s, names: x}}", "shape"),
    ("schema: dossier/declared-schema-v1\nkeys: {a: {type: int, personal: maybe}}", "personal"),
    ("schema: dossier/declared-schema-v1\nkeys: [a]", "shape"),
    ("schema: dossier/declared-schema-v1\nkeys: {a: {type: int}}", "summary"),
    ("schema: dossier/declared-schema-v1\nkeys: {a: {type: int, values: [1]}}", "shape"),
    (
      "schema: dossier/declared-schema-v1\nkeys: {a: {type: int, names: [甲]}, b: {type: int, names: [甲]}}",
      "name-taken"
    ), ("a: [", "yaml"),
  ])
  func mistakesAreDiagnostics(text: String, code: String) throws {
    let folder = try ScratchFolder()
    try folder.add("declared-keys.yaml", text)
    let loaded = DeclarationSchema.load(path: folder.path + "/declared-keys.yaml")
    #expect(loaded.schema == nil)
    #expect(loaded.diagnostics.contains { $0.code == code })
  }

  @Test func missingFilesAreDiagnostics() throws {
    let loaded = DeclarationSchema.load(path: "/nowhere/declared.yaml")
    #expect(loaded.schema == nil)
    #expect(loaded.diagnostics.map(\.code) == ["unreadable"])
  }
}
