/// How text is set.
package struct TextStyle: Hashable, Sendable {
  package enum Weight: Sendable { case normal, medium, bold }
  package enum Alignment: Sendable { case left, center, right }

  /// The fontconfig family.
  ///
  /// There is no replacement: a character that it lacks is an error.
  package var family: String
  /// The size is the height of the em, in canvas units.
  package var size: Double
  package var weight: Weight
  package var ink: Ink
  /// The tracking is added after every character, in canvas units.
  package var tracking: Double
  /// The distance of baselines as a multiple of the size; 0 means the font's own.
  package var leading: Double
  package var alignment: Alignment

  package init(
    family: String, size: Double, weight: Weight = .normal, ink: Ink = .black,
    tracking: Double = 0, leading: Double = 0, alignment: Alignment = .left
  ) {
    self.family = family
    self.size = size
    self.weight = weight
    self.ink = ink
    self.tracking = tracking
    self.leading = leading
    self.alignment = alignment
  }
}

/// The room that set text takes, in canvas units.
package struct TextExtent: Hashable, Sendable {
  package let width: Double
  package let height: Double
  package let lines: Int
}
