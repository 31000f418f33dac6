internal import Model
internal import Native

/// Checks a signature made with a seal, whatever kind of document it is in.
package enum SealSignatureVerification {
  /// - Parameter data: what the signature's digest is of, in parts.
  package static func outcome(
    of signature: SealSignature, over data: [ArraySlice<UInt8>], trust: SignatureTrust
  ) -> SignatureOutcome {
    let signer = Certificate(der: signature.signerCertificate)
    let seal = SealVerification(signature.seal, trust: trust)
    let value = SealVerification.check(
      signature.signature, over: signature.signedBytes, algorithm: signature.algorithm,
      certificate: signer)
    let isListed = signature.seal.info.property.allows(signature.signerCertificate) {
      DigestAlgorithm.method($0)?.digest(of: $1)
    }
    return SignatureOutcome(
      form: .seal, value: value, content: content(signature, data), signerInSeal: isListed,
      signedAt: signature.signedAt, signer: signer,
      chain: signer.map { trust.chain(of: $0, at: signature.signedAt) } ?? .unchecked, seal: seal)
  }

  /// Whether the data has the digest that was signed, by the method that goes with the algorithm.
  private static func content(_ signature: SealSignature, _ data: [ArraySlice<UInt8>])
    -> SignatureCheck
  {
    guard let method = SignatureAlgorithm.method(signature.algorithm) else {
      return .unsupported(signature.algorithm)
    }
    // Seals are of the SM family; with another algorithm its own digest is what there is.
    let candidates: [MessageDigest] = method == .sm2 ? [.sm3] : [.sm3, method.digestMethod]
    let isRight = candidates.contains { $0.digest(of: data) == signature.dataHash }
    return isRight ? .valid : .invalid
  }
}
