internal import Model
internal import Native

/// A party of the test PKI: a key with a certificate from an authority.
struct KeyHolder {
  /// Attributes of a subject, in order.
  struct Name {
    let parts: [(identifier: String, value: String)]

    static func of(organization: String, common: String) -> Name {
      Name(parts: [("2.5.4.6", "CN"), ("2.5.4.10", organization), ("2.5.4.3", common)])
    }

    var encoded: [UInt8] {
      DERBytes.sequence(
        parts.map { part in
          let value =
            part.identifier == "2.5.4.6"
            ? DERBytes.printable(part.value) : DERBytes.utf8(part.value)
          return DERBytes.set([DERBytes.sequence([DERBytes.identifier(part.identifier), value])])
        })
    }
  }

  let name: Name
  let key: SigningKey
  /// DER.
  let certificate: [UInt8]

  /// The signature algorithm's identifier.
  var algorithm: String { Self.algorithm(of: key.kind) }

  static func algorithm(of kind: SigningKey.Kind) -> String {
    switch kind {
    case .sm2: "1.2.156.10197.1.501"
    case .rsa2048: "1.2.840.113549.1.1.11"
    case .p256: "1.2.840.10045.4.3.2"
    }
  }

  /// An authority that signs its own certificate.
  static func root(_ name: Name, _ kind: SigningKey.Kind, from: Instant, to: Instant) throws
    -> KeyHolder
  {
    let key = try SigningKey(kind)
    let certificate = try certificate(
      name, key, issuer: name, by: key, serial: 1, from: from, to: to, isAuthority: true)
    return KeyHolder(name: name, key: key, certificate: certificate)
  }

  /// A certificate from this authority.
  func issue(
    _ name: Name, _ kind: SigningKey.Kind, serial: Int, from: Instant, to: Instant,
    isAuthority: Bool = false
  ) throws -> KeyHolder {
    let own = try SigningKey(kind)
    let certificate = try Self.certificate(
      name, own, issuer: self.name, by: key, serial: serial, from: from, to: to,
      isAuthority: isAuthority)
    return KeyHolder(name: name, key: own, certificate: certificate)
  }

  /// `-----BEGIN CERTIFICATE-----` and so on.
  var pem: String { PEMText.text(certificate, label: "CERTIFICATE") }

  private static func certificate(
    _ subject: Name, _ key: SigningKey, issuer: Name, by signer: SigningKey, serial: Int,
    from: Instant, to: Instant, isAuthority: Bool
  ) throws -> [UInt8] {
    let constraints = DERBytes.sequence(
      [DERBytes.identifier("2.5.29.19"), isAuthority ? DERBytes.boolean(true) : []]
        + [DERBytes.octets(DERBytes.sequence(isAuthority ? [DERBytes.boolean(true)] : []))])
    // keyCertSign and cRLSign, or digitalSignature and nonRepudiation.
    let usage: [UInt8] = isAuthority ? [0x03, 0x02, 0x01, 0x06] : [0x03, 0x02, 0x06, 0xC0]
    let usages = DERBytes.sequence([
      DERBytes.identifier("2.5.29.15"), DERBytes.boolean(true), DERBytes.octets(usage),
    ])
    let method = DERBytes.sequence([DERBytes.identifier(algorithm(of: signer.kind))])
    let body = DERBytes.sequence([
      DERBytes.explicit(0, DERBytes.integer(2)), DERBytes.integer(serial), method, issuer.encoded,
      DERBytes.sequence([DERBytes.utcTime(from), DERBytes.utcTime(to)]), subject.encoded,
      key.publicKey, DERBytes.explicit(3, DERBytes.sequence([constraints, usages])),
    ])
    return DERBytes.sequence([body, method, DERBytes.bits(try signer.signature(over: body))])
  }
}
