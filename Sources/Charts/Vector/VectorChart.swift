internal import Model
package import Recognition

/// Reads an organization chart from the paths of a page: frames and filled boxes with texts in them, and the lines between.
package struct VectorChart {
  private let lines: [PageLine]
  private let pageArea: Double
  /// Height of the letters, in points.
  private let letter: Double
  private var boxes: [ChartRectangle] = []
  private var segments: [ChartSegment] = []

  /// Boxes on one page; more is a drawing of something else.
  private static let boxLimit = 2_000
  /// Lines on one page; more is a map, a hatching or a picture made of lines.
  private static let segmentLimit = 60_000

  /// - Parameter lines: the text of the page, in points.
  package init?(_ paths: [DrawnPath], lines: [PageLine], width: Double, height: Double) {
    let heights = lines.map(\.box.height).sorted()
    guard !heights.isEmpty else { return nil }
    self.lines = lines
    pageArea = width * height
    letter = heights[heights.count / 2] / 1.2
    addBoxes(paths.filter { $0.isClosed && $0.isStroked }.compactMap(\.box).filter(isBox))
    addBoxes(fills(paths))
    addSegments(paths)
    guard boxes.count >= 2, boxes.count <= Self.boxLimit, !segments.isEmpty,
      segments.count <= Self.segmentLimit
    else { return nil }
  }

  /// Large enough for a letter, and not the page itself.
  private func isBox(_ box: ChartRectangle) -> Bool {
    box.width >= letter && box.height >= letter * 0.8 && box.width * box.height < pageArea * 0.5
  }

  /// Boxes that lie nearly on each other are one: a frame is often drawn twice.
  private mutating func addBoxes(_ found: [ChartRectangle]) {
    for box in found.reversed() where boxes.count <= Self.boxLimit {
      let isKnown = boxes.contains { $0.contains(box, slack: 1) && box.contains($0, slack: 1) }
      if !isKnown { boxes.append(box) }
    }
  }

  /// Filled boxes without a frame; the fill of a frame and the stripes of a shade are none of their own.
  private func fills(_ paths: [DrawnPath]) -> [ChartRectangle] {
    var kept: [ChartRectangle] = []
    for path in paths where path.isClosed && path.isFilled && !path.isStroked {
      guard let box = path.box, isBox(box), kept.count <= Self.boxLimit,
        !boxes.contains(where: { $0.contains(box, slack: 2) }),
        !kept.contains(where: { Self.isStripe(box, of: $0) })
      else { continue }
      kept.append(box)
    }
    return kept
  }

  private static func isStripe(_ box: ChartRectangle, of other: ChartRectangle) -> Bool {
    guard other.contains(box, slack: 0.5) else { return false }
    return abs(other.width - box.width) < 1 || abs(other.height - box.height) < 1
  }

  /// Lines, also those that are drawn as thin filled boxes, and the heads of arrows.
  private mutating func addSegments(_ paths: [DrawnPath]) {
    for path in paths where segments.count <= Self.segmentLimit {
      if path.isStroked, !path.isClosed {
        for (from, to) in zip(path.points, path.points.dropFirst()) {
          segments.append(ChartSegment(from: from, to: to))
        }
      } else if path.isClosed, let box = path.box, !isBox(box) {
        addThin(box)
      }
    }
  }

  private mutating func addThin(_ box: ChartRectangle) {
    let (left, right) = (box.x, box.x + box.width)
    let (top, bottom) = (box.y, box.y + box.height)
    let middle = box.center
    let isSmall = max(box.width, box.height) <= letter * 1.5
    if box.width > box.height || isSmall {
      segments.append(
        ChartSegment(from: Point(x: left, y: middle.y), to: Point(x: right, y: middle.y)))
    }
    if box.height >= box.width || isSmall {
      segments.append(
        ChartSegment(from: Point(x: middle.x, y: top), to: Point(x: middle.x, y: bottom)))
    }
  }

  // MARK: Texts

  /// Letters of one line that stand in one box.
  private struct Piece {
    package var text: String
    let x: Double
    let y: Double
    package let height: Double
  }

  /// What each box says: the letters whose middles are in it and in no smaller one.
  private var labels: [String] {
    var pieces = [[Piece]](repeating: [], count: boxes.count)
    let grid = SegmentGrid(boxes: boxes, cell: max(24, letter * 4), margin: 1)
    for line in lines {
      var last: Int?
      for character in line.line.characters {
        let place = Point(
          x: line.box.center.x + (character.position - 0.5) * line.box.width, y: line.box.center.y)
        let around = grid.near(place).filter { boxes[$0].distance(to: place) == 0 }
          .min { (area($0), $0) < (area($1), $1) }
        if let around {
          if around == last {
            pieces[around][pieces[around].count - 1].text += character.symbol
          } else {
            pieces[around].append(
              Piece(text: character.symbol, x: place.x, y: place.y, height: line.box.height / 1.2))
          }
        }
        last = around
      }
    }
    return pieces.map(Self.joined)
  }

  private func area(_ box: Int) -> Double { boxes[box].width * boxes[box].height }

  /// Rows from top to bottom; a column of single letters is one word.
  private static func joined(_ pieces: [Piece]) -> String {
    var rows: [[Piece]] = []
    for piece in pieces.sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
      if let last = rows.last?.last, abs(last.y - piece.y) < last.height * 0.5 {
        rows[rows.count - 1].append(piece)
      } else {
        rows.append([piece])
      }
    }
    let texts = rows.map { row in
      row.sorted { $0.x < $1.x }.map(\.text).joined(separator: " ")
    }
    return texts.joined(separator: texts.allSatisfy { $0.count == 1 } ? "" : "\n")
  }

  /// Returns the chart, with places in points.
  package func draft(page: Int) -> HierarchyDraft {
    let labels = labels
    var drawn = ShapePage()
    let order = boxes.indices.sorted {
      (boxes[$0].y, boxes[$0].x, $0) < (boxes[$1].y, boxes[$1].x, $1)
    }
    for index in order where !labels[index].isEmpty {
      let box = boxes[index]
      // What holds several boxes is a frame around a part of the chart, or all of it.
      let held = boxes.indices.filter {
        $0 != index && !labels[$0].isEmpty && box.contains(boxes[$0], slack: 0.5)
      }
      if held.count < 2 {
        drawn.shapes.append(ShapePage.Shape(box: box, text: labels[index]))
      }
    }
    drawn.segments = segments
    let heights = drawn.shapes.map(\.box.height).sorted()
    let reach = heights.isEmpty ? 2 : max(1.5, heights[heights.count / 2] / 12)
    return drawn.draft(number: page, reach: reach)
  }
}

extension HierarchyDraft {
  /// Whether enough lines were found to join all boxes.
  package var isJoined: Bool { links.count + 1 >= boxes.count }
}
