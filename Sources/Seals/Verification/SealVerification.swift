internal import Model
internal import Native

/// What checking a seal came to: who made it, and whether it is as they made it.
package struct SealVerification {
  package let seal: ElectronicSeal
  /// The maker's signature over the seal.
  let signature: SignatureCheck
  /// `nil` where the certificate cannot be read.
  let maker: Certificate?
  /// The maker's chain when the seal was made.
  let chain: ChainState
  /// The certificates that may sign with it, those that can be read; empty where it lists digests.
  let signers: [Certificate]

  init(_ seal: ElectronicSeal, trust: SignatureTrust) {
    self.seal = seal
    maker = Certificate(der: seal.makerCertificate)
    signature = Self.check(
      seal.signature, over: seal.signedBytes, algorithm: seal.algorithm, certificate: maker)
    chain =
      if let maker {
        trust.chain(of: maker, at: seal.info.property.createdOn)
      } else {
        .unchecked
      }
    if case .certificates(let all) = seal.info.property.signers {
      signers = all.compactMap(Certificate.init(der:))
    } else {
      signers = []
    }
  }

  /// Checks a value by the algorithm that the structure names.
  static func check(
    _ value: [UInt8], over bytes: [UInt8], algorithm: String, certificate: Certificate?
  ) -> SignatureCheck {
    guard let method = SignatureAlgorithm.method(algorithm) else { return .unsupported(algorithm) }
    guard let certificate else { return .unsupported("the certificate cannot be read") }
    return certificate.check(
      SignatureValue.der(value, for: method), over: [bytes[...]], method: method)
  }
}
