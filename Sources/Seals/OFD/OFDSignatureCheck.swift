internal import Model
internal import Native
package import OFD

/// Checks the signatures of a document: every digest, the signer's value, the seal and the chains.
package struct OFDSignatureCheck {
  let package: OFDPackage
  let trust: SignatureTrust
  /// Path of Signatures.xml.
  let listPath: String
  /// Ids of the document's pages in order.
  let pageIDs: [String]

  package init(package: OFDPackage, trust: SignatureTrust, listPath: String, pageIDs: [String]) {
    self.package = package
    self.trust = trust
    self.listPath = listPath
    self.pageIDs = pageIDs
  }

  /// - Throws: ``MalformedDER`` or ``OFDFault`` where there is no signature that could be checked.
  package func outcome(of signature: OFDSignature, among all: [OFDSignature]) throws
    -> SignatureOutcome
  {
    guard let description = package[signature.path] else {
      throw OFDFault(part: signature.path, reason: "missing")
    }
    guard let value = package[signature.valuePath] else {
      throw OFDFault(part: signature.valuePath, reason: "missing")
    }
    // A later signature adds itself to the list: for that alone the earlier ones are not called broken.
    let isLast = all.last?.path == signature.path
    let (content, changed) = references(of: signature, ignoringList: !isLast)
    var outcome: SignatureOutcome
    if CMSSignedData.isMessage(value[...]) {
      outcome = try message(value, description, signature)
    } else {
      outcome = try sealed(value, description, signature)
    }
    if outcome.content == .invalid {
      outcome.changedParts = [signature.path]
    } else {
      outcome.content = content
    }
    if content == .invalid { outcome.content = .invalid }
    outcome.changedParts += changed
    outcome.uncoveredParts = uncovered(by: all)
    outcome.pages = pageIDs.indices.filter { signature.pageIDs.contains(pageIDs[$0]) }
    return outcome
  }

  /// Whether every protected part has the digest that was signed, and which have not.
  private func references(of signature: OFDSignature, ignoringList: Bool) -> (
    SignatureCheck, changed: [String]
  ) {
    guard let method = DigestAlgorithm.method(signature.checkMethod) else {
      return (.unsupported("CheckMethod \(signature.checkMethod)"), [])
    }
    var changed: [String] = []
    for reference in signature.references {
      guard let path = reference.path, let bytes = package[path],
        let digest = method.digest(of: bytes), digest == reference.digest
      else {
        if ignoringList, reference.path == listPath { continue }
        changed.append(reference.path ?? reference.written)
        continue
      }
    }
    if signature.references.isEmpty { return (.invalid, []) }
    return (changed.isEmpty ? .valid : .invalid, changed)
  }

  /// What no signature protects, but for the signatures themselves.
  private func uncovered(by all: [OFDSignature]) -> [String] {
    var covered: Set<String> = [listPath]
    for signature in all {
      covered.formUnion(signature.references.compactMap(\.path))
      covered.formUnion([signature.path, signature.valuePath])
      if let seal = signature.sealPath { covered.insert(seal) }
    }
    return package.paths.filter { !covered.contains($0) }
  }

  /// A signature made with a seal.
  private func sealed(_ value: [UInt8], _ description: [UInt8], _ signature: OFDSignature)
    throws(MalformedDER) -> SignatureOutcome
  {
    var outcome = SealSignatureVerification.outcome(
      of: try SealSignature(value), over: [description[...]], trust: trust)
    outcome.signedAt = outcome.signedAt ?? signature.signedAt
    if let path = signature.sealPath {
      // Named but not there is no match either.
      let file = package[path].map(SealFile.der)
      outcome.sealMatchesFile = file == outcome.seal?.seal.encoded
    }
    return outcome
  }

  /// A signature without a seal.
  private func message(_ value: [UInt8], _ description: [UInt8], _ signature: OFDSignature)
    throws(MalformedDER) -> SignatureOutcome
  {
    let message = try CMSSignedData(value[...])
    let info = message.signers[0]
    let check = CMSVerification(
      message, info, over: [description[...]], time: signature.signedAt, trust: trust)
    return SignatureOutcome(
      form: .cms, value: check.value, content: check.content, signedAt: check.signedAt,
      signer: check.signer, chain: check.chain)
  }
}
