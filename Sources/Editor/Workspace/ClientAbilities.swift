package import Tables

/// What an editor can do, as far as answers depend on it.
package struct ClientAbilities: Sendable {
  /// Whether it fills in the places of a template that is inserted.
  package var knowsSnippets = false

  package init() {}

  /// - Parameter capabilities: What the client says of itself.
  package init(_ capabilities: JSONValue?) {
    let completion = capabilities?["textDocument"]?["completion"]
    knowsSnippets = completion?["completionItem"]?["snippetSupport"]?.bool == true
  }
}
