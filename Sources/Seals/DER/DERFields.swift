internal import Model
internal import SwiftASN1

/// Bytes that are not the structure they should be.
package struct MalformedDER: Error, Hashable {
  /// Which field, and what is wrong with it; for people.
  package let reason: String
}

/// The elements of a SEQUENCE, taken one after another in their order.
///
/// Every element keeps the bytes it was read from: what is signed is never encoded anew.
struct DERFields {
  private var nodes: ASN1NodeCollection.Iterator
  private let structure: String
  private var ahead: ASN1Node?

  /// - Parameter structure: its name, for messages.
  init(_ node: ASN1Node, _ structure: String) throws(MalformedDER) {
    guard node.identifier == .sequence, case .constructed(let children) = node.content else {
      throw MalformedDER(reason: "\(structure): not a SEQUENCE")
    }
    nodes = children.makeIterator()
    self.structure = structure
    ahead = nodes.next()
  }

  /// The whole of `bytes` as one element.
  static func node(_ bytes: ArraySlice<UInt8>, _ structure: String) throws(MalformedDER) -> ASN1Node
  {
    do {
      return try DER.parse(bytes)
    } catch {
      throw MalformedDER(reason: "\(structure): \(Self.words(error))")
    }
  }

  /// The tag of the next element; `nil` at the end.
  var nextIdentifier: ASN1Identifier? {
    // Never part of its callers: Swift 6.3.1 fails on `consuming` ones when it optimizes.
    @inline(never) get { ahead?.identifier }
  }

  /// The next element, whatever it is.
  mutating func next(_ field: String) throws(MalformedDER) -> ASN1Node {
    guard let node = ahead else { throw fault(field, "missing") }
    ahead = nodes.next()
    return node
  }

  /// All elements that are left.
  mutating func rest() -> [ASN1Node] {
    var rest: [ASN1Node] = []
    while let node = ahead {
      rest.append(node)
      ahead = nodes.next()
    }
    return rest
  }

  /// Refuses elements that nobody took.
  package func end() throws(MalformedDER) {
    guard ahead == nil else { throw fault("end", "more elements than the structure has") }
  }

  func fault(_ field: String, _ reason: String) -> MalformedDER {
    MalformedDER(reason: "\(structure).\(field): \(reason)")
  }

  /// What swift-asn1 objects to, without its source position.
  private static func words(_ error: any Error) -> String {
    guard let error = error as? ASN1Error else { return "\(error)" }
    return error.code.description
  }
}

extension DERFields {
  /// An INTEGER that fits; those of seals are small.
  mutating func integer(_ field: String) throws(MalformedDER) -> Int {
    let node = try next(field)
    do {
      return try Int(derEncoded: node)
    } catch {
      throw fault(field, "not an INTEGER of reasonable size")
    }
  }

  /// The content of a primitive element with one of the tags.
  mutating func content(_ field: String, _ allowed: [ASN1Identifier]) throws(MalformedDER)
    -> ArraySlice<UInt8>
  {
    let node = try next(field)
    guard allowed.contains(node.identifier), case .primitive(let content) = node.content else {
      throw fault(field, "unexpected \(node.identifier)")
    }
    return content
  }

  mutating func octets(_ field: String) throws(MalformedDER) -> ArraySlice<UInt8> {
    try content(field, [.octetString])
  }

  /// A BIT STRING of whole bytes.
  ///
  /// Unused bits are refused: they would let a change hide.
  mutating func bits(_ field: String) throws(MalformedDER) -> ArraySlice<UInt8> {
    let content = try content(field, [.bitString])
    guard content.first == 0 else { throw fault(field, "a BIT STRING of unused bits") }
    return content.dropFirst()
  }

  /// Takes a text of any string type, as UTF-8.
  package mutating func text(_ field: String) throws(MalformedDER) -> String {
    let content = try content(
      field, [.utf8String, .ia5String, .printableString, .teletexString])
    guard let text = String(validating: content, as: UTF8.self) else {
      throw fault(field, "text that is not UTF-8")
    }
    return text
  }

  /// In dotted form.
  mutating func objectIdentifier(_ field: String) throws(MalformedDER) -> String {
    let node = try next(field)
    do {
      return try ASN1ObjectIdentifier(derEncoded: node).description
    } catch {
      throw fault(field, "not an OBJECT IDENTIFIER")
    }
  }

  /// A GeneralizedTime or UTCTime, also in forms that DER does not allow.
  mutating func time(_ field: String) throws(MalformedDER) -> Instant {
    let content = try content(field, [.generalizedTime, .utcTime])
    let text = String(decoding: content, as: UTF8.self)
    guard let instant = Instant(reading: text) else { throw fault(field, "no time: \(text)") }
    return instant
  }

  /// The elements of a SEQUENCE.
  mutating func sequence(_ field: String) throws(MalformedDER) -> DERFields {
    try DERFields(try next(field), "\(structure).\(field)")
  }
}
