internal import Model
internal import Native

/// The document of kind `signature` that a checked signature is.
enum SignatureDocument {
  static func document(of outcome: SignatureOutcome, file: String) -> Document {
    Document(
      kind: .signature, confidence: 1, pages: outcome.pages, rotationDegrees: 0, isReadWhole: true,
      facts: facts(of: outcome, file: file))
  }

  private static func facts(of outcome: SignatureOutcome, file: String) -> [Fact] {
    let evidence = [Evidence(file: file, page: outcome.pages.first, method: .der)]
    func list(_ key: String, _ parts: [String]) -> Fact {
      Fact(key: key, value: .list(parts.map(Value.string)), confidence: 1, evidence: evidence)
    }
    func nullable<Content>(_ key: FactKey<Content>, _ content: Content?) -> Fact {
      Fact(
        key: key.name, value: content.map(\.factValue) ?? .null, confidence: 1, evidence: evidence)
    }
    var facts = [
      Fact(SignatureFacts.status, outcome.status.word, evidence: evidence),
      Fact(SignatureFacts.form, outcome.form.rawValue, evidence: evidence),
      Fact(SignatureFacts.isCovered, outcome.uncoveredParts.isEmpty, evidence: evidence),
      Fact(SignatureFacts.chain, outcome.chain.word, evidence: evidence),
      list(SignatureFacts.changedParts, outcome.changedParts),
      list(SignatureFacts.uncoveredParts, outcome.uncoveredParts),
    ]
    // A digest that cannot be computed says nothing of changes.
    if case .unsupported = outcome.content, outcome.changedParts.isEmpty {
    } else {
      facts.append(
        Fact(
          SignatureFacts.isChanged, outcome.content == .invalid || outcome.hasAppendedContent,
          evidence: evidence))
    }
    if outcome.seal == nil || outcome.signerInSeal != nil {
      facts.append(nullable(SignatureFacts.signerInSeal, outcome.signerInSeal))
    }
    facts.append(nullable(SignatureFacts.sealMatchesFile, outcome.sealMatchesFile))
    let name = outcome.seal?.seal.info.property.name
    if let name, let seal = outcome.seal, SealDocument.isPersonal(seal) {
      facts.append(Fact(SignatureFacts.sealPerson, name, evidence: evidence))
    } else {
      facts.append(nullable(SignatureFacts.sealName, name))
      facts.append(nullable(SignatureFacts.sealOwner, name.map { SealName($0).owner }))
    }
    if let isInValidity = outcome.isInValidity {
      facts.append(Fact(SignatureFacts.isInValidity, isInValidity, evidence: evidence))
    }
    if let date = outcome.signedAt?.shanghaiDate {
      facts.append(Fact(SignatureFacts.signedOn, date, evidence: evidence))
    }
    if let signer = outcome.signer {
      let holder = CertificateHolder(signer)
      if holder.isPerson, let name = holder.name {
        facts.append(Fact(SignatureFacts.signerPerson, name, evidence: evidence))
        facts.append(nullable(SignatureFacts.signer, nil))
      } else if let name = holder.name {
        facts.append(Fact(SignatureFacts.signer, name, evidence: evidence))
      }
      facts.append(nullable(SignatureFacts.signerCreditCode, holder.creditCode))
      if let date = Instant(seconds: signer.notAfter).shanghaiDate {
        facts.append(Fact(SignatureFacts.signerValidTo, date, evidence: evidence))
      }
    }
    return facts
  }

  /// Returns what keeps the signature from proving who signed.
  package static func notices(of outcome: SignatureOutcome, file: String) -> [Notice] {
    outcome.chain.notices(of: outcome.status, file: file, page: outcome.pages.first)
  }
}
