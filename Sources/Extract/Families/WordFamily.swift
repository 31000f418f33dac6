internal import Charts
internal import Model
internal import Papers
internal import Recognition

/// Word documents: papers written in them, pictures pasted into them, and charts drawn in them.
struct WordFamily: SourceFamily {
  static let factDeclarations: [FactDeclaration] = []

  private let pages: PageTools

  init(_ tools: ReadingTools) { pages = tools.pages }

  func claims(_ source: Source) -> Bool {
    source.mediaType == .docx || Self.isOld(source)
  }

  func read(_ source: Source, into extraction: inout Extraction) {
    guard source.mediaType == .docx else { return extraction.note(.wordFormatOld) }
    var chart: ChartReading?
    do throws(ChartRefusal) {
      chart = try DiagramFormat.wordDocument.read(source.bytes)
    } catch {
      // Without a chart it is read as a paper, and what is wrong with the file is said there.
    }
    var paper = extraction
    let isPaper = WordReader(tools: pages).read(source.bytes, into: &paper)
    guard !isPaper, let chart else {
      extraction = paper
      return
    }
    extraction.addChart(chart)
  }

  /// How Word before 2007 and WPS name the stream that holds the text, in UTF-16.
  private static let stream = "WordDocument".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  private static let richText = Array("{\\rtf".utf8)

  /// Formats of Word and WPS that nobody else's programs read: .doc, .wps, .rtf.
  private static func isOld(_ source: Source) -> Bool {
    switch source.mediaType {
    case .compoundFile: source.bytes.firstRange(of: stream) != nil
    case .text, .unknown: source.bytes.starts(with: richText)
    default: false
    }
  }
}
