package import Model
internal import Native

/// The document of kind `e_seal` that a checked seal is.
package enum SealDocument {
  /// - Parameter isEmbedded: Whether it came out of a signed document.
  static func document(
    of verification: SealVerification, isEmbedded: Bool, file: String, pages: [Int] = []
  ) -> Document {
    Document(
      kind: .electronicSeal, confidence: 1, pages: pages, rotationDegrees: 0, isReadWhole: true,
      facts: facts(of: verification, isEmbedded: isEmbedded, file: file),
      // The picture of a person's seal is the person's name.
      picture: isPersonal(verification) ? nil : SealLook.picture(of: verification.seal.info.picture)
    )
  }

  /// Returns whether the seal is a person's, by the certificate that signs with it or by its own name.
  package static func isPersonal(_ verification: SealVerification) -> Bool {
    verification.signers.first.map { CertificateHolder($0).isPerson } == true
      || CertificateHolder.looksLikePerson(SealName(verification.seal.info.property.name).owner)
  }

  private static func facts(of verification: SealVerification, isEmbedded: Bool, file: String)
    -> [Fact]
  {
    let seal = verification.seal
    let property = seal.info.property
    func evidence(_ raw: String? = nil) -> [Evidence] {
      [Evidence(file: file, method: .der, raw: raw)]
    }
    let name = SealName(property.name)
    let isPersonal = isPersonal(verification)
    var facts =
      isPersonal
      ? [Fact(SealFacts.person, property.name, evidence: evidence(property.name))]
      : [
        Fact(SealFacts.name, property.name, evidence: evidence(property.name)),
        Fact(SealFacts.owner, name.owner, evidence: evidence(property.name)),
        Fact(
          key: SealFacts.purpose.name, value: name.purpose.map(Value.string) ?? .null,
          confidence: 1, evidence: evidence(property.name)),
      ]
    facts += [
      Fact(SealFacts.id, seal.info.id, evidence: evidence(seal.info.id)),
      Fact(SealFacts.type, String(property.type), evidence: evidence(String(property.type))),
      Fact(SealFacts.standard, seal.layout.standard, evidence: evidence()),
      Fact(SealFacts.version, seal.layout.version, evidence: evidence()),
      Fact(SealFacts.signature, verification.signature.word, evidence: evidence()),
      Fact(SealFacts.chain, verification.chain.word, evidence: evidence()),
      Fact(
        SealFacts.pictureType, seal.info.picture.type.uppercased(),
        evidence: evidence(seal.info.picture.type)),
      Fact(SealFacts.width, seal.info.picture.width, evidence: evidence()),
      Fact(SealFacts.height, seal.info.picture.height, evidence: evidence()),
      Fact(SealFacts.isEmbedded, isEmbedded, evidence: evidence()),
    ]
    func add(_ key: FactKey<CalendarDate>, _ instant: Instant?) {
      guard let date = instant?.shanghaiDate else { return }
      facts.append(Fact(key, date, evidence: evidence(date.iso)))
    }
    add(SealFacts.createdOn, property.createdOn)
    add(SealFacts.validFrom, property.validFrom)
    add(SealFacts.validTo, property.validTo)
    if let maker = verification.maker {
      add(SealFacts.makerValidTo, Instant(seconds: maker.notAfter))
      if let holder = CertificateHolder(maker).name {
        facts.append(Fact(SealFacts.maker, holder, evidence: evidence(holder)))
      }
    }
    return facts + signerFacts(of: verification, isPersonal: isPersonal, evidence: evidence())
  }

  /// The one who signs with it: the first that the seal lists; null where it lists digests.
  private static func signerFacts(
    of verification: SealVerification, isPersonal: Bool, evidence: [Evidence]
  ) -> [Fact] {
    func fact(_ key: String, _ value: Value) -> Fact {
      Fact(key: key, value: value, confidence: 1, evidence: evidence)
    }
    guard let signer = verification.signers.first else {
      guard case .digests = verification.seal.info.property.signers else { return [] }
      return [SealFacts.signer.name, SealFacts.signerCreditCode.name, SealFacts.signerValidTo.name]
        .map { fact($0, .null) }
    }
    let holder = CertificateHolder(signer)
    var facts = [
      fact(SealFacts.signerCreditCode.name, holder.creditCode.map(Value.string) ?? .null)
    ]
    if let name = holder.name, !isPersonal {
      facts.append(fact(SealFacts.signer.name, .string(name)))
    }
    if let date = Instant(seconds: signer.notAfter).shanghaiDate {
      facts.append(fact(SealFacts.signerValidTo.name, .date(date)))
    }
    return facts
  }

  /// Returns what keeps the seal from proving whose it is.
  package static func notices(of verification: SealVerification, file: String) -> [Notice] {
    verification.chain.notices(of: verification.signature, file: file)
  }
}
