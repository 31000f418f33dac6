import CEL
import Foundation
import Model
import Tables
import Testing

@testable import Editor

/// Random edits and requests of a fixed seed: nothing ends the server, and its texts are those that a fresh one would
/// have.
@Suite struct FuzzTests {
  /// A small generator whose numbers are the same on every machine.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private static let pieces = [
    "a", " ", "\n", "\r\n", "  - ", ": ", "{", "}", "[", "]", "\"", "'", "|-\n", "#", "甲",
    "𠮷", "e\u{301}", "👨‍👩‍👧", "\u{2028}", "\u{FEFF}", "\t", "params.", "license.name",
    "check: {equals: [",
    "rules:\n", "- id: A-B-001\n", "：", "，", "“", "&a *a", "!!x ", "---\n", "?", "x.all(y, y",
    "null",
  ]

  private static let start = """
    schema: dossier/pack-v1
    pack: {id: house, version: 1.0.0, title: {zh-CN: 甲, en: A}}
    params:
      margin: {type: int, default: 3}
    rules:
      - id: HOUSE-A-001
        title: {zh-CN: 规则𠮷, en: Rule}
        severity: note
        when: |-
          [1].all(x, x > params.margin)
        check: {equals: [license.name, declared.company.name]}
        tests:
          - {given: {license.name: 甲}, expect: pass}
    """

  @Test(arguments: [
    (UInt64(1), PositionEncoding.utf16), (2, .utf8), (3, .utf32), (4, .utf16),
  ])
  func editsKeepTheTextAndRequestsAnswer(seed: UInt64, encoding: PositionEncoding) throws {
    var numbers = Numbers(state: seed &* 0x9E37_79B9_7F4A_7C15)
    let bench = try WorkspaceBench(["house.yaml": Self.start], encoding: encoding)
    let path = bench.folder + "/house.yaml"
    let changes = DocumentChanges(workspace: bench.workspace, encoding: encoding)
    // What the client has, in its own units.
    var model = Array(Self.start.unicodeScalars)
    for round in 0..<1500 {
      var from = Int.random(in: 0...model.count, using: &numbers)
      let length = Int.random(in: 0...(round % 40 == 0 ? 60 : 3), using: &numbers)
      var to = min(model.count, from + length)
      // A line end of two characters is one to a client.
      if Self.isInside(from, model) { from -= 1 }
      if Self.isInside(to, model) { to += 1 }
      let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &numbers)]
      let range = Self.range(from, to, of: model, encoding)
      let message =
        #"{"textDocument": {"uri": "\#(DocumentPath.uri(of: path))"}, "contentChanges": [{"range": \#(range), "text": \#(LSPValue.string(piece).json)}]}"#
      #expect(changes.take("textDocument/didChange", try #require(JSONValue(message))))
      model.replaceSubrange(from..<to, with: Array(piece.unicodeScalars))
      if round % 25 == 0 {
        let text = try #require(bench.workspace.file(at: path)).text
        let fresh = DocumentText(String(String.UnicodeScalarView(model)))
        #expect(text.lines == fresh.lines, "round \(round)")
        try ask(bench, path, &numbers)
      }
      if round % 300 == 299 {
        // Start anew before the text is nothing but noise.
        model = Array(Self.start.unicodeScalars)
        bench.workspace.edit(path, DocumentText(Self.start))
      }
    }
  }

  /// Asks each request at a random place.
  private func ask(
    _ bench: WorkspaceBench, _ path: String, _ numbers: inout Numbers
  ) throws {
    let file = try #require(bench.workspace.file(at: path))
    for feature in Feature.all {
      let line = Int.random(in: 0...(file.text.lines.count + 1), using: &numbers)
      let character = Int.random(in: 0...60, using: &numbers)
      let place = #"{"line": \#(line), "character": \#(character)}"#
      let params = try #require(
        JSONValue(
          #"{"range": {"start": \#(place), "end": \#(place)}, "positions": [\#(place)], "newName": "other", "context": {"includeDeclaration": true}}"#
        ))
      let position = try #require(
        FeatureContext.position(JSONValue(place), in: file.text, bench.encoding))
      // A refusal is an answer too.
      _ = try? feature.answer(
        FeatureContext(
          workspace: bench.workspace, file: file, position: position, encoding: bench.encoding,
          params: params))
    }
  }

  private static func isInside(_ offset: Int, _ text: [Unicode.Scalar]) -> Bool {
    offset > 0 && offset < text.count && text[offset - 1] == "\r" && text[offset] == "\n"
  }

  /// A range between two offsets as a client writes it.
  private static func range(
    _ from: Int, _ to: Int, of text: [Unicode.Scalar], _ encoding: PositionEncoding
  ) -> String {
    "{\"start\": \(position(from, of: text, encoding)), \"end\": \(position(to, of: text, encoding))}"
  }

  private static func position(
    _ offset: Int, of text: [Unicode.Scalar], _ encoding: PositionEncoding
  ) -> String {
    var (line, units) = (0, 0)
    for (index, scalar) in text[..<offset].enumerated() {
      let isEnd = scalar == "\n" || scalar == "\r" && text[index...].dropFirst().first != "\n"
      if isEnd {
        line += 1
        units = 0
      } else {
        units += encoding.width(of: scalar)
      }
    }
    return "{\"line\": \(line), \"character\": \(units)}"
  }
}
