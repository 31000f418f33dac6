internal import MailDNS
internal import Model

/// A server's certificate as a tool printed it: a document whose facts are doubtful.
struct PrintedTLSDocument {
  private let session: TLSSession
  private let printed: PrintedCertificate
  private let file: String

  /// - Returns: `nil` where nothing of a certificate was printed.
  init?(_ session: TLSSession, file: String) {
    guard !session.printed.isEmpty else { return nil }
    self.session = session
    printed = session.printed
    self.file = file
  }

  var document: Document {
    Document(
      kind: .tlsCertificate, confidence: 0.95, pages: [0], rotationDegrees: 0, isReadWhole: false,
      facts: facts)
  }

  private var facts: [Fact] {
    var facts: [Fact] = []
    func add(_ declaration: FactDeclaration, _ value: Value?) {
      guard let value else { return }
      facts.append(
        Fact(
          declaration, value, confidence: PrintedCertificate.confidence,
          evidence: [
            Evidence(
              file: file, method: .textLayer,
              position: TextPosition(line: session.line, column: 1))
          ]))
    }
    add(TLSFacts.subject, printed.subject["CN"].map(Value.string))
    add(TLSFacts.organization, printed.subject["O"].map(Value.string))
    add(TLSFacts.issuer, (printed.issuer["CN"] ?? printed.issuer["O"]).map(Value.string))
    add(TLSFacts.validFrom, printed.validFrom?.shanghaiDate.map(Value.date))
    add(TLSFacts.validTo, printed.validTo?.shanghaiDate.map(Value.date))
    if !printed.names.isEmpty { add(TLSFacts.names, .texts(printed.names)) }
    add(TLSFacts.host, session.host.map(Value.string))
    add(TLSFacts.port, session.port.map(Value.int))
    add(TLSFacts.protocolVersion, session.protocolVersion.map(Value.string))
    add(TLSFacts.verification, session.verification.map(Value.string))
    add(TLSFacts.capturedOn, session.time?.shanghaiDate.map(Value.date))
    return facts
  }
}

extension TLSSession {
  /// The command whose whole output shows the certificate itself.
  var wholeCommand: String { CertificateCommand.text(host: host, port: port, startTLS: startTLS) }
}
