import CEL
import Foundation
import Ingest
import Model
import Papers
import Pipeline
import Rules
import Tables
import Testing

@testable import Editor

/// A workspace over the repository's rules and some files of its own, with a cursor where a text has `‸`.
final class WorkspaceBench {
  static let rules =
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/rules"

  let workspace: Workspace
  /// Where the files lie, links followed.
  let folder: String
  let encoding: PositionEncoding
  private(set) var cursor: (path: String, position: TextPosition)?

  /// - Parameter files: By the path in the folder: texts, one of them with a cursor.
  init(
    _ files: [String: String], locale: ReportLocale = .chinese,
    encoding: PositionEncoding = .utf16
  ) throws {
    let place = FileManager.default.temporaryDirectory
      .appending(path: "workspace-bench-\(UUID().uuidString)", directoryHint: .isDirectory)
    self.encoding = encoding
    var texts: [String: String] = [:]
    for (name, text) in files {
      let file = place.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      texts[name] = text.replacing("‸", with: "")
      try Data(texts[name, default: ""].utf8).write(to: file)
    }
    folder = DocumentPath.resolved(place.path)
    var added: [AddedRules] = []
    // allowed: files that are no rules are added to nothing
    if let rules = try? AddedRules(folder) { added.append(rules) }
    let reloading = RulesReloading(folder: Self.rules, adding: added)
    let own = files.keys.map { [folder] in folder + "/" + $0 }
    workspace = Workspace(Self.sources(reloading, own), locale: locale)
    for (name, text) in files {
      let path = folder + "/" + name
      workspace.edit(path, DocumentText(texts[name, default: ""]))
      guard let mark = text.range(of: "‸") else { continue }
      let lines = text[..<mark.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
      let column = lines.last.map { $0.unicodeScalars.count + 1 } ?? 1
      cursor = (path, TextPosition(line: lines.count, column: column))
    }
  }

  deinit {
    // allowed: what is left of a test's files does no harm
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func sources(_ reloading: RulesReloading, _ own: [String]) -> EditorSources {
    EditorSources(
      load: { texts in
        let result = reloading.load(texts)
        return LoadedRules(
          library: result.library, facts: result.facts, diagnostics: result.diagnostics,
          declaration: result.schema?.file,
          // allowed: without a schema no channel has a name
          channels: result.schema?.synonyms(of: "channel") ?? [:])
      },
      files: { reloading.packFiles + reloading.groundFiles + own },
      // allowed: what cannot be read is not shown
      read: { try? String(contentsOfFile: $0, encoding: .utf8) },
      check: { _ in [] },
      cases: { _ in .failure(EditorRefusal("没有提交", "there are no submissions")) },
      schemas: [
        .material: MaterialSchema.file, .waivers: WaiversSchema.file,
        .confirmations: ConfirmationsSchema.file, .project: ProjectSchema.file,
      ])
  }

  func text(_ name: String) -> String {
    workspace.file(at: folder + "/" + name)?.text.text ?? ""
  }

  /// Asks at the cursor, or about a file as a whole.
  func ask(_ method: String, in name: String? = nil, with more: String = "{}") throws -> LSPValue {
    let feature = try #require(Feature.all.first { $0.method == method }, "no \(method)")
    let path = try #require(name.map { folder + "/" + $0 } ?? cursor?.path)
    let file = try #require(workspace.file(at: path))
    let params = try #require(JSONValue(more))
    return try feature.answer(
      FeatureContext(
        workspace: workspace, file: file,
        position: cursor?.position ?? TextPosition(line: 1, column: 1), encoding: encoding,
        params: params))
  }

  /// Applies the changes of a workspace edit to a file of the bench.
  func applying(_ edit: LSPValue, to name: String) throws -> String {
    let path = folder + "/" + name
    let changes = edit["changes"]?[DocumentPath.uri(of: path)]?.items ?? []
    return try applying(changes, to: name)
  }

  /// Applies text edits, which are all meant in the text as it stands.
  func applying(_ changes: [LSPValue], to name: String) throws -> String {
    var text = try #require(workspace.file(at: folder + "/" + name)).text
    let edits = try changes.map { change in
      let range = try #require(change["range"].flatMap { JSONValue($0.json) })
      return (
        try #require(FeatureContext.range(range, in: text, encoding)),
        try #require(change["newText"]?.text)
      )
    }
    for (range, new) in edits.sorted(by: { $0.0.start > $1.0.start }) {
      text = text.replacing(range, by: new)
    }
    return text.text
  }

  /// The places of an answer, as `file:line:column`, sorted; columns count from 1, in units of the client.
  func places(_ answer: LSPValue) -> [String] {
    (answer.items ?? [answer]).compactMap { item in
      guard let start = item["range"]?["start"], case .int(let line)? = start["line"],
        case .int(let column)? = start["character"]
      else { return nil }
      let name = item["uri"]?.text?.split(separator: "/").last.map(String.init) ?? "-"
      return "\(name):\(line + 1):\(column + 1)"
    }.sorted()
  }
}
