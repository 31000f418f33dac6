internal import Model
internal import Recognition

/// The part of a picture that one paper takes, by its title and the line at its foot.
///
/// A web page, a listing or another paper in the same picture has labels and values of its own.
struct PaperExtent {
  private let title: TextSegment?
  private let lowest: Double?

  /// - Parameters:
  ///   - titles: the material's anchors, of which the largest print is its title.
  ///   - feet: what is printed at the very foot of the paper.
  init(of text: PageText, titles: [String], feet: [String]) {
    let all = text.lines.indices.filter { !text.characters[$0].isEmpty }.map { line in
      text.segment(line: line, range: 0..<text.characters[line].count)
    }
    let heights = all.map(\.height).sorted()
    let usual = heights.isEmpty ? 0 : heights[heights.count / 2]
    title = all.filter { line in
      line.height > Self.larger * usual && line.end - line.start > 2 * line.height
        && titles.contains { text.text(of: line).contains($0) }
    }.max { $0.height < $1.height }
    let top = title?.v
    lowest = all.filter { line in
      top.map { line.v > $0 } == true && feet.contains { text.text(of: line).hasSuffix($0) }
    }.map { $0.v + 2.5 * $0.height }.min()
  }

  /// A title is so many times higher than the page's usual line.
  private static let larger = 1.7
  /// A paper reaches at most so many widths of its title to either side: a landscape original 1.6.
  private static let reach = 1.8

  /// Whether a line may be part of the paper.
  func holds(_ line: TextSegment) -> Bool {
    guard let title else { return true }
    let middle = (title.start + title.end) / 2
    let width = (title.end - title.start) * Self.reach
    if let lowest, line.v > lowest { return false }
    return line.end > middle - width && line.start < middle + width
  }
}

extension PageText {
  /// The lines that may hold values of a material: those of its paper that are no notice.
  func values(of material: MaterialDefinition) -> PageText {
    // What nobody describes is read whole.
    guard !material.notices.isEmpty else { return self }
    return within(
      PaperExtent(of: self, titles: material.anchors.map(\.text), feet: Self.feet)
    ).without(
      NoticeLines(material.notices, labels: material.fields.flatMap(\.labels)))
  }

  /// What registrars have printed below everything else.
  private static let feet = ["监制", "总局制"]

  /// The page without the lines that another paper beside or below shows.
  func within(_ extent: PaperExtent) -> PageText {
    let kept = lines.indices.filter { line in
      characters[line].isEmpty
        || extent.holds(segment(line: line, range: 0..<characters[line].count))
    }
    return kept.count == lines.count
      ? self : PageText(lines: kept.map { lines[$0] }, level: level)
  }
}
