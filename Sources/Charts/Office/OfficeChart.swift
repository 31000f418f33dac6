internal import Model
internal import Native
internal import Tables

/// Charts in presentations and text documents: SmartArt, and shapes with connectors.
enum OfficeChart {
  package static func read(_ bytes: [UInt8]) throws(ChartRefusal) -> ChartReading {
    var hasLinks = false
    var hasMacros = false
    let parts = try ArchiveReader.chartParts(in: bytes) { path in
      if path.contains("/externalLinks/") { hasLinks = true }
      if path.hasSuffix("vbaProject.bin") { hasMacros = true }
      return path.hasPrefix("ppt/diagrams/data") || path.hasPrefix("word/diagrams/data")
        || path.hasPrefix("ppt/slides/slide") || path == "word/document.xml"
        || path == "ppt/presentation.xml"
    }
    var reading = ChartReading()
    var pages = ChartPages()
    for path in parts.keys.sorted(by: inOrder) where path.contains("/diagrams/data") {
      // allowed: is there
      let draft = SmartArt.draft(try XMLDocument.chart(parts[path] ?? []), page: 0)
      if draft.looksLikeOrganization { pages.add(draft) }
    }
    for (number, path) in parts.keys.filter({ $0.hasPrefix("ppt/slides/slide") })
      .sorted(by: inOrder).enumerated()
    {
      var reader = OfficeShapes()
      reader.read(try XMLDocument.chart(parts[path] ?? []))  // allowed: is there
      let draft = reader.page.draft(number: number, reach: OfficeShapes.reach)
      if draft.looksLikeOrganization { pages.add(draft) }
    }
    if let document = parts["word/document.xml"] {
      var reader = OfficeShapes()
      reader.read(try XMLDocument.chart(document))
      let draft = reader.page.draft(number: 0, reach: OfficeShapes.reach)
      if draft.looksLikeOrganization { pages.add(draft) }
    }
    if hasLinks { reading.remarks.append(.externalLinks) }
    if hasMacros { reading.remarks.append(.macros) }
    reading.draft = pages.joined
    guard !reading.draft.boxes.isEmpty else { throw .noChart }
    return reading
  }

  /// slide2 before slide10.
  private static func inOrder(_ left: String, _ right: String) -> Bool {
    (left.count, left) < (right.count, right)
  }
}
