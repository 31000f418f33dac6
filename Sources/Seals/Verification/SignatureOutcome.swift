internal import Model
internal import Native

/// An outcome is what checking one signature of a document came to.
package struct SignatureOutcome {
  /// How the signature is made.
  enum Form: String {
    /// With an electronic seal: SES_Signature of GB/T 38540.
    case seal
    /// Cryptographic message syntax: RFC 5652, GB/T 35275.
    case cms
  }

  var form: Form
  /// The signature value over the bytes that it is about, by the signer's certificate.
  var value: SignatureCheck
  /// Whether the document's digests are those that were signed; unsupported where one cannot be computed.
  var content: SignatureCheck
  /// Parts of the document that differ from what was signed.
  var changedParts: [String] = []
  /// Whether content was added behind what is signed, which may show something else.
  var hasAppendedContent = false
  /// Parts that nobody's signature protects.
  var uncoveredParts: [String] = []
  /// `nil` without a seal, and where the seal lists digests of an unknown method.
  var signerInSeal: Bool?
  /// `nil` where there is no second copy of the seal to compare with.
  var sealMatchesFile: Bool?
  var signedAt: Instant?
  /// `nil` where it cannot be read.
  var signer: Certificate?
  var chain: ChainState
  package var seal: SealVerification?
  /// 0-based pages that show it.
  package var pages: [Int] = []

  /// Whether the document is as it was signed, by whoever the certificate names: says nothing of who that is.
  var status: SignatureCheck {
    let parts = [value, content] + (seal.map { [$0.signature] } ?? [])  // allowed: no seal to check
    if parts.contains(.invalid) || signerInSeal == false { return .invalid }
    if let unsupported = parts.first(where: { $0 != .valid }) { return unsupported }
    if seal != nil, signerInSeal == nil { return .unsupported("the seal's list of signers") }
    return .valid
  }

  /// Whether seal and certificate were in date when it was signed; `nil` where no time is said.
  var isInValidity: Bool? {
    guard let signedAt, let signer else { return nil }
    // Clocks and zones of real seals are off by hours.
    func isWithin(_ from: Int, _ to: Int) -> Bool {
      signedAt.seconds >= from - Self.slack && signedAt.seconds <= to + Self.slack
    }
    guard isWithin(signer.notBefore, signer.notAfter) else { return false }
    guard let property = seal?.seal.info.property else { return true }
    return isWithin(property.validFrom.seconds, property.validTo.seconds)
  }

  private static let slack = 86_400
}
