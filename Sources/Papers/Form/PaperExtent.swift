internal import Model
internal import Recognition

/// The part of a picture that one paper takes, by its title and the line at its foot.
///
/// A web page, a listing or another paper in the same picture has labels and values of its own.
struct PaperExtent {
  private let title: TextSegment?
  private let lowest: Double?

  /// - Parameters:
  ///   - title: the paper's, as it is printed or with more before it.
  ///   - feet: what the last line of the paper ends with.
  init(of text: PageText, title words: String?, feet: [String]) {
    let all = text.whole
    let heights = all.map(\.height).sorted()
    title = all.filter { line in
      line.height > Self.larger * heights[heights.count / 2]
        && line.end - line.start > 2 * line.height
        && words.map { text.text(of: line).contains($0) } == true
    }.max { ($0.height, $1.v) < ($1.height, $0.v) }
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
    guard !material.notices.isEmpty || !material.feet.isEmpty else { return self }
    let extent = PaperExtent(of: self, title: material.heading, feet: material.feet)
    let paper = keeping { line in
      characters[line].isEmpty
        || extent.holds(segment(line: line, range: 0..<characters[line].count))
    }
    let notices = NoticeLines(
      material.notices, besides: material.fields.flatMap(\.labels) + material.stops
    ).lines(in: paper)
    return paper.keeping { !notices.contains($0) }
  }
}
