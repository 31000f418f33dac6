import Model
import Testing

@testable import Rules

@Suite struct PackConsequencesTests {
  private static func pack(_ id: String, _ rest: String) -> String {
    """
    schema: dossier/pack-v1
    pack: {id: \(id), version: 1.0.0, title: {zh-CN: 甲, en: A}}
    \(rest)
    """
  }

  private static let child = pack(
    "child",
    """
    extends: [{pack: parent}]
    rules:
      - id: CHILD-A-001
        title: {zh-CN: 甲, en: A}
        severity: note
        check: {near: license.name, severty: 1}
    """)

  @Test(arguments: [
    // The parent has a mistake of its own, or is no YAML at all.
    (pack("parent", "verbs:\n  near: {params: {a: strin}, assert: a != ''}"), true),
    (pack("parent", "verbs: ["), true),
    // The parent is right and has no such verb.
    (pack("parent", "verbs: {}"), false),
  ])
  func namesOfAPackWithAnErrorAreNotUnknown(parent: String, isConsequence: Bool) throws {
    let (library, diagnostics) = try loadLibrary(["a.yaml": Self.child, "b.yaml": parent])
    #expect(library == nil)
    let ofChild = diagnostics.filter { $0.file.hasSuffix("a.yaml") }.map(\.code)
    #expect(ofChild.contains("unknown-verb") == !isConsequence)
    #expect(diagnostics.contains { $0.file.hasSuffix("b.yaml") } == isConsequence)
  }

  @Test func packsThatExtendEachOtherKeepTheirMistakes() throws {
    let (library, diagnostics) = try loadLibrary([
      "a.yaml": Self.child,
      "b.yaml": Self.pack("parent", "extends: [{pack: child}]\nparams: {a: {type: int}}"),
    ])
    #expect(library == nil)
    #expect(diagnostics.contains { $0.level == .error })
  }
}
