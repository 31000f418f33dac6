internal import Model
internal import Native
internal import Tables

/// The formats in which organization charts come, told by content.
enum DiagramFormat: CaseIterable {
  case drawIO, xmind, freeMind, opml
  case mermaid, plantUML, json, table, outline

  /// The format of a chart in a file; `nil` where nothing in it shows one.
  ///
  /// Texts must show it by their first words, or by the names of departments in them.
  init?(_ source: Source) {
    switch source.mediaType {
    case .drawio: self = .drawIO
    case .xmind: self = .xmind
    case .freeMind: self = .freeMind
    case .opml: self = .opml
    case .text:
      guard let found = Self.ofText(source.bytes) else { return nil }
      self = found
    default: return nil
    }
  }

  private static func ofText(_ bytes: [UInt8]) -> DiagramFormat? {
    guard let text = PlainText.decoded(bytes) else { return nil }
    if MermaidChart.claims(text) { return .mermaid }
    if PlantUMLChart.claims(text) { return .plantUML }
    if JSONChart.claims(text) { return .json }
    if TableChart.claims(text) { return .table }
    if OutlineChart.claims(text) { return .outline }
    return nil
  }

  func read(_ bytes: [UInt8]) throws(ChartRefusal) -> ChartReading {
    var reading = try reading(bytes)
    switch self {
    case .mermaid, .plantUML, .json, .table, .outline: reading.method = .textLayer
    case .drawIO, .xmind, .freeMind, .opml: reading.method = .xml
    }
    return reading
  }

  private func reading(_ bytes: [UInt8]) throws(ChartRefusal) -> ChartReading {
    switch self {
    case .drawIO: try DrawIOChart.read(bytes)
    case .xmind: try XMindChart.read(bytes)
    case .freeMind: try MindMapChart.freeMind(bytes)
    case .opml: try MindMapChart.opml(bytes)
    case .mermaid: ChartReading(MermaidChart.draft(try text(bytes)))
    case .plantUML: ChartReading(PlantUMLChart.draft(try text(bytes)))
    case .json: try JSONChart.read(try text(bytes))
    case .table: try TableChart.read(text: try text(bytes))
    case .outline: ChartReading(OutlineChart.draft(try text(bytes)))
    }
  }

  private func text(_ bytes: [UInt8]) throws(ChartRefusal) -> String {
    guard let text = PlainText.decoded(bytes) else { throw .damaged("encoding") }
    return text
  }
}
