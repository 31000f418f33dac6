internal import MailDNS
internal import Model
internal import Native

/// A server's certificate as a document with its facts.
struct TLSDocument {
  private let session: TLSSession
  private let file: String
  private let leaf: Certificate
  private let details: Certificate.ServerDetails

  /// `nil` where there is no certificate.
  init?(_ session: TLSSession, file: String) {
    // A file may hold its authority first; a connection never does.
    let own = session.certificates.first { $0.server?.isAuthority == false }
    guard let leaf = own ?? session.certificates.first, let details = leaf.server else {
      return nil
    }
    self.session = session
    self.file = file
    self.leaf = leaf
    self.details = details
  }

  var document: Document {
    Document(
      kind: .tlsCertificate, confidence: 0.99, pages: [0], rotationDegrees: 0, isReadWhole: true,
      facts: certificateFacts + connectionFacts + [fact(TLSFacts.defects, .texts(defects))])
  }

  private var certificateFacts: [Fact] {
    var facts = [
      fact(TLSFacts.names, .texts(names)),
      fact(TLSFacts.subject, leaf.subject("CN").map(Value.string) ?? .null),
      fact(TLSFacts.organization, leaf.subject("O").map(Value.string) ?? .null),
      fact(TLSFacts.keyKind, .string(leaf.keyKind.rawValue)),
      fact(TLSFacts.signatureAlgorithm, .string(details.signatureAlgorithm)),
      fact(TLSFacts.chain, .string(chain)),
    ]
    let issuer =
      leaf.issuer.first { $0.attribute == "CN" } ?? leaf.issuer.first { $0.attribute == "O" }
    if let issuer { facts.append(fact(TLSFacts.issuer, .string(issuer.value))) }
    if let bits = details.keyBits { facts.append(fact(TLSFacts.keyBits, .int(bits))) }
    if let day = Instant(seconds: leaf.notBefore).shanghaiDate {
      facts.append(fact(TLSFacts.validFrom, .date(day)))
    }
    if let day = Instant(seconds: leaf.notAfter).shanghaiDate {
      facts.append(fact(TLSFacts.validTo, .date(day)))
    }
    return facts
  }

  private var connectionFacts: [Fact] {
    var facts: [Fact] = []
    if let host = session.host { facts.append(fact(TLSFacts.host, .string(host))) }
    if let port = session.port { facts.append(fact(TLSFacts.port, .int(port))) }
    if session.hasCommand {
      facts.append(fact(TLSFacts.startTLS, session.startTLS.map(Value.string) ?? .null))
    }
    if let version = session.protocolVersion {
      facts.append(fact(TLSFacts.protocolVersion, .string(version)))
    }
    if let verification = session.verification {
      facts.append(fact(TLSFacts.verification, .string(verification)))
    }
    if let day = session.time?.shanghaiDate { facts.append(fact(TLSFacts.capturedOn, .date(day))) }
    return facts
  }

  /// The alternative names; before they were, the common name was the name (RFC 9525 2.1 no longer has it so).
  private var names: [String] {
    details.names.map { DomainName(text: $0)?.text ?? $0 } + details.addresses
  }

  private var isSelfSigned: Bool { leaf.subject == leaf.issuer }

  /// How far the certificates lead, by the tool's own verdict where there is one.
  private var chain: String {
    if let verification = session.verification {
      let words = verification.lowercased()
      if words == "ok" { return "verified" }
      if words.contains("local issuer") || words.contains("first certificate") {
        return "incomplete"
      }
      if words.contains("in certificate chain") || words.contains("in chain") {
        return "untrusted_root"
      }
      if words.contains("self") { return "self_signed" }
      return "refused"
    }
    if isSelfSigned { return "self_signed" }
    var last = leaf
    var used: Set<Certificate> = [leaf]
    while let next = session.certificates.first(where: {
      !used.contains($0) && $0.subject == last.issuer
    }) {
      // The name alone proves nothing.
      guard let store = TrustStore([next.bytes]),
        store.outcome(for: last, others: [], at: last.notBefore) == .trusted
          || next.notBefore > last.notBefore
      else { return "broken" }
      used.insert(next)
      last = next
      if last.subject == last.issuer { return "complete" }
    }
    return used.count > 1 ? "linked" : session.certificates.count > 1 ? "broken" : "leaf_only"
  }

  /// What is odd about the certificate itself; dates are for rules, which know the day.
  private var defects: [String] {
    var defects: [String] = []
    if names.isEmpty { defects.append("tls_no_names") }
    if let host = session.host, !names.isEmpty, !Self.covers(names, host) {
      defects.append("tls_name_mismatch: \(host)")
    }
    if isSelfSigned { defects.append("tls_self_signed") }
    if let verification = session.verification, verification != "ok" {
      defects.append("tls_verification: \(verification)")
    }
    if chain == "broken" { defects.append("tls_chain_broken") }
    if leaf.keyKind == .rsa, let bits = details.keyBits, bits < 2_048 {
      defects.append("tls_weak_key: \(bits)")
    }
    let method = details.signatureAlgorithm.lowercased()
    if method.contains("sha1") || method.contains("md5") {
      defects.append("tls_weak_signature: \(details.signatureAlgorithm)")
    }
    if let version = session.protocolVersion, !["TLSv1.2", "TLSv1.3"].contains(version) {
      defects.append("tls_old_protocol: \(version)")
    }
    return defects
  }

  /// Whether a name is among them, `*` standing for one whole first label (RFC 9525 6.3).
  static func covers(_ names: [String], _ host: String) -> Bool {
    let host = DomainName(text: host)?.text ?? host
    let parent = host.firstIndex(of: ".").map { "*" + host[$0...] }
    return names.contains { $0.lowercased() == host || $0.lowercased() == parent }
  }

  private func fact(_ declaration: FactDeclaration, _ value: Value) -> Fact {
    Fact(
      declaration, value,
      evidence: [
        Evidence(
          file: file, method: .der, position: TextPosition(line: session.line, column: 1))
      ])
  }
}
