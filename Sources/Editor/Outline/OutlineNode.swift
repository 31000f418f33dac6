package import CEL
package import Model

/// A value of a YAML text with its whole extent, as far as it can be made out: the text may be half typed.
///
/// What loads is decided by `Schema`; this is what an editor walks while nothing loads.
package struct OutlineNode: Sendable {
  package indirect enum Content: Sendable {
    case scalar(OutlineScalar)
    case sequence([OutlineNode])
    case mapping([OutlinePair])
    /// Nothing is written (yet).
    case nothing
  }

  package let content: Content
  /// From its first character to behind its last.
  package let range: SourceRange
  /// Whether it stands in brackets on a line (`[a, b]`).
  package let isFlow: Bool

  package init(_ content: Content, _ range: SourceRange, isFlow: Bool = false) {
    self.content = content
    self.range = range
    self.isFlow = isFlow
  }
}

/// A key with what follows it.
package struct OutlinePair: Sendable {
  package let key: String
  package let keyRange: SourceRange
  package let value: OutlineNode
  /// Whether a colon follows the key; without one it is still being typed.
  package let hasColon: Bool

  /// From the key to the end of its value.
  package var range: SourceRange {
    SourceRange(start: keyRange.start, end: max(keyRange.end, value.range.end))
  }
}

/// A text that is no list and no mapping.
package struct OutlineScalar: Sendable {
  package enum Style: Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

  /// The text without quotes and, of a block, without its indent.
  package let text: String
  package let style: Style
  /// Where the text itself lies: inside the quotes, or below the sign of a block.
  package let textRange: SourceRange
  /// The 1-based column at which each line of the text begins.
  package let margin: Int

  /// Whether it is written on several lines under `|` or `>`.
  package var isBlock: Bool { style == .literal || style == .folded }
}

extension OutlineNode {
  package var pairs: [OutlinePair] {
    if case .mapping(let pairs) = content { pairs } else { [] }
  }

  package var items: [OutlineNode] {
    if case .sequence(let items) = content { items } else { [] }
  }

  package var scalar: OutlineScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  package var text: String? { scalar?.text }

  package subscript(key: String) -> OutlineNode? { pairs.first { $0.key == key }?.value }
}

extension SourceRange {
  /// Returns whether a position lies in it, its end included: a cursor behind a word is at the word.
  package func touches(_ position: TextPosition) -> Bool { start <= position && position <= end }

  package func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }
}
