internal import Model

/// The survey looks at the DNS side of MTA-STS (RFC 8461 3.1) and TLS reports (RFC 8460 3).
package struct TransportPolicy: Sendable {
  /// One of the two: the record, or the word that there is none.
  package struct Text: Sendable {
    /// The first record of the kind; `nil` where there is none or it is not known.
    package let text: String?
    package let isKnown: Bool
    package let origins: [RecordOrigin]
  }

  /// The record that says `v=STSv1` at `_mta-sts`.
  package let strictTransport: Text
  /// The record that says `v=TLSRPTv1` at `_smtp._tls`.
  package let reports: Text
  package let questions: [DNSQuestion]
  package let defects: [MailDefect]

  package init(of domain: DomainName, _ lookup: any DNSLookup) {
    var reader = TransportReader(lookup: lookup)
    let (strict, strictCount) = reader.text("v=STSv1", at: domain.prefixed(by: "_mta-sts"))
    if strictCount > 1 {
      reader.note(.stsSeveral, "\(strictCount)", strict)
    } else if let text = strict.text, !Self.isIdentifier(TagList(text)["id"]) {
      reader.note(.stsSyntax, "id", strict)
    }
    let (reports, reportCount) = reader.text("v=TLSRPTv1", at: domain.prefixed(by: "_smtp._tls"))
    if let text = reports.text, reportCount > 1 || !Self.areAddresses(TagList(text)["rua"]) {
      reader.note(.tlsReportSyntax, "rua", reports)
    }
    strictTransport = strict
    self.reports = reports
    questions = reader.questions
    defects = reader.defects
  }

  private static func isIdentifier(_ value: String?) -> Bool {
    guard let value, (1...32).contains(value.utf8.count) else { return false }
    return value.utf8.allSatisfy {
      DecimalNumber.isDigit($0) || DomainNameText.isLetter($0 | 0x20)
    }
  }

  private static func areAddresses(_ value: String?) -> Bool {
    guard let value else { return false }
    return value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { part in
      let address = part.drop(while: \.isWhitespace)
      return address.hasPrefix("mailto:") && address.contains("@") || address.hasPrefix("https://")
    }
  }
}

private struct TransportReader {
  let lookup: any DNSLookup
  var questions: [DNSQuestion] = []
  var defects: [MailDefect] = []

  /// The TXT records of a name that begin with a version, and how many there are.
  mutating func text(_ version: String, at name: DomainName?) -> (TransportPolicy.Text, Int) {
    guard let name else { return (TransportPolicy.Text(text: nil, isKnown: false, origins: []), 0) }
    let question = DNSQuestion(name, .txt)
    switch lookup.answer(question) {
    case .notSupplied, .failed:
      questions.append(question)
      return (TransportPolicy.Text(text: nil, isKnown: false, origins: []), 0)
    case .empty(let absence):
      return (TransportPolicy.Text(text: nil, isKnown: true, origins: [absence.origin]), 0)
    case .records(let records):
      let fitting = records.filter { record in
        record.data.joinedText.map {
          $0 == version || $0.hasPrefix(version + ";") || $0.hasPrefix(version + " ")
        } == true
      }
      let shown = fitting.isEmpty ? records : fitting
      let text = TransportPolicy.Text(
        text: fitting.first?.data.joinedText, isKnown: true, origins: shown.map(\.origin))
      return (text, fitting.count)
    }
  }

  mutating func note(
    _ kind: MailDefect.Kind, _ subject: String, _ text: TransportPolicy.Text
  ) {
    defects.append(
      MailDefect(kind, subject, record: text.text, origin: text.origins.first))
  }
}
