internal import CEL
internal import Model
internal import Tables

/// Keeps the files of a workspace in step with what the client says of them.
struct DocumentChanges {
  let workspace: Workspace
  let encoding: PositionEncoding

  /// - Returns: whether anything may have changed.
  func take(_ method: String, _ params: JSONValue) -> Bool {
    let path = params["textDocument"]?["uri"]?.string.flatMap(DocumentPath.path)
    switch method {
    case "textDocument/didOpen":
      guard let path, let text = params["textDocument"]?["text"]?.string else { return false }
      workspace.edit(path, DocumentText(text))
    case "textDocument/didChange":
      guard let path, let changes = params["contentChanges"]?.items else { return false }
      change(path, changes)
    case "textDocument/didClose":
      guard let path else { return false }
      workspace.close(path)
    case "textDocument/didSave":
      workspace.rememberVerdicts()
    case "workspace/didChangeWorkspaceFolders":
      let event = params["event"]
      func paths(_ name: String) -> [String] {
        // allowed: a list that is not there names nothing
        (event?[name]?.items ?? []).compactMap { $0["uri"]?.string }
          .compactMap(DocumentPath.path)
      }
      workspace.change(adding: paths("added"), removing: paths("removed"))
    case "workspace/didChangeWatchedFiles":
      // allowed: without a list nothing changed
      let paths = (params["changes"]?.items ?? []).compactMap { $0["uri"]?.string }
      workspace.forget(paths.compactMap(DocumentPath.path))
    default: return false
    }
    return true
  }

  /// Applies changes one after another: each counts in the text that the ones before it leave.
  private func change(_ path: String, _ changes: [JSONValue]) {
    guard var text = workspace.isOpen(path) ? workspace.file(at: path)?.text : nil else {
      return
    }
    for change in changes {
      guard let new = change["text"]?.string else { continue }
      if let range = change["range"], range != .null {
        guard let place = FeatureContext.range(range, in: text, encoding) else { continue }
        text = text.replacing(place, by: new)
      } else {
        text = DocumentText(new)
      }
    }
    workspace.edit(path, text)
  }
}
