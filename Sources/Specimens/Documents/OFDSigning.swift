internal import Model
internal import Native

/// Signs an OFD with seals or without, once or several times, right or wrong in one way.
struct OFDSigning {
  /// One signature.
  struct Signature {
    var seal: [UInt8]
    var signer: KeyHolder
    var time: Instant
    var version = SealDraft.Version.v4
    var hasRawSignature = false
    /// The file beside the signature, where it is not the seal that signed.
    var sealFile: [UInt8]?
    /// Parts that it leaves out.
    var skips: Set<String> = []
    var checkMethod = "1.2.156.10197.1.401"
    /// Signs by a message of GB/T 35275 instead of a seal.
    var isMessage = false
  }

  private(set) var parts: [(name: String, bytes: [UInt8])]
  private var count = 0

  static let list = "Doc_0/Signs/Signatures.xml"

  init(_ draft: OFDDraft) { parts = draft.parts }

  static func folder(_ index: Int) -> String { "Doc_0/Signs/Sign_\(index)/" }

  /// The package as it stands.
  var package: [UInt8] { ZipBytes.archive(parts) }

  /// Changes a part after signing.
  mutating func change(_ name: String, _ change: (inout [UInt8]) -> Void) {
    guard let index = parts.firstIndex(where: { $0.name == name }) else { return }
    change(&parts[index].bytes)
  }

  mutating func append(_ name: String, _ bytes: [UInt8]) { parts.append((name, bytes)) }

  /// Adds a signature over all that is there, the list of signatures with it among them.
  mutating func sign(_ signature: Signature) throws {
    let folder = Self.folder(count)
    count += 1
    let entries = (0..<count).map { index in
      let type = index == count - 1 && signature.isMessage ? "Sign" : "Seal"
      return
        "<ofd:Signature ID=\"\(index + 1)\" Type=\"\(type)\" BaseLoc=\"/\(Self.folder(index))Signature.xml\"/>"
    }.joined()
    let list = XMLText.part(
      "Signatures", "<ofd:MaxSignId>\(count)</ofd:MaxSignId>" + entries)
    parts.removeAll { $0.name == Self.list }
    parts.append((Self.list, list))
    if !signature.isMessage {
      parts.append((folder + "Seal.esl", signature.sealFile ?? signature.seal))
    }
    let description = try Self.description(of: signature, in: folder, parts: parts)
    let path = folder + "Signature.xml"
    parts.append((path, description))
    let value =
      signature.isMessage
      ? try CMSDraft(time: signature.time, signer: signature.signer).made(over: description)
      : try SealSignatureDraft(
        version: signature.version, seal: signature.seal,
        dataHash: try Self.digest(description), path: "/" + path, time: signature.time,
        hasRawSignature: signature.hasRawSignature
      ).made(by: signature.signer)
    parts.append((folder + "SignedValue.dat", value))
  }

  private static func digest(_ bytes: [UInt8]) throws -> [UInt8] {
    guard let digest = MessageDigest.sm3.digest(of: bytes) else {
      throw SpecimenError.failed("no SM3 in this OpenSSL")
    }
    return digest
  }

  private static func description(
    of signature: Signature, in folder: String, parts: [(name: String, bytes: [UInt8])]
  ) throws -> [UInt8] {
    let references = try parts.filter { !signature.skips.contains($0.name) }.map { part in
      """
      <ofd:Reference FileRef="/\(part.name)"><ofd:CheckValue>\(try digest(part.bytes).base64)\
      </ofd:CheckValue></ofd:Reference>
      """
    }.joined()
    let seal =
      signature.isMessage
      ? "" : "<ofd:Seal><ofd:BaseLoc>/\(folder)Seal.esl</ofd:BaseLoc></ofd:Seal>"
    return XMLText.part(
      "Signature",
      """
      <ofd:SignedInfo><ofd:Provider ProviderName="forge" Version="1"/>\
      <ofd:SignatureMethod>1.2.156.10197.1.501</ofd:SignatureMethod>\
      <ofd:SignatureDateTime>\(signature.time.compactUTC)</ofd:SignatureDateTime>\
      <ofd:References CheckMethod="\(signature.checkMethod)">\(references)</ofd:References>\
      <ofd:StampAnnot ID="s1" PageRef="1" Boundary="200 120 42 42"/>\(seal)</ofd:SignedInfo>\
      <ofd:SignedValue>/\(folder)SignedValue.dat</ofd:SignedValue>
      """)
  }
}
