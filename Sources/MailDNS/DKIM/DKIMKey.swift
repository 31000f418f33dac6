internal import Foundation
internal import SwiftASN1

/// The public key of a DKIM record, as far as mail is concerned with it.
package enum DKIMKey: Hashable, Sendable {
  /// Bits of the modulus.
  case rsa(bits: Int)
  case ed25519

  /// The name of the kind as `k=` has it: `rsa`.
  package var name: String {
    switch self {
    case .rsa: "rsa"
    case .ed25519: "ed25519"
    }
  }
}

/// Why the text after `p=` is no public key.
package enum DKIMKeyFault: Error, Hashable, Sendable {
  case notBase64
  /// The algorithm identifier is one of PKCS#7's, whether the rest can be read or not.
  case pkcs7
  case certificate
  /// An RSAPublicKey without the SubjectPublicKeyInfo around it; many receivers take it.
  case bareKey(bits: Int)
  /// A structure, and no public key of a kind that DKIM knows.
  case notKey
  /// `k=` says another kind.
  case otherType
}

extension DKIMKey {
  /// Reads the value of `p=`; spaces in it do not count (RFC 6376 3.6.1).
  ///
  /// - Parameter type: the value of `k=`.
  init(base64 text: String, type: String) throws(DKIMKeyFault) {
    let plain = String(text.unicodeScalars.filter { !" \t\r\n".unicodeScalars.contains($0) })
    guard let data = Data(base64Encoded: plain) else {
      throw Self.namesPKCS7(Self.decodedStart(of: plain)) ? .pkcs7 : .notBase64
    }
    let bytes = Array(data)
    if type == "ed25519" {
      // RFC 8463 4: the 32 octets themselves, nothing around them.
      guard bytes.count == 32 else { throw .otherType }
      self = .ed25519
      return
    }
    guard !Self.namesPKCS7(bytes) else { throw .pkcs7 }
    self = try Self.read(bytes)
  }

  /// What can be decoded before the first sign that is none of base64: samples end in an ellipsis.
  private static func decodedStart(of text: String) -> [UInt8] {
    let start = text.utf8.prefix { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
    }
    let whole = String(decoding: start.prefix(start.count / 4 * 4), as: UTF8.self)
    return Data(base64Encoded: whole).map(Array.init) ?? [UInt8]()
  }

  /// Whether 1.2.840.113549.1.7, or the beginning of 1.2.840.113549.1.7.x, stands near the start.
  private static func namesPKCS7(_ bytes: [UInt8]) -> Bool {
    let object: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07]
    return bytes.prefix(32).indices.contains { bytes[$0...].starts(with: object) }
  }

  private static func read(_ bytes: [UInt8]) throws(DKIMKeyFault) -> DKIMKey {
    let children: [ASN1Node]
    do {
      let root = try DER.parse(bytes)
      guard root.identifier == .sequence, case .constructed(let nodes) = root.content else {
        throw DKIMKeyFault.notKey
      }
      children = Array(nodes)
    } catch { throw .notKey }
    guard let first = children.first else { throw .notKey }
    if children.count == 2, children.allSatisfy({ $0.identifier == .integer }) {
      throw .bareKey(bits: bits(of: first))
    }
    // Private keys begin with the number of their version; certificates have three parts.
    if children.count > 2, first.identifier == .integer { throw .certificate }
    if children.count == 3, first.identifier == .sequence { throw .certificate }
    guard children.count == 2, first.identifier == .sequence else { throw .notKey }
    do {
      let algorithm = try objectIdentifier(in: first)
      guard algorithm == [1, 2, 840, 113549, 1, 1, 1] else { throw DKIMKeyFault.notKey }
      let key = try DER.parse(ASN1BitString(derEncoded: children[1]).bytes)
      guard key.identifier == .sequence, case .constructed(let nodes) = key.content,
        let modulus = Array(nodes).first, modulus.identifier == .integer
      else { throw DKIMKeyFault.notKey }
      return .rsa(bits: bits(of: modulus))
    } catch { throw .notKey }
  }

  private static func objectIdentifier(in node: ASN1Node) throws -> ASN1ObjectIdentifier {
    guard case .constructed(let nodes) = node.content, let first = Array(nodes).first else {
      throw DKIMKeyFault.notKey
    }
    return try ASN1ObjectIdentifier(derEncoded: first)
  }

  /// The bits of a positive INTEGER.
  private static func bits(of node: ASN1Node) -> Int {
    guard case .primitive(let bytes) = node.content else { return 0 }
    let significant = bytes.drop { $0 == 0 }
    guard let first = significant.first else { return 0 }
    return significant.count * 8 - first.leadingZeroBitCount
  }
}
