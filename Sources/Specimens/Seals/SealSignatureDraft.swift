internal import Model
internal import Native

/// A document's signature with a seal, to be made.
struct SealSignatureDraft {
  var version = SealDraft.Version.v4
  let seal: [UInt8]
  /// Of what is signed.
  let dataHash: [UInt8]
  /// Where the signed file lies.
  let path: String
  let time: Instant
  var hasRawSignature = false

  func made(by signer: KeyHolder) throws -> [UInt8] {
    let certificate = DERBytes.octets(signer.certificate)
    let algorithm = DERBytes.identifier(signer.algorithm)
    var parts = [
      DERBytes.integer(version.rawValue), seal,
      version == .v1
        ? DERBytes.bits(DERBytes.utcTime(time)) : DERBytes.generalizedTime(time),
      DERBytes.bits(dataHash), DERBytes.ia5(path),
    ]
    if version == .v1 { parts += [certificate, algorithm] }
    let signed = DERBytes.sequence(parts)
    let value = DERBytes.bits(
      RawSignature.applied(try signer.key.signature(over: signed), isRaw: hasRawSignature))
    return DERBytes.sequence(
      version == .v1 ? [signed, value] : [signed, certificate, algorithm, value])
  }
}
