internal import CEL
internal import Model
internal import Rules

/// A name that one rule or one expression gives: the `as` of a `for_each`, the variable of a macro.
struct LocalVariable {
  let name: String
  let declaration: SourceRange
  /// All places, the declaration among them.
  let places: [SourceRange]

  /// Returns the variable at a position of a file.
  init?(at position: TextPosition, in file: EditedFile) {
    guard file.kind == .pack else { return nil }
    let path = file.outline.path(to: position)
    if let scalar = path.node.scalar, Self.isExpression(path),
      let found = MacroVariables(ExpressionNames.tokens(in: scalar)).variable(at: position)
    {
      self = found
      return
    }
    guard let rule = path.element(under: "rules"),
      let variable = rule["for_each"]?["as"]?.scalar, !variable.text.isEmpty
    else { return nil }
    let places = Self.uses(of: variable.text, in: rule, file)
    guard variable.textRange.touches(position) || places.contains(where: { $0.touches(position) })
    else { return nil }
    self.init(
      name: variable.text, declaration: variable.textRange, places: [variable.textRange] + places)
  }

  init(name: String, declaration: SourceRange, places: [SourceRange]) {
    self.name = name
    self.declaration = declaration
    self.places = places
  }

  private static func isExpression(_ path: OutlinePath) -> Bool {
    path.pair.map { ["assert", "when"].contains($0.key) } == true && !path.isAtKey
  }

  /// Where paths of facts begin with the variable of the rule's `for_each`.
  private static func uses(
    of variable: String, in rule: OutlineNode, _ file: EditedFile
  ) -> [SourceRange] {
    let prefix = variable + "."
    return file.occurrences.filter { $0.kind == .fact && rule.range.contains($0.range) }
      .filter { $0.name.hasPrefix(prefix) && !isShadowed($0, file) }
      .map { use in
        let start = use.range.start
        let end = TextPosition(
          line: start.line, column: start.column + variable.unicodeScalars.count)
        return SourceRange(start: start, end: end)
      }
  }

  /// Whether a macro of the expression gives the name anew.
  private static func isShadowed(_ use: NameOccurrence, _ file: EditedFile) -> Bool {
    let path = file.outline.path(to: use.range.start)
    guard let scalar = path.node.scalar, isExpression(path) else { return false }
    return MacroVariables(ExpressionNames.tokens(in: scalar)).variable(at: use.range.start) != nil
  }
}

extension EditedFile {
  /// Returns the fact that a path names: below the variable of a `for_each` that of its document.
  func fact(of use: NameOccurrence, in workspace: Workspace) -> String {
    guard kind == .pack, let dot = use.name.firstIndex(of: ".") else { return use.name }
    let path = outline.path(to: use.range.start)
    let variable = path.element(under: "rules")?["for_each"]?["as"]?.text
    guard variable == String(use.name[..<dot]) else { return use.name }
    return workspace.scope(of: self, at: path)?.elements[use.name] ?? use.name
  }
}
