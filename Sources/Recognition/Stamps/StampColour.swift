/// What a stamp on a picture of paper is printed in.
package enum StampColour: String, Hashable, Sendable {
  case red
  /// A copy without colour.
  case grey
}
