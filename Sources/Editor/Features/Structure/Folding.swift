internal import CEL
internal import Model

extension Feature {
  /// What can be folded: keys with what stands below them, elements of lists, brackets, blocks, comments.
  static let foldingRange = Feature(
    "textDocument/foldingRange", announcedAs: "foldingRangeProvider"
  ) { context in
    var folds = Set<Fold>()
    context.file.outline.walk { path in
      if case .key(let pair, _)? = path.steps.last { folds.insert(Fold(pair.range)) }
      if case .item? = path.steps.last { folds.insert(Fold(path.node.range)) }
    }
    folds.formUnion(Fold.comments(in: context.file.text))
    return .array(
      folds.filter { $0.last > $0.first }.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
        .map(\.value))
  }
}

/// Lines that are folded into the first of them, by their 1-based numbers.
private struct Fold: Hashable {
  let first: Int
  let last: Int
  var isComment = false

  init(_ range: SourceRange) {
    first = range.start.line
    // A range that ends before the first character of a line does not reach it.
    last = range.end.column == 1 ? range.end.line - 1 : range.end.line
  }

  private init(first: Int, last: Int) {
    self.first = first
    self.last = last
    isComment = true
  }

  /// Comments of several lines.
  static func comments(in text: DocumentText) -> [Fold] {
    var found: [Fold] = []
    var start: Int?
    for (index, line) in (text.lines + [String()]).enumerated() {
      let isComment = line.first { $0 != " " && $0 != "\t" } == "#"
      if isComment {
        start = start ?? index + 1
      } else if let first = start {
        found.append(Fold(first: first, last: index))
        start = nil
      }
    }
    return found
  }

  var value: LSPValue {
    .members([
      "startLine": .int(first - 1), "endLine": .int(last - 1),
      "kind": isComment ? "comment" : nil,
    ])
  }
}
