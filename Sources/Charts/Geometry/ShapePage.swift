internal import Model

/// Boxes, texts and lines of one page as a drawing program placed them.
struct ShapePage {
  struct Shape {
    var box: ChartRectangle
    package var text: String
    /// The drawing's own id of it.
    var id: String?
  }

  /// A text that stands by itself, with its middle.
  struct Text {
    package var text: String
    var place: Point
  }

  /// A connector that says what it joins.
  struct Link {
    var from: String
    var to: String
  }

  var shapes: [Shape] = []
  var texts: [Text] = []
  var segments: [ChartSegment] = []
  var links: [Link] = []

  private static let partLimit = 60_000

  /// Whether so much was found that nothing more should be looked for.
  var isFull: Bool { shapes.count + texts.count + segments.count > Self.partLimit }

  /// Returns the chart on the page.
  ///
  /// - Parameter reach: how far the end of a line may be from what it touches, in the page's units.
  package func draft(number: Int, reach: Double) -> HierarchyDraft {
    var draft = HierarchyDraft()
    let labels = labels
    // A frame around everything is no box of the chart.
    let kept = shapes.indices.filter { !labels[$0].isEmpty }
    for index in kept {
      let shape = shapes[index]
      draft.add(
        labels[index],
        place: Hierarchy.Place(page: number, shape: shape.id, box: shape.box.quad))
    }
    var places: [String: Int] = [:]
    for (place, index) in kept.enumerated() {
      if let id = shapes[index].id, places[id] == nil { places[id] = place }
    }
    var loose = 0
    for link in links {
      guard let from = places[link.from], let to = places[link.to] else {
        loose += 1
        continue
      }
      draft.link(from, to)
    }
    if loose > 0 { draft.defects.append(HierarchyDefect(.unreadable, ["\(loose) links"])) }
    guard !segments.isEmpty, kept.count <= HierarchyDraft.limit else { return draft }
    let lines = ChartLines(boxes: kept.map { shapes[$0].box }, segments: segments, reach: reach)
    lines.link(in: &draft)
    return draft
  }

  /// What each shape says: its own text, and the texts that stand in it and in no smaller one.
  private var labels: [String] {
    var labels = shapes.map(\.text)
    var inside: [Int: [Text]] = [:]
    let grid = SegmentGrid(boxes: shapes.map(\.box), cell: 60, margin: 1)
    for text in texts {
      let around = grid.near(text.place).filter { shapes[$0].box.distance(to: text.place) == 0 }
        .min { area($0) < area($1) }
      if let around { inside[around, default: []].append(text) }
    }
    for (shape, texts) in inside {
      let lines = Self.lines(texts)
      labels[shape] = ([labels[shape]] + lines).filter { !$0.isEmpty }.joined(separator: "\n")
    }
    return labels
  }

  /// Texts from top to bottom; those on one line joined.
  private static func lines(_ texts: [Text]) -> [String] {
    let sorted = texts.sorted { ($0.place.y, $0.place.x) < ($1.place.y, $1.place.x) }
    var lines: [(y: Double, texts: [Text])] = []
    for text in sorted {
      if let last = lines.last, abs(last.y - text.place.y) < 2 {
        lines[lines.count - 1].texts.append(text)
      } else {
        lines.append((text.place.y, [text]))
      }
    }
    return lines.map { line in
      line.texts.sorted { $0.place.x < $1.place.x }.map(\.text).joined()
    }
  }

  private func area(_ shape: Int) -> Double { shapes[shape].box.width * shapes[shape].box.height }
}
