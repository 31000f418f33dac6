internal import CEL
internal import Model
internal import Tables

extension WorkspaceFeature {
  /// Rules, settings, tables and verbs of all files, by parts of their names.
  static let symbols = WorkspaceFeature(
    "workspace/symbol", announcedAs: "workspaceSymbolProvider"
  ) { workspace, params async throws(EditorRefusal) in
    // allowed: without words everything is listed
    let words = (params["query"]?.string ?? "").lowercased().split(whereSeparator: \.isWhitespace)
    var found: [LSPValue] = []
    for file in workspace.files where file.kind == .pack {
      let pack =
        file.outline["pack"]?["id"]?.text
        ?? file.path.split(separator: "/").last
        .map(String.init)
      for symbol in OutlineSymbol.all(in: file, workspace.locale).flatMap(named) {
        // allowed: nothing more is shown
        let text = (symbol.name + " " + (symbol.detail ?? "")).lowercased()
        guard words.allSatisfy({ text.contains($0) }) else { continue }
        found.append(
          .members([
            "name": .string(symbol.name), "kind": .int(symbol.kind.rawValue),
            "containerName": pack.map(LSPValue.string),
            "location": .members([
              "uri": .string(DocumentPath.uri(of: file.path)),
              "range": FeatureContext.range(symbol.place, in: file.text, workspace.encoding),
            ]),
          ]))
      }
    }
    return Answer(value: .array(Array(found.prefix(limit))))
  }

  /// How many are shown at most.
  private static let limit = 1000

  /// What has a name that an author looks for; tests and keys have none.
  private static func named(_ symbol: OutlineSymbol) -> [OutlineSymbol] {
    let isNamed: Set<OutlineSymbol.Kind> = [.package, .class, .constant, .structure, .function]
    return (isNamed.contains(symbol.kind) ? [symbol] : []) + symbol.children.flatMap(named)
  }
}
