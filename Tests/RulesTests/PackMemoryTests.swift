import FoundationEssentials
import Model
import Testing

@testable import Rules

/// A loader that remembers says what one says that does not.
@Suite struct PackMemoryTests {
  private static let base = """
    schema: dossier/pack-v1
    pack: {id: base, version: 1.0.0, title: {zh-CN: 基础, en: Base}}
    params:
      suffix: {type: string, default: 有限公司}
    rules:
      - id: BASE-NAME-001
        title: {zh-CN: 名称, en: Name}
        severity: note
        check: {equals: [license.name, declared.company.name]}
    """
  private static let child = """
    schema: dossier/pack-v1
    pack: {id: child, version: 1.0.0, title: {zh-CN: 子包, en: Child}}
    extends: [{pack: base}]
    rules:
      - id: CHILD-NAME-001
        title: {zh-CN: 名称, en: Name}
        severity: note
        check: {contains: license.name, value: {param: suffix}}
    """

  private static let catalogue = FactCatalogue([
    FactDeclaration(key: "license.name", type: .string),
    FactDeclaration(key: "declared.company.name", type: .string),
  ])

  /// Texts that follow one another, as a person types them.
  private static let edits: [(file: String, text: String)] = [
    ("child.yaml", child.replacing("note", with: "warning")),
    ("base.yaml", base.replacing("BASE-NAME-001", with: "BASE-NAME-002")),
    ("base.yaml", base.replacing("suffix:", with: "sufix:")),
    ("base.yaml", base.replacing("type: string", with: "type: int").replacing("有限公司", with: "3")),
    ("base.yaml", base.replacing("schema:", with: "schema")),
    ("base.yaml", base),
    ("child.yaml", child.replacing("{param: suffix}", with: "{param: suffx}")),
    ("child.yaml", child),
  ]

  @Test func whatIsRememberedChangesNothing() throws {
    let folder = URL.temporaryDirectory.appending(path: "memory-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder + "/packs", withIntermediateDirectories: true)
    for (name, text) in [("base.yaml", Self.base), ("child.yaml", Self.child)] {
      try Data(text.utf8).write(to: URL(filePath: folder + "/packs/" + name))
    }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let memory = PackMemory()
    memory.keep(for: ["one"])
    var open: [String: String] = [:]
    for edit in Self.edits {
      open[folder + "/packs/" + edit.file] = edit.text
      let fresh = PackMemory()
      fresh.open = OpenTexts(open)
      memory.open = OpenTexts(open)
      let wanted = RuleLibrary.load(folder: folder, catalogue: Self.catalogue, memory: fresh)
      let got = RuleLibrary.load(folder: folder, catalogue: Self.catalogue, memory: memory)
      #expect(got.diagnostics == wanted.diagnostics)
      #expect(
        got.library?.packs.flatMap { $0.rules.map(\.id) }
          == wanted.library?.packs.flatMap { $0.rules.map(\.id) })
      #expect((got.library == nil) == (wanted.library == nil))
    }
  }
}
