internal import Model
internal import Tables

/// The parts of a text that show a chart, with their format: the text itself, or fenced blocks in Markdown.
struct ChartText {
  let format: DiagramFormat
  private let parts: [String]

  /// - Returns: `nil` where no part shows one.
  init?(_ text: String) {
    let fences = MarkdownFences(text)
    let blocks = fences.blocks.compactMap { block in
      DiagramFormat(text: block).map { (format: $0, text: block) }
    }
    let charts = blocks.filter { Self.looksLikeOrganization($0.text, $0.format) }
    if let first = charts.first {
      format = first.format
      parts = charts.filter { $0.format == first.format }.map(\.text)
    } else if let format = DiagramFormat(text: fences.rest) {
      self.format = format
      parts = [fences.rest]
    } else if let first = blocks.first {
      format = first.format
      parts = [first.text]
    } else {
      return nil
    }
  }

  /// One reading of all parts.
  func reading() throws(ChartRefusal) -> ChartReading {
    guard parts.count > 1 else { return try Self.reading(parts[0], format) }
    var pages = ChartPages()
    for part in parts { pages.add(try Self.reading(part, format).draft) }
    return ChartReading(pages.joined)
  }

  private static func reading(
    _ text: String, _ format: DiagramFormat
  ) throws(ChartRefusal) -> ChartReading {
    switch format {
    case .mermaid: ChartReading(MermaidChart.draft(text))
    case .plantUML: ChartReading(PlantUMLChart.draft(text))
    case .json: try JSONChart.read(text)
    case .table: try TableChart.read(text: text)
    default: ChartReading(OutlineChart.draft(text))
    }
  }

  private static func looksLikeOrganization(_ text: String, _ format: DiagramFormat) -> Bool {
    do throws(ChartRefusal) {
      return try reading(text, format).draft.looksLikeOrganization
    } catch { return false }
  }
}

extension DiagramFormat {
  /// The format of a text that is a chart as a whole.
  fileprivate init?(text: String) {
    if MermaidChart.claims(text) {
      self = .mermaid
    } else if PlantUMLChart.claims(text) {
      self = .plantUML
    } else if JSONChart.claims(text) {
      self = .json
    } else if TableChart.claims(text) {
      self = .table
    } else if OutlineChart.claims(text) {
      self = .outline
    } else {
      return nil
    }
  }
}
