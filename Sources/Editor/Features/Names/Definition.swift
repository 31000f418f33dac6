internal import CEL
internal import Model

extension Feature {
  /// Where a name comes from.
  static let definition = Feature("textDocument/definition", announcedAs: "definitionProvider") {
    context in
    if let variable = LocalVariable(at: context.position, in: context.file) {
      return context.location(variable.declaration, in: context.file)
    }
    guard let target = NameTarget(context) else { return .null }
    return .array(target.definitions.map { context.location($0.range, in: $0.file) })
  }

  /// Everywhere that a name is used.
  static let references = Feature("textDocument/references", announcedAs: "referencesProvider") {
    context in
    let withDefinition = context.params["context"]?["includeDeclaration"]?.bool == true
    if let variable = LocalVariable(at: context.position, in: context.file) {
      let places = variable.places.filter { withDefinition || $0 != variable.declaration }
      return .array(places.map { context.location($0, in: context.file) })
    }
    guard let target = NameTarget(context) else { return .null }
    var places = target.places.filter { !$0.isDefinition }
    if withDefinition { places = target.definitions + places }
    return .array(places.map { context.location($0.range, in: $0.file) })
  }

  /// The same name in the file.
  static let documentHighlight = Feature(
    "textDocument/documentHighlight", announcedAs: "documentHighlightProvider"
  ) { context in
    let (read, write) = (2, 3)
    if let variable = LocalVariable(at: context.position, in: context.file) {
      return .array(
        variable.places.map {
          .members([
            "range": context.range($0),
            "kind": .int($0 == variable.declaration ? write : read),
          ])
        })
    }
    guard let target = NameTarget(context) else { return .null }
    let places = target.places(in: context.file)
    return .array(
      places.map {
        .members([
          "range": context.range($0.range), "kind": .int($0.isDefinition ? write : read),
        ])
      })
  }
}
