internal import Model
internal import SwiftASN1

/// A signed message (RFC 5652; GB/T 35275 has the same structure under identifiers of its own).
///
/// ```
/// ContentInfo ::= SEQUENCE { contentType OBJECT IDENTIFIER, content [0] EXPLICIT SignedData }
/// SignedData ::= SEQUENCE {
///   version           INTEGER,
///   digestAlgorithms  SET OF AlgorithmIdentifier,
///   encapContentInfo  SEQUENCE { eContentType OBJECT IDENTIFIER, eContent [0] EXPLICIT OCTET STRING OPTIONAL },
///   certificates      [0] IMPLICIT SET OF Certificate OPTIONAL,
///   crls              [1] IMPLICIT SET OF OPTIONAL,
///   signerInfos       SET OF SignerInfo
/// }
/// ```
package struct CMSSignedData: Hashable {
  /// The content inside; `nil` where it is detached.
  let content: [UInt8]?
  /// DER.
  let certificates: [[UInt8]]
  let signers: [CMSSignerInfo]

  private static let contentTypes = ["1.2.840.113549.1.7.2", "1.2.156.10197.6.1.4.2.2"]
  /// More signers than any document of ours has.
  private static let signerLimit = 16

  /// Bytes after the message are passed over: a PDF pads its contents with zeros.
  package init(_ bytes: ArraySlice<UInt8>) throws(MalformedDER) {
    let node = try Self.node(DERLength.firstElement(of: bytes))
    var info = try DERFields(node, "ContentInfo")
    let type = try info.objectIdentifier("contentType")
    guard Self.contentTypes.contains(type) else { throw info.fault("contentType", type) }
    let wrapped = try Self.children(try info.next("content"), "content")
    guard let signedData = wrapped.first else { throw info.fault("content", "empty") }
    var fields = try DERFields(signedData, "SignedData")
    _ = try fields.integer("version")
    _ = try fields.next("digestAlgorithms")
    var encapsulated = try fields.sequence("encapContentInfo")
    _ = try encapsulated.objectIdentifier("eContentType")
    if encapsulated.nextIdentifier == Self.tag(0) {
      let inner = try Self.children(try encapsulated.next("eContent"), "eContent").first
      guard let inner else { throw encapsulated.fault("eContent", "empty") }
      content = Self.octets(inner)
    } else {
      content = nil
    }
    var certificates: [[UInt8]] = []
    if fields.nextIdentifier == Self.tag(0) {
      certificates = try Self.children(try fields.next("certificates"), "certificates")
        .map { Array($0.encodedBytes) }
    }
    self.certificates = certificates
    if fields.nextIdentifier == Self.tag(1) { _ = try fields.next("crls") }
    var signers: [CMSSignerInfo] = []
    for node in try Self.children(try fields.next("signerInfos"), "signerInfos")
      .prefix(Self.signerLimit)
    {
      signers.append(try CMSSignerInfo(node))
    }
    guard !signers.isEmpty else { throw fields.fault("signerInfos", "nobody signed") }
    self.signers = signers
  }

  /// Whether it begins with an identifier, as a message does and a seal's signature does not.
  static func isMessage(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count > 4, bytes.first == 0x30 else { return false }
    let length = bytes[bytes.startIndex + 1]
    let header = length <= 0x80 ? 2 : 2 + Int(length & 0x7F)
    return header < bytes.count && bytes[bytes.startIndex + header] == 0x06
  }

  static func tag(_ number: UInt) -> ASN1Identifier {
    ASN1Identifier(tagWithNumber: number, tagClass: .contextSpecific)
  }

  static func children(_ node: ASN1Node, _ field: String) throws(MalformedDER) -> [ASN1Node] {
    guard case .constructed(let children) = node.content else {
      throw MalformedDER(reason: "\(field): not constructed")
    }
    return Array(children)
  }

  /// An OCTET STRING's content, also one in pieces as BER allows; any other element as it stands.
  private static func octets(_ node: ASN1Node) -> [UInt8] {
    switch node.content {
    case .primitive(let content): return Array(content)
    case .constructed(let pieces):
      guard node.identifier == .octetString else { return Array(node.encodedBytes) }
      return pieces.flatMap(octets)
    }
  }

  /// DER, or BER, which some signing software still writes.
  private static func node(_ bytes: ArraySlice<UInt8>) throws(MalformedDER) -> ASN1Node {
    do {
      return try DER.parse(bytes)
    } catch {
      do {
        return try BER.parse(bytes)
      } catch {
        return try DERFields.node(bytes, "ContentInfo")
      }
    }
  }
}

/// How far an element reaches by its own length.
enum DERLength {
  /// The first element; all bytes where its length is indefinite or makes no sense.
  static func firstElement(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.count > 2 else { return bytes }
    let first = bytes[bytes.startIndex + 1]
    guard first != 0x80 else { return trimmed(bytes) }
    var length = Int(first)
    var header = 2
    if first > 0x80 {
      let count = Int(first & 0x7F)
      guard count <= 4, bytes.count > 2 + count else { return bytes }
      header += count
      length = bytes.dropFirst(2).prefix(count).reduce(0) { $0 << 8 | Int($1) }
    }
    guard header + length <= bytes.count else { return bytes }
    return bytes.prefix(header + length)
  }

  /// Without padding, but with the zeros that end each indefinite length.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let last = bytes.lastIndex(where: { $0 != 0 }) else { return bytes }
    var end = last + 1
    // Each constructed level ends with two zeros; the parser says when one is too many or too few.
    while end <= bytes.endIndex {
      do {
        _ = try BER.parse(bytes[..<end])
        return bytes[..<end]
      } catch {
        end += 1
      }
      if end > last + 40 { break }
    }
    return bytes
  }
}
