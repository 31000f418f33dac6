internal import Charts
internal import Extract
internal import Model
internal import Native
internal import Recognition

extension ParserTarget {
  /// The parsers of charts and contact lists: one for each container, one for all that is text.
  static let charts: [ParserTarget] = [
    chart("chart-text", nil), chart("docx", .docx), chart("drawio", .drawio),
    chart("drawio-png", .png), chart("pptx", .pptx), chart("spreadsheet-xml", .xml),
    chart("svg", .svg), chart("vsdx", .vsdx), chart("xls", .xls), chart("xlsx", .xlsx),
    chart("xmind", .xmind), paths,
  ]

  /// The paths of a page as cairo writes them, under a page full of departments.
  private static let paths = ParserTarget(name: "pdf-paths") { bytes in
    var extraction = Extraction(file: "a.pdf", mediaType: .pdf)
    do throws(XMLRefusal) {
      let chart = VectorChart(
        try DrawnPath.all(in: bytes), lines: departments, width: 600, height: 1200)
      if let hierarchy = chart?.draft(page: 0).hierarchy() {
        extraction.notices += hierarchy.notices(file: extraction.file, page: 0)
        let facts = OrganizationFacts.facts(
          of: hierarchy, file: extraction.file, method: .textLayer)
        extraction.parts.append(FilePart(.file, facts: facts))
      }
    } catch {
      // Refusing is what most bytes deserve.
    }
    return extraction
  }

  /// A name every 25 points down and 100 across.
  private static let departments: [PageLine] = (0..<240).map { index in
    let text = Array("第\(index)事业部")
    let characters = text.enumerated().map { place, character in
      RecognizedCharacter(
        symbol: String(character), probability: 1,
        position: (Double(place) + 0.5) / Double(text.count))
    }
    return PageLine(
      line: RecognizedLine(
        characters: characters, lattice: Lattice(frames: []), frames: characters.map { _ in 0 }),
      box: TextBox(
        center: Point(x: 50 + 100 * Double(index % 6), y: 15 + 29 * Double(index / 6)),
        width: 55, height: 11, angle: 0, score: 1))
  }

  /// - Parameter type: what the bytes are taken for; `nil` to tell by content.
  private static func chart(_ name: String, _ type: MediaType?) -> ParserTarget {
    ParserTarget(name: name) { bytes in
      let type = type ?? MediaType(sniffing: bytes)
      let source = Source(file: "a", bytes: bytes, mediaType: type)
      var extraction = Extraction(file: "a", mediaType: type)
      SourceFamilies.bare.first { $0.claims(source) }?.read(source, into: &extraction)
      return extraction
    }
  }
}
