internal import CEL
internal import Model
internal import Rules

/// Tells what is wrong in files: all mistakes of the loaders and of style, as the author types.
struct DiagnosticsFeature {
  let workspace: Workspace
  let encoding: PositionEncoding

  /// Returns notifications for the files whose diagnostics changed.
  ///
  /// - Parameter told: What was told last, by file.
  func notifications(since told: inout [String: LSPValue]) -> [LSPValue] {
    var byFile = Dictionary(grouping: all, by: \.file)
    // Files that were told something are told when nothing is wrong any more.
    for path in Set(told.keys).union(workspace.openPaths) where byFile[path] == nil {
      byFile[path] = []
    }
    var messages: [LSPValue] = []
    for (path, diagnostics) in byFile.sorted(by: { $0.key < $1.key }) {
      let items = LSPValue.array(diagnostics.map(item))
      guard told[path] != items else { continue }
      if told[path] == nil, diagnostics.isEmpty, !workspace.isOpen(path) { continue }
      told[path] = items
      messages.append(
        .members([
          "jsonrpc": "2.0", "method": "textDocument/publishDiagnostics",
          "params": .members([
            "uri": .string(DocumentPath.uri(of: path)), "diagnostics": items,
          ]),
        ]))
    }
    return messages
  }

  /// Everything that is wrong now; what is wrong with a folder as a whole is told at the start of each open file.
  private var all: [Diagnostic] {
    let open = workspace.openPaths.compactMap(workspace.file)
    let found = workspace.ruleDiagnostics + open.flatMap(workspace.sources.check)
    return found.flatMap { diagnostic -> [Diagnostic] in
      guard diagnostic.position == .whole else { return [diagnostic] }
      return open.filter { $0.kind != .other }.map { file in
        var told = diagnostic
        if !diagnostic.file.isEmpty, diagnostic.file != file.path {
          told.message.chinese = diagnostic.file + "：" + diagnostic.message.chinese
          told.message.english = diagnostic.file + ": " + diagnostic.message.english
        }
        told.file = file.path
        told.position = TextPosition(line: 1, column: 1)
        return told
      }
    }
  }

  func item(_ diagnostic: Diagnostic) -> LSPValue {
    let text = workspace.file(at: diagnostic.file)?.text ?? DocumentText(diagnostic.sourceLine)
    return .members([
      "range": FeatureContext.range(range(of: diagnostic, in: text), in: text, encoding),
      "severity": .int(diagnostic.level == .error ? 1 : 2),
      "code": .string(diagnostic.code), "source": "dossier",
      "message": .string(diagnostic.message[workspace.locale]),
      "tags": DiagnosticTag.tags(of: diagnostic.code),
    ])
  }

  /// A point is shown as the word that begins there.
  private func range(of diagnostic: Diagnostic, in text: DocumentText) -> SourceRange {
    let start = diagnostic.position
    var length = diagnostic.length
    if length == 0 {
      let rest = text.line(start.line).unicodeScalars.dropFirst(start.column - 1)
      length = max(1, rest.prefix { $0 != " " && $0 != ":" && $0 != "," }.count)
    }
    return SourceRange(
      start: start, end: TextPosition(line: start.line, column: start.column + length))
  }
}

/// How an editor may show a place beside its severity (LSP 3.17, `DiagnosticTag`).
private enum DiagnosticTag {
  private static let unnecessary = 1

  static func tags(of code: String) -> LSPValue? {
    code.hasPrefix("unused") || code == "stale-mutant" ? .array([.int(unnecessary)]) : nil
  }
}
