/// The functions that operators are calls of, by cel-spec's names.
package enum Operator {
  package static let and = "_&&_"
  package static let or = "_||_"
  package static let conditional = "_?_:_"
  /// True unless its argument is false: an unknown or an error does not end a quantifier.
  package static let notStrictlyFalse = "@not_strictly_false"
  package static let not = "!_"
  package static let negate = "-_"
  package static let equal = "_==_"
  package static let notEqual = "_!=_"
  package static let less = "_<_"
  package static let lessOrEqual = "_<=_"
  package static let greater = "_>_"
  package static let greaterOrEqual = "_>=_"
  package static let add = "_+_"
  package static let subtract = "_-_"
  package static let multiply = "_*_"
  package static let divide = "_/_"
  package static let remainder = "_%_"
  package static let contained = "@in"
  package static let index = "_[_]"
  /// `list[?0]` and `map[?'key']` give an optional.
  package static let optionalIndex = "_[?_]"
  /// `map.?key`: an optional; the field is a literal text.
  package static let optionalSelect = "_?._"
  /// `?x` in a list: left out where the optional is absent.
  package static let optionalElement = "?_"
  /// Whether its argument is not unknown; never unknown itself.
  package static let known = "@known"
  /// A map with one entry more, or with all entries of another: what `transformMap` folds.
  package static let insert = "@map_insert"

  /// As it is written in an expression; `nil` for what is no operator.
  package static func symbol(_ function: String) -> String? {
    switch function {
    case and: "&&"
    case or: "||"
    case conditional: "?:"
    case not: "!"
    case negate: "-"
    case contained: "in"
    case index, optionalIndex: "[]"
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, add, subtract, multiply,
      divide, remainder:
      String(function.dropFirst().dropLast())
    default: nil
    }
  }
}
