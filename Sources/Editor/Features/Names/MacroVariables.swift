internal import CEL
internal import Model

/// The variables that the macros of an expression give: `x` of `list.all(x, x > 0)`.
struct MacroVariables {
  private let tokens: [WrittenToken]
  private var bindings: [Binding] = []

  private struct Binding {
    let name: String
    let declaration: SourceRange
    /// The tokens between the brackets of the macro.
    let scope: Range<Int>
  }

  /// How many variables each macro gives at most.
  private static let counts = [
    "all": 2, "exists": 2, "exists_one": 1, "existsOne": 2, "map": 1, "filter": 1,
    "transformList": 2, "transformMap": 2, "transformMapEntry": 2, "bind": 1, "optMap": 1,
    "optFlatMap": 1,
  ]

  init(_ tokens: [WrittenToken]) {
    self.tokens = tokens
    for index in tokens.indices {
      guard case .name(let macro) = tokens[index].kind, let count = Self.counts[macro],
        sign(index - 1) == ".", sign(index + 1) == "("
      else { continue }
      let scope = (index + 2)..<end(behind: index + 1)
      var place = index + 2
      for _ in 0..<count {
        guard scope.contains(place), case .name(let name) = tokens[place].kind,
          sign(place + 1) == ","
        else { break }
        // `list.all(x, y > 0)` has one variable, `list.all(i, x, y)` two.
        if place > index + 2, !holdsThree(scope) { break }
        bindings.append(
          Binding(name: name, declaration: tokens[place].range, scope: scope))
        place += 2
      }
    }
  }

  /// Returns the variable whose declaration or use is at a position.
  func variable(at position: TextPosition) -> LocalVariable? {
    for (index, token) in tokens.enumerated() where token.range.touches(position) {
      guard case .name(let name) = token.kind, sign(index - 1) != ".",
        let binding = binding(of: name, at: index)
      else { continue }
      let places = tokens.indices.filter { other in
        guard case .name(name) = tokens[other].kind, sign(other - 1) != ".",
          let found = self.binding(of: name, at: other)
        else { return false }
        return found.declaration == binding.declaration
      }
      return LocalVariable(
        name: name, declaration: binding.declaration, places: places.map { tokens[$0].range })
    }
    return nil
  }

  private func binding(of name: String, at index: Int) -> Binding? {
    bindings.filter { $0.name == name && $0.scope.contains(index) }
      .min { $0.scope.count < $1.scope.count }
  }

  private func sign(_ index: Int) -> String? {
    guard tokens.indices.contains(index), case .sign(let sign) = tokens[index].kind else {
      return nil
    }
    return sign
  }

  /// The token that closes a bracket; behind the last where none does.
  private func end(behind open: Int) -> Int {
    var depth = 0
    for index in open..<tokens.count {
      switch sign(index) {
      case "(", "[", "{": depth += 1
      case ")", "]", "}":
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return tokens.count
  }

  /// Whether the brackets of a macro hold three parts.
  private func holdsThree(_ scope: Range<Int>) -> Bool {
    var (depth, commas) = (0, 0)
    for index in scope {
      switch sign(index) {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case ",": if depth == 0 { commas += 1 }
      default: break
      }
    }
    return commas >= 2
  }
}
