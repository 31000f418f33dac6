internal import Model

extension ParserTarget {
  /// The parsers of charts and contact lists: one for each container, one for all that is text.
  static let charts: [ParserTarget] = [
    chart("chart-text", nil), chart("docx", .docx), chart("drawio", .drawio), chart("pptx", .pptx),
    chart("vsdx", .vsdx), chart("xlsx", .xlsx), chart("xmind", .xmind),
  ]

  /// - Parameter type: what the bytes are taken for; `nil` to tell by content.
  private static func chart(_ name: String, _ type: MediaType?) -> ParserTarget {
    ParserTarget(name: name) { bytes in
      let source = Source(file: "a", bytes: bytes, mediaType: type ?? MediaType(sniffing: bytes))
      var extraction = Extraction(file: source.file, mediaType: source.mediaType)
      SourceFamilies.all.first { $0.claims(source) }?.read(source, into: &extraction)
      return extraction
    }
  }
}
