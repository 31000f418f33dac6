package import Model
internal import Native
internal import Tables

/// The formats in which organization charts come, recognized by content.
package enum DiagramFormat: CaseIterable {
  case drawIO, visio, presentation, wordDocument, xmind, freeMind, opml, svg
  case mermaid, plantUML, json, table, outline

  /// The format of a chart in a file; `nil` where nothing in it shows one.
  ///
  /// Texts must show it by their first words, or by the names of departments in them.
  package init?(_ bytes: [UInt8], _ type: MediaType) {
    switch type {
    case .drawio: self = .drawIO
    case .vsdx: self = .visio
    case .pptx: self = .presentation
    case .docx: self = .wordDocument
    case .svg: self = .svg
    case .xmind: self = .xmind
    case .freeMind: self = .freeMind
    case .opml: self = .opml
    case .text:
      guard let found = Self.ofText(bytes) else { return nil }
      self = found
    default: return nil
    }
  }

  private static func ofText(_ bytes: [UInt8]) -> DiagramFormat? {
    guard let text = decoded(bytes) else { return nil }
    if MermaidChart.claims(text) { return .mermaid }
    if PlantUMLChart.claims(text) { return .plantUML }
    if JSONChart.claims(text) { return .json }
    if TableChart.claims(text) { return .table }
    if OutlineChart.claims(text) { return .outline }
    return nil
  }

  package func read(_ bytes: [UInt8]) throws(ChartRefusal) -> ChartReading {
    var reading = try reading(bytes)
    switch self {
    case .mermaid, .plantUML, .json, .table, .outline: reading.method = .textLayer
    case .drawIO, .visio, .presentation, .wordDocument, .xmind, .freeMind, .opml, .svg:
      reading.method = .xml
    }
    return reading
  }

  private func reading(_ bytes: [UInt8]) throws(ChartRefusal) -> ChartReading {
    switch self {
    case .drawIO: try DrawIOChart.read(bytes)
    case .visio: try VisioChart.read(bytes)
    case .presentation, .wordDocument: try OfficeChart.read(bytes)
    case .svg: try SVGChart.read(bytes)
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

  /// Whether files of the format may as well be something else: then a missing chart is no loss.
  package var mayBeOther: Bool {
    switch self {
    case .presentation, .wordDocument, .svg: true
    case .drawIO, .visio, .xmind, .freeMind, .opml, .mermaid, .plantUML, .json, .table, .outline:
      false
    }
  }

  private func text(_ bytes: [UInt8]) throws(ChartRefusal) -> String {
    guard let text = Self.decoded(bytes) else { throw .damaged("encoding") }
    return text
  }

  /// With lines that end in one way: readers part them at `\n`, and Windows' ends are another character.
  private static func decoded(_ bytes: [UInt8]) -> String? {
    guard let text = PlainText.decoded(bytes) else { return nil }
    guard text.utf8.contains(0x0D) else { return text }
    return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }
}
