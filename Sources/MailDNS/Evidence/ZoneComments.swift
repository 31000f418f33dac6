internal import Model

/// What the comments at the head of a zone file say: whose zone it is and when it was exported.
struct ZoneComments {
  private(set) var domain: DomainName?
  private(set) var times: [Instant] = []

  /// Exports put them on top.
  private static let lineLimit = 40

  init(_ bytes: [UInt8]) {
    let head = bytes.prefix(16_384)
    for line in head.split(separator: 0x0A).prefix(Self.lineLimit) where line.first == 0x3B {
      let text = String(decoding: line, as: UTF8.self).drop { "; \t".contains($0) }
      if let time = EvidenceTime.labelled(text) { times.append(time) }
      guard domain == nil, let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else {
        continue
      }
      let label = text[..<colon].lowercased().filter { $0 != " " }
      guard ["domain", "zone", "域名", "zonename", "domainname"].contains(label) else { continue }
      let name = text[text.index(after: colon)...].filter { !$0.isWhitespace }
      guard name.contains(".") else { continue }
      domain = DomainName(text: name)
    }
  }
}
