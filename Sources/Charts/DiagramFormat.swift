package import Model
internal import Native
internal import Tables

/// The formats in which organization charts come, recognized by content.
package enum DiagramFormat: CaseIterable {
  case drawIO, drawIOPicture, visio, presentation, wordDocument, xmind, freeMind, opml, svg
  case mermaid, plantUML, json, table, outline

  /// The format of a chart in a file; `nil` where nothing in it shows one.
  ///
  /// Texts must show it by their first words, or by the names of departments in them.
  package init?(_ bytes: [UInt8], _ type: MediaType) {
    switch type {
    case .drawio: self = .drawIO
    case .png:
      guard Self.holdsChart(bytes) else { return nil }
      self = .drawIOPicture
    case .vsdx: self = .visio
    case .pptx: self = .presentation
    case .docx: self = .wordDocument
    case .svg: self = .svg
    case .xmind: self = .xmind
    case .freeMind: self = .freeMind
    case .opml: self = .opml
    case .text:
      guard let found = Self.decoded(bytes).flatMap(ChartText.init) else { return nil }
      self = found.format
    default: return nil
    }
  }

  /// Whether a picture carries the diagram that it shows, and that is a chart.
  private static func holdsChart(_ bytes: [UInt8]) -> Bool {
    guard let diagram = DrawIOPicture.diagram(inPNG: bytes) else { return false }
    do throws(ChartRefusal) {
      return try DrawIOChart.read(diagram).draft.looksLikeOrganization
    } catch { return false }
  }

  package func read(_ bytes: [UInt8]) throws(ChartRefusal) -> ChartReading {
    var reading = try reading(bytes)
    switch self {
    case .mermaid, .plantUML, .json, .table, .outline: reading.method = .textLayer
    case .drawIO, .drawIOPicture, .visio, .presentation, .wordDocument, .xmind, .freeMind, .opml,
      .svg:
      reading.method = .xml
    }
    return reading
  }

  private func reading(_ bytes: [UInt8]) throws(ChartRefusal) -> ChartReading {
    switch self {
    case .drawIO: try DrawIOChart.read(bytes)
    case .drawIOPicture: try DrawIOChart.read(picture: bytes)
    case .visio: try VisioChart.read(bytes)
    case .presentation, .wordDocument: try OfficeChart.read(bytes)
    case .svg: try SVGChart.read(bytes)
    case .xmind: try XMindChart.read(bytes)
    case .freeMind: try MindMapChart.freeMind(bytes)
    case .opml: try MindMapChart.opml(bytes)
    case .mermaid, .plantUML, .json, .table, .outline: try text(bytes).reading()
    }
  }

  /// Whether files of the format may as well be something else: then a missing chart is no loss.
  package var mayBeOther: Bool {
    switch self {
    case .presentation, .wordDocument, .svg: true
    case .drawIO, .drawIOPicture, .visio, .xmind, .freeMind, .opml, .mermaid, .plantUML, .json,
      .table, .outline:
      false
    }
  }

  private func text(_ bytes: [UInt8]) throws(ChartRefusal) -> ChartText {
    guard let text = Self.decoded(bytes) else { throw .damaged("encoding") }
    guard let found = ChartText(text) else { throw .noChart }
    return found
  }

  /// With lines that end in one way: readers part them at `\n`, and Windows' ends are another character.
  private static func decoded(_ bytes: [UInt8]) -> String? {
    guard let text = PlainText.decoded(bytes) else { return nil }
    guard text.utf8.contains(0x0D) else { return text }
    return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }
}
