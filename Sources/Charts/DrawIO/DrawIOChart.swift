internal import Foundation
internal import Model
internal import Native

/// draw.io and diagrams.net: `<mxfile>` with plain or packed pages, or a bare `<mxGraphModel>`.
enum DrawIOChart {
  /// What all packed pages together may unpack to.
  private static let unpackedLimit = 32 << 20

  package static func read(_ bytes: [UInt8]) throws(ChartRefusal) -> ChartReading {
    let root = try XMLDocument.chart(bytes)
    var graphs: [XMLElement] = []
    var room = unpackedLimit
    if root.name == "mxGraphModel" { graphs = [root] }
    for page in root.elements("diagram") {
      if let graph = page.first("mxGraphModel") {
        graphs.append(graph)
      } else if !page.text.allSatisfy(\.isWhitespace) {
        graphs.append(try unpacked(page.text, &room))
      }
    }
    guard !graphs.isEmpty else { throw .noChart }
    var pages = ChartPages()
    var reading = ChartReading()
    for (index, graph) in graphs.enumerated() {
      let page = DrawIOPage(graph, number: index)
      pages.add(page.draft)
      reading.pages.append(page.size)
    }
    reading.draft = pages.joined
    return reading
  }

  /// Reads the diagram in a picture; places in it are not places in the picture.
  static func read(picture bytes: [UInt8]) throws(ChartRefusal) -> ChartReading {
    guard let diagram = DrawIOPicture.diagram(inPNG: bytes) else { throw .noChart }
    var reading = try read(diagram)
    reading.draft.forgetPlaces()
    reading.pages = [DrawIOPicture.size(ofPNG: bytes)].compactMap(\.self)
    return reading
  }

  /// The XML of a diagram that may have percent signs; `nil` where it is none.
  static func plain(_ text: String) -> String? {
    let text = text.trimmed
    if text.hasPrefix("<mx") || text.hasPrefix("<?xml") { return text }
    guard text.lowercased().hasPrefix("%3c"), let plain = text.removingPercentEncoding,
      plain.hasPrefix("<mx")
    else { return nil }
    return plain
  }

  /// Base64, then raw deflate, then percent signs.
  private static func unpacked(
    _ text: String, _ room: inout Int
  ) throws(ChartRefusal) -> XMLElement {
    guard let packed = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else {
      throw .damaged("base64")
    }
    let bytes: [UInt8]
    do throws(RawInflate.Refusal) {
      bytes = try RawInflate.unpacked([UInt8](packed), limit: room)
    } catch {
      switch error {
      case .damaged: throw .damaged("deflate")
      case .tooLarge: throw .refused("> \(unpackedLimit) bytes unpacked")
      }
    }
    room -= bytes.count
    guard let escaped = String(validating: bytes, as: UTF8.self),
      let plain = escaped.removingPercentEncoding
    else { throw .damaged("percent signs") }
    return try XMLDocument.chart(Array(plain.utf8))
  }
}
