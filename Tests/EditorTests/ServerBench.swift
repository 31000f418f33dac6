import CEL
import Foundation
import Model
import Pipeline
import Rules
import Tables
import Testing

@testable import Editor

/// A server over the repository's rules and a pack of its own, spoken to in messages as a client does.
final class ServerBench {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let pack = """
    # 本公司规则
    schema: dossier/pack-v1
    pack:
      id: house
      version: 1.0.0
      title: {zh-CN: 本公司规则, en: House rules}
    rules:
      - id: HOUSE-NAME-001
        title: {zh-CN: 名称以有限公司结尾, en: The name ends in 有限公司}
        severity: note
        check: {matches: license.name, pattern: '有限公司$'}
        fix: {zh-CN: 核对名称, en: check the name}
        tests:
          - {given: {license.name: 北京星河有限公司}, expect: pass}
          - {given: {license.name: 北京星河}, expect: fail}
    """

  let server: LanguageServer
  let uri: String
  private var number = 0

  init(
    cases: [EditorCase] = [], locale: ReportLocale? = .chinese, submissions: String? = nil
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "规则 \(UUID().uuidString)", directoryHint: .isDirectory)
    let file = folder.appending(path: "packs/house.yaml")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(Self.pack.utf8).write(to: file)
    let place = DocumentPath.resolved(folder.path)
    uri = DocumentPath.uri(of: place + "/packs/house.yaml")
    let reloading = RulesReloading(
      folder: Self.root + "/rules", adding: [try AddedRules(place)])
    server = LanguageServer(version: "0", locale: locale, submissions: submissions) { _, locale in
      Workspace(
        EditorSources(
          load: { texts in
            let result = reloading.load(texts)
            return LoadedRules(
              library: result.library, facts: result.facts, diagnostics: result.diagnostics,
              declaration: nil, channels: [:])
          },
          files: { reloading.packFiles },
          read: { try? String(contentsOfFile: $0, encoding: .utf8) },
          check: { _ in [] },
          cases: { path in
            path == "none" ? .failure(EditorRefusal("没有", "none")) : .success(cases)
          }, schemas: [:]), locale: locale)
    }
  }

  /// Begins as a client that counts in UTF-16 and has the pack open.
  func begin(_ encodings: [String] = ["utf-16"]) async throws {
    let names = encodings.map { "\"\($0)\"" }.joined(separator: ",")
    _ = try await request(
      "initialize",
      #"{"capabilities":{"general":{"positionEncodings":[\#(names)]}},"locale":"zh-CN"}"#)
    try await open(Self.pack)
  }

  func open(_ text: String) async throws {
    let json = LSPValue.members([
      "textDocument": .members([
        "uri": .string(uri), "languageId": "yaml", "version": 1, "text": .string(text),
      ])
    ]).json
    await notify("textDocument/didOpen", json)
  }

  func notify(_ method: String, _ params: String) async {
    _ = await server.receive([#"{"jsonrpc":"2.0","method":"\#(method)","params":\#(params)}"#])
  }

  /// Sends a request and returns the whole answer to it.
  func answers(_ method: String, _ params: String) async -> [LSPValue] {
    number += 1
    return await server.receive([
      #"{"jsonrpc":"2.0","id":\#(number),"method":"\#(method)","params":\#(params)}"#
    ])
  }

  /// Returns the result of a request.
  func request(_ method: String, _ params: String) async throws -> LSPValue {
    let answer = try #require(await answers(method, params).first)
    return try #require(answer["result"], "\(answer.json)")
  }

  /// Replaces a range of the pack, in units of the client.
  func change(_ line: Int, _ from: Int, _ to: Int, _ text: String) async {
    let new = LSPValue.string(text).json
    await notify(
      "textDocument/didChange",
      """
      {"textDocument":{"uri":"\(uri)","version":2},"contentChanges":[{"range":{"start":{"line":\(line),\
      "character":\(from)},"end":{"line":\(line),"character":\(to)}},"text":\(new)}]}
      """)
  }

  /// Replaces the first place of a text in the pack.
  func replace(_ old: String, by new: String) async throws {
    let path = try #require(DocumentPath.path(of: uri))
    let lines = try #require(server.workspace?.file(at: path)?.text.lines)
    let index = try #require(lines.firstIndex { $0.contains(old) })
    let start = try #require(lines[index].firstRange(of: old)?.lowerBound)
    let column = lines[index][..<start].utf16.count
    await change(index, column, column + old.utf16.count, new)
  }

  /// The diagnostics that were told of the pack since they were last asked for; `nil` where nothing was.
  func diagnostics() -> [LSPValue]? {
    server.pending().last { $0["params"]?["uri"]?.text == uri }?["params"]?["diagnostics"]?.items
  }
}
