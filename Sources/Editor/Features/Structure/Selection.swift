internal import CEL
internal import Model
internal import Tables

extension Feature {
  /// What grows around a place: the word, the value, the key with its value, the element, the file.
  static let selectionRange = Feature(
    "textDocument/selectionRange", announcedAs: "selectionRangeProvider"
  ) { context in
    // allowed: no positions, no ranges
    let positions = (context.params["positions"]?.items ?? []).compactMap {
      FeatureContext.position($0, in: context.file.text, context.encoding)
    }
    return .array(
      positions.map { position in
        var value: LSPValue?
        for range in Self.ranges(around: position, in: context.file) {
          value = .members(["range": context.range(range), "parent": value])
        }
        return value ?? .members(["range": context.range(SourceRange(position))])
      })
  }

  /// From the whole file to the word.
  private static func ranges(around position: TextPosition, in file: EditedFile) -> [SourceRange] {
    let start = TextPosition(line: 1, column: 1)
    var ranges = [SourceRange(start: start, end: file.text.end)]
    func add(_ range: SourceRange) {
      guard range.touches(position), let last = ranges.last, last.contains(range), last != range
      else { return }
      ranges.append(range)
    }
    let path = file.outline.path(to: position)
    add(file.outline.range)
    for step in path.steps {
      switch step {
      case .key(let pair, _):
        add(pair.range)
        if path.isAtKey, pair.keyRange.touches(position) { add(pair.keyRange) }
        add(pair.value.range)
      case .item(let index, let list): add(list.items[index].range)
      }
    }
    guard let scalar = path.node.scalar, !path.isAtKey else { return ranges }
    add(scalar.textRange)
    if let name = file.occurrences.last(where: { $0.range.touches(position) }) { add(name.range) }
    if ["assert", "when"].contains(path.pair?.key),
      let token = ExpressionNames.tokens(in: scalar).first(where: { $0.range.touches(position) })
    {
      add(token.range)
    }
    return ranges
  }
}
