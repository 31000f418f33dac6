internal import Model

/// Tells evidence of DNS that is plain text, and reads it.
package enum DNSEvidenceText {
  /// Returns how a text is written, by its first lines; `nil` where it is no evidence of DNS.
  ///
  /// - Parameter head: the beginning of the text.
  package static func format(of head: String) -> DNSCapture.Format? {
    let lines = head.split(whereSeparator: \.isNewline).prefix(lineLimit)
      .filter { !$0.allSatisfy(\.isWhitespace) }
    if lines.contains(where: isOfSession) || isInterview(lines) { return .session }
    if isZone(lines) { return .zone }
    return isValuesAlone(lines) ? .session : nil
  }

  /// Returns what a text in one of the formats says.
  package static func capture(_ text: EvidenceText, as format: DNSCapture.Format) -> DNSCapture? {
    switch format {
    case .session: SessionEvidence.capture(text)
    case .zone: ZoneFile.capture(text)
    case .table, .json: nil
    }
  }

  private static let lineLimit = 400

  private static func isOfSession(_ line: Substring) -> Bool {
    if DigAnswer.isMark(line) || HostAnswer.isMark(line) || ResolveAnswer.isMark(line) {
      return true
    }
    guard let command = ToolCommand(line) else { return false }
    return command.queries.contains { $0.name != nil }
  }

  /// `nslookup` without its command: a server, and values or an error below.
  private static func isInterview(_ lines: [Substring]) -> Bool {
    lines.contains(where: NslookupAnswer.isServer)
      && lines.contains { line in
        line.firstRange(of: "mail exchanger =") != nil || line.firstRange(of: "text =") != nil
          || line.firstRange(of: "canonical name =") != nil
          || line.firstRange(of: "internet address =") != nil
          || line.hasPrefix("**") && NslookupError(line).kind != nil
      }
  }

  /// Directives, or records: most lines that begin with a name go on with class and type.
  private static func isZone(_ lines: [Substring]) -> Bool {
    let body = lines.joined(separator: "\n")
    let words = RecordWords(bytes: Array(body.utf8))
    var scanner = ZoneScanner(words.bytes)
    var directives = 0
    var records = 0
    var others = 0
    while let entry = scanner.next(), directives + records + others < 60 {
      guard let first = entry.words.first else { continue }
      let start = words.capitals(first.range)
      if ["$ORIGIN", "$TTL", "$INCLUDE", "$GENERATE"].contains(start) {
        directives += 1
      } else if words.head(entry.words, from: entry.isIndented ? 0 : 1) != nil,
        entry.words.count >= (entry.isIndented ? 2 : 3)
      {
        records += 1
      } else {
        others += 1
      }
    }
    return records > 0 && directives + records > others
      && (directives > 0 || hasClassOrMail(body))
  }

  /// Three words may be a record by chance: class or the data of mail make it one.
  private static func hasClassOrMail(_ body: String) -> Bool {
    let words = body.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
    return words.contains("IN") || words.contains("SOA") || words.contains("in")
      || body.contains("v=spf1") && words.contains("TXT")
  }

  /// Nothing but values, as `dig +short` prints them, mail's among them.
  private static func isValuesAlone(_ lines: [Substring]) -> Bool {
    let values = lines.map { ShortAnswer.data($0) }
    guard !values.isEmpty, values.allSatisfy({ $0 != nil }) else { return false }
    return values.contains { data in
      switch data {
      case .mx?: true
      case .txt(let strings)?:
        ["v=spf1", "v=DMARC1", "v=DKIM1"].contains { strings.joined().hasPrefix($0) }
      default: false
      }
    }
  }
}
