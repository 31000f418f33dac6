internal import Model
internal import Native

/// An electronic seal to be made, right or wrong in one way.
struct SealDraft {
  /// The published layouts, by the number in the header.
  enum Version: Int, CaseIterable { case v1 = 1, v4 = 4, v5 = 5 }

  var version = Version.v4
  var name: String
  var id = "11010800012345"
  var type = 1
  /// DER certificates of those who may sign with it.
  var signers: [[UInt8]]
  var listsDigests = false
  var createdOn: Instant
  var validFrom: Instant
  var validTo: Instant
  var picture: [UInt8]
  var pictureType = "PNG"
  var sizeMillimetres = 42
  var extensions: [(id: String, value: [UInt8])] = []
  /// Writes `critical FALSE`, which DER leaves out, as real software does.
  var writesFalse = false
  /// r and s of 32 bytes each instead of SEQUENCE {r, s}.
  var hasRawSignature = false
  /// Whether a time stamp follows (2025 layout only).
  var hasTimeStamp = false

  /// The seal, signed by its maker.
  func made(by maker: KeyHolder) throws -> [UInt8] {
    let info = information
    let certificate = DERBytes.octets(maker.certificate)
    let algorithm = DERBytes.identifier(maker.algorithm)
    let signed =
      version == .v1 ? DERBytes.sequence([info, certificate, algorithm]) : info
    let value = DERBytes.bits(
      RawSignature.applied(try maker.key.signature(over: signed), isRaw: hasRawSignature))
    if version == .v1 {
      return DERBytes.sequence([info, DERBytes.sequence([certificate, algorithm, value])])
    }
    let stamp = hasTimeStamp ? DERBytes.explicit(0, DERBytes.bits([1, 2, 3])) : []
    return DERBytes.sequence([info, certificate, algorithm, value, stamp])
  }

  private var information: [UInt8] {
    func time(_ instant: Instant) -> [UInt8] {
      version == .v1 ? DERBytes.utcTime(instant) : DERBytes.generalizedTime(instant)
    }
    let header = DERBytes.sequence([
      DERBytes.ia5("ES"), DERBytes.integer(version.rawValue), DERBytes.ia5("FORGE"),
    ])
    let listType = version == .v1 ? [] : DERBytes.integer(listsDigests ? 2 : 1)
    let list = DERBytes.sequence(
      signers.map { certificate in
        guard listsDigests, let digest = MessageDigest.sm3.digest(of: certificate) else {
          return DERBytes.octets(certificate)
        }
        return DERBytes.sequence([DERBytes.printable("SM3"), DERBytes.octets(digest)])
      })
    let property = DERBytes.sequence([
      DERBytes.integer(type), DERBytes.utf8(name), listType, list, time(createdOn),
      time(validFrom), time(validTo),
    ])
    let look = DERBytes.sequence([
      DERBytes.ia5(pictureType), DERBytes.octets(picture), DERBytes.integer(sizeMillimetres),
      DERBytes.integer(sizeMillimetres),
    ])
    let extras =
      extensions.isEmpty
      ? []
      : DERBytes.sequence(
        extensions.map {
          DERBytes.sequence([
            DERBytes.identifier($0.id), writesFalse ? DERBytes.boolean(false) : [],
            DERBytes.octets($0.value),
          ])
        })
    return DERBytes.sequence([header, DERBytes.ia5(id), property, look, extras])
  }
}

/// SM2 values as some software writes them.
enum RawSignature {
  /// r and s of 32 bytes each out of SEQUENCE {r, s}.
  static func applied(_ value: [UInt8], isRaw: Bool) -> [UInt8] {
    guard isRaw else { return value }
    func number(at start: Int) -> (digits: [UInt8], end: Int) {
      let end = start + 2 + Int(value[start + 1])
      let digits = value[(start + 2)..<end].drop { $0 == 0 }
      return ([UInt8](repeating: 0, count: 32 - digits.count) + digits, end)
    }
    let r = number(at: 2)
    return r.digits + number(at: r.end).digits
  }
}
