import CEL
import Foundation
import Model
import Pipeline
import Rules
import Tables
import Testing

@testable import Editor

/// An editor over the repository's own rules, whose files may hold other texts.
@MainActor enum EditorBench {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The file that tests write into, of a pack that stands alone.
  static let seals = root + "/rules/packs/seals.yaml"

  static let chinese = workspace(.chinese)

  static func workspace(_ locale: ReportLocale) -> Workspace {
    let reloading = RulesReloading(folder: root + "/rules", adding: [])
    let sources = EditorSources(
      load: { texts in
        let result = reloading.load(texts)
        return LoadedRules(
          library: result.library, facts: result.facts, diagnostics: result.diagnostics,
          declaration: nil, channels: [:])
      },
      files: { reloading.packFiles + reloading.groundFiles },
      read: { try? String(contentsOfFile: $0, encoding: .utf8) }, check: { _ in [] },
      cases: { _ in .failure(EditorRefusal("没有", "none")) }, schemas: [:])
    let workspace = Workspace(sources, locale: locale)
    // Names are those of the rules as they lie on disk, also while a text is broken.
    _ = workspace.rules
    workspace.client.knowsSnippets = true
    return workspace
  }

  static func read(_ path: String) throws -> String {
    try String(contentsOfFile: root + "/" + path, encoding: .utf8)
  }

  /// Returns a text without its cursor, and where that was.
  static func cut(_ text: String) throws -> (text: DocumentText, position: TextPosition) {
    let parts = text.components(separatedBy: "‸")
    try #require(parts.count == 2, "one cursor")
    let before = DocumentText(parts[0])
    return (DocumentText(parts[0] + parts[1]), before.end)
  }

  /// Returns the answer to a request about the cursor of a text.
  static func ask(
    _ method: String, _ marked: String, as path: String = seals,
    _ encoding: PositionEncoding = .utf32, in workspace: Workspace = chinese,
    params: String = "{}"
  ) throws -> LSPValue {
    let (text, position) = try cut(marked)
    workspace.edit(path, text)
    defer { workspace.close(path) }
    return try ask(method, at: position, of: path, encoding, in: workspace, params: params)
  }

  /// Returns the answer to a request about a place of a file.
  static func ask(
    _ method: String, at position: TextPosition, of path: String,
    _ encoding: PositionEncoding = .utf32, in workspace: Workspace = chinese,
    params: String = "{}"
  ) throws -> LSPValue {
    let feature = try #require(Feature.all.first { $0.method == method })
    let file = try #require(workspace.file(at: path))
    return try feature.answer(
      FeatureContext(
        workspace: workspace, file: file, position: position, encoding: encoding,
        params: try #require(JSONValue(params))))
  }
}
