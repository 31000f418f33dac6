import Foundation
import Schema
import Testing

@testable import Editor

@Suite struct FormattingTests {
  private static func tidy(_ text: String, name: String = "house.yaml") throws -> String {
    let bench = try WorkspaceBench([name: text])
    let answer = try bench.ask("textDocument/formatting", in: name)
    return try bench.applying(answer.items ?? [], to: name)
  }

  @Test(arguments: [
    ("a: 1  \nb: 2", "a: 1\nb: 2\n"),
    ("a: 1\n\n\n\n", "a: 1\n"),
    ("a:   1\nb:\t2 # 注释  \n", "a: 1\nb: 2 # 注释\n"),
    // Texts of several lines keep their blanks.
    ("a: |\n  x  \n  y\nb: 1 \n", "a: |\n  x  \n  y\nb: 1\n"),
    ("a: \"x:   y\"\nb: 'p :  q'\n", "a: \"x:   y\"\nb: 'p :  q'\n"),
    ("a: {b:  1, 名称:   甲}\n", "a: {b: 1, 名称: 甲}\n"),
    // A tab in the indent is a mistake that is mended.
    ("a:\n\tb: 1\n", "a:\n  b: 1\n"),
    // Of a broken text nothing but blanks at line ends is taken away.
    ("a: [  \nb:   1\n", "a: [\nb:   1\n"),
    ("a: |+\n  x\n\n\n", "a: |+\n  x\n\n\n"),
    ("", ""),
  ])
  func textsAreTidied(text: String, wanted: String) throws {
    let tidied = try Self.tidy(text)
    #expect(tidied == wanted)
    #expect(try Self.tidy(tidied) == tidied)
  }

  @Test func rulesArePartedByALine() throws {
    let text = """
      schema: dossier/pack-v1
      rules:
        - id: A-001
          tags: [a]
        # 说明
        - id: A-002
        - id: A-003
      """
    let wanted = """
      schema: dossier/pack-v1
      rules:
        - id: A-001
          tags: [a]

        # 说明
        - id: A-002

        - id: A-003

      """
    #expect(try Self.tidy(text) == wanted)
  }

  /// Nothing that the project's own files say is changed, and the files are nearly tidy as they are.
  @Test func theProjectsOwnRulesKeepTheirMeaning() throws {
    let bench = try WorkspaceBench(["house.yaml": "schema: dossier/pack-v1\n"])
    for file in bench.workspace.files where file.kind != .table {
      let lines = TidyText(file).lines
      let text = lines.flatMap(\.self).joined(separator: "\n")
      let before = YAMLFile(text: file.text.text, path: file.path)
      let after = YAMLFile(text: text, path: file.path)
      #expect(TidyText.isSame(before.root, after.root), "\(file.path)")
      let changed = lines.enumerated().filter { $1 != [file.text.line($0 + 1)] }
      #expect(changed.count < 12, "\(file.path): \(changed.prefix(3))")
    }
  }
}
