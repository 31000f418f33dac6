import Foundation
import Model
import Testing

@testable import Charts
@testable import Extract
@testable import Specimens

/// Pictures that carry their diagram, and packages with names as some writers write them.
@Suite struct DrawIOPictureTests {
  private static func big(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// A picture of one pixel's header with a text chunk; nobody looks at its pixels.
  private static func picture(_ kind: String, _ content: [UInt8]) -> [UInt8] {
    func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
      big(content.count) + Array(name.utf8) + content + [0, 0, 0, 0]
    }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", big(320) + big(200) + [8, 0, 0, 0, 0]) + chunk(kind, content)
      + chunk("IEND", [])
  }

  private static func read(_ bytes: [UInt8]) -> Extraction {
    let type = MediaType(sniffing: bytes)
    let source = Source(file: "a", bytes: bytes, mediaType: type)
    var extraction = Extraction(file: "a", mediaType: type)
    SourceFamilies.bare.first { $0.claims(source) }?.read(source, into: &extraction)
    return extraction
  }

  private static var escaped: String {
    // allowed: every text can be written with percent signs
    ChartSpecimens.drawIO.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  /// Stored blocks of deflate (RFC 1951 3.2.4).
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var packed: [UInt8] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      let size = [UInt8(block.count & 0xFF), UInt8(block.count >> 8)]
      packed += [rest.isEmpty ? 1 : 0] + size + size.map { ~$0 } + block
    }
    return packed
  }

  @Test func everyTextChunkIsRead() {
    let text = Array(Self.escaped.utf8)
    let zlib = [0x78, 0x9C] + Self.deflated(text) + [0, 0, 0, 0]
    let pictures = [
      Self.picture("tEXt", Array("mxfile".utf8) + [0] + text),
      Self.picture("tEXt", Array("mxfile".utf8) + [0] + Array(ChartSpecimens.drawIO.utf8)),
      Self.picture("zTXt", Array("mxGraphModel".utf8) + [0, 0] + zlib),
      Self.picture("iTXt", Array("mxfile".utf8) + [0, 0, 0, 0, 0] + text),
      Self.picture("iTXt", Array("mxfile".utf8) + [0, 1, 0, 0, 0] + zlib),
    ]
    for picture in pictures {
      let extraction = Self.read(picture)
      #expect(extraction.mediaType == .png)
      #expect(
        ChartSpecimens.shown(extraction.documents.first?.hierarchy) == ChartSpecimens.expected)
      #expect(extraction.pages == [PageSize(width: 320, height: 200, unit: .pixels)])
    }
  }

  /// Other pictures are pictures, whatever their texts say.
  @Test func otherTextsAreNoDiagram() {
    let others = [
      Self.picture("tEXt", Array("Comment".utf8) + [0] + Array(Self.escaped.utf8)),
      Self.picture("tEXt", Array("mxfile".utf8) + [0] + Array("%3Cmxfile%3E%3C".utf8)),
      Self.picture("zTXt", Array("mxfile".utf8) + [0, 0, 1, 2, 3]),
      Array(Self.picture("tEXt", Array("mxfile".utf8) + [0] + Array(Self.escaped.utf8)).prefix(60)),
    ]
    for picture in others { #expect(DiagramFormat(picture, .png) == nil) }
  }

  /// With the document type that draw.io writes, and with one that declares something.
  @Test func drawIOKeepsItsDiagramInAnSVG() {
    let content = ChartSpecimens.drawIO.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("\"", with: "&quot;").replacing("\n", with: " ")
    let type =
      "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">"
    for diagram in [content, Self.escaped] {
      let text =
        "<?xml version=\"1.0\"?>\n\(type)\n<svg xmlns=\"http://www.w3.org/2000/svg\" content=\"\(diagram)\"/>"
      let found = Self.read(Array(text.utf8)).documents.first?.hierarchy
      #expect(ChartSpecimens.shown(found) == ChartSpecimens.expected)
    }
    let bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    #expect(Self.read(Array(bomb.utf8)).documents.isEmpty)
  }

  @Test(arguments: ["/", "./", ""])
  func namesOfMindMapsMayBeginWithASlash(start: String) {
    let content =
      "<xmap-content><sheet><topic><title>总经理</title><children><topics type=\"attached\"><topic><title>技术部</title></topic><topic><title>市场部</title></topic></topics></children></topic></sheet></xmap-content>"
    let bytes = ZipBytes.archive(
      texts: [
        (name: start + "content.xml", text: content),
        (name: start + "META-INF/manifest.xml", text: "<manifest/>"),
      ])
    let found = Self.read(bytes)
    #expect(
      ChartSpecimens.shown(found.documents.first?.hierarchy) == ["总经理 <", "技术部 < 总经理", "市场部 < 总经理"])
  }
}
