package import MailDNS
package import Model
internal import Papers
internal import Tables

/// Evidence of DNS that is text: output of tools, zone files, and lists of consoles as CSV or JSON.
struct DNSFamily: SourceFamily {
  static let factDeclarations = MailDomainFacts.declarations

  private let providers: MailProviders

  init(_ tools: ReadingTools) { providers = tools.providers }

  func claims(_ source: Source) -> Bool {
    guard source.mediaType == .text, let head = PlainText.head(of: source.bytes) else {
      return false
    }
    return Self.format(of: head, source.bytes) != nil
  }

  func read(_ source: Source, into extraction: inout Extraction) {
    guard let head = PlainText.head(of: source.bytes),
      let format = Self.format(of: head, source.bytes)
    else { return }
    guard let text = Self.text(of: source.bytes) else {
      return extraction.note(.dnsLineUnread, ["line": "1", "reason": "UTF-8, GBK"])
    }
    let capture: DNSCapture?
    switch format {
    case .session, .zone:
      capture = DNSEvidenceText.capture(EvidenceText(text, file: source.file), as: format)
    case .table: capture = DNSExportTable.capture(text, file: source.file, into: &extraction)
    case .json: capture = DNSExportJSON.capture(text, file: source.file)
    }
    if let capture { extraction.addDNS(capture, providers) }
  }

  private static func format(of head: String, _ bytes: [UInt8]) -> DNSCapture.Format? {
    guard let first = head.first(where: { !$0.isWhitespace }) else { return nil }
    // A prompt may begin with a bracket too: `[root@mail ~]# dig`.
    if "{[".contains(first), DNSExportJSON.isLikely(head) { return .json }
    if DNSExportTable.isTable(head) { return .table }
    return DNSEvidenceText.format(of: head)
  }

  /// UTF-8 of the whole; `nil` where it is no text.
  private static func text(of bytes: [UInt8]) -> [UInt8]? {
    PlainText.decoded(bytes).map { Array($0.utf8) }
  }
}

extension Extraction {
  /// Adds the documents and notices of a capture.
  package mutating func addDNS(
    _ capture: DNSCapture, _ providers: MailProviders, pages: [Int] = [0]
  ) {
    notices += DNSRemarks.notices(of: capture, file: file)
    let found = DNSDocument.all(in: capture, providers, pages: pages)
    documents += found
    names.append(capture.evidence(pages: pages))
    if found.isEmpty, !capture.remarks.contains(.zoneUnknown) {
      note(.dnsDomainUnknown)
    }
  }
}

extension PageDocuments {
  /// Adds what a page shows of DNS.
  mutating func addDNS(
    _ capture: DNSCapture, _ providers: MailProviders, at place: PagePlace
  ) {
    notices += DNSRemarks.notices(of: capture, file: place.file, page: place.page)
    let found = DNSDocument.all(
      in: capture, providers, pages: [place.page], isPicture: place.method == .ocr)
    documents += found
    names.append(
      capture.evidence(
        pages: [place.page], surest: place.method == .ocr ? NameEvidence.surestOfPicture : 1))
    if found.isEmpty, !capture.remarks.contains(.zoneUnknown) {
      notices.append(
        Notice(file: place.file, page: place.page, stage: .extract, code: .dnsDomainUnknown))
    }
  }
}
