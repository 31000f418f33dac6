internal import CEL
package import Model

/// The way from the root of a text to one of its values or keys.
package struct OutlinePath: Sendable {
  package enum Step: Sendable {
    /// Into the value of a key of a mapping.
    case key(OutlinePair, of: OutlineNode)
    /// Into an element of a list, by its 0-based place.
    case item(Int, of: OutlineNode)
  }

  /// From the root on.
  package let steps: [Step]
  /// The value that the steps lead to.
  package let node: OutlineNode
  /// Whether the key of the last step is meant and not its value.
  package let isAtKey: Bool

  /// The keys on the way; elements of lists are left out.
  package var keys: [String] {
    steps.compactMap { if case .key(let pair, _) = $0 { pair.key } else { nil } }
  }

  /// The last key on the way.
  package var pair: OutlinePair? {
    for case .key(let pair, _) in steps.reversed() { return pair }
    return nil
  }

  /// Returns the nearest mapping on the way that is an element under a key: the rule that a position lies in.
  package func element(under key: String) -> OutlineNode? {
    var isBelow = false
    for step in steps {
      switch step {
      case .key(let pair, _): isBelow = pair.key == key
      case .item(let index, let list):
        if isBelow, list.items.indices.contains(index) { return list.items[index] }
        isBelow = false
      }
    }
    return nil
  }
}

extension OutlineNode {
  /// Returns the way to the innermost value or key at a position.
  package func path(to position: TextPosition) -> OutlinePath {
    var steps: [OutlinePath.Step] = []
    var node = self
    while true {
      if let pair = node.pairs.last(where: { $0.keyRange.start <= position }) {
        if pair.keyRange.touches(position) {
          return OutlinePath(
            steps: steps + [.key(pair, of: node)], node: pair.value, isAtKey: true)
        }
        guard pair.value.range.touches(position) || pair.value.range.start <= position else {
          break
        }
        steps.append(.key(pair, of: node))
        node = pair.value
      } else if let index = node.items.lastIndex(where: { $0.range.start <= position }) {
        steps.append(.item(index, of: node))
        node = node.items[index]
      } else {
        break
      }
    }
    return OutlinePath(steps: steps, node: node, isAtKey: false)
  }

  /// All values with the ways to them, this one first; parents before what they hold.
  package func walk(_ visit: (OutlinePath) -> Void) {
    func go(_ node: OutlineNode, _ steps: [OutlinePath.Step]) {
      visit(OutlinePath(steps: steps, node: node, isAtKey: false))
      for pair in node.pairs { go(pair.value, steps + [.key(pair, of: node)]) }
      for (index, item) in node.items.enumerated() { go(item, steps + [.item(index, of: node)]) }
    }
    go(self, [])
  }
}
