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
}
