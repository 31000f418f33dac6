internal import Model
internal import Native
package import OFD

/// One signature of a document as its Signature.xml describes it (GB/T 33190 18.2).
package struct OFDSignature {
  /// A part that the signature protects.
  struct Reference {
    /// As written, and resolved; `nil` for a path that leaves the package.
    let written: String
    package let path: String?
    /// `nil` where it is no base64.
    let digest: [UInt8]?
  }

  /// The path is that of Signature.xml.
  package let path: String
  /// `Seal` or `Sign`.
  let isSeal: Bool
  /// The digest method as written.
  let checkMethod: String
  let references: [Reference]
  let signedAt: Instant?
  package let valuePath: String
  let sealPath: String?
  /// Where it is shown: the page's id and the place on it, in millimetres.
  package let stamps: [(pageID: String, box: OFDBox)]
  /// Ids of the pages that show it.
  let pageIDs: [String]

  /// Returns the signatures in the order of the list.
  package static func all(listedIn list: String, of package: OFDPackage) throws(OFDFault)
    -> [Result<OFDSignature, OFDFault>]
  {
    let root = try package.xml(list)
    return root.elements("Signature").prefix(signatureLimit).map { entry in
      do throws(OFDFault) {
        guard let reference = entry["BaseLoc"], let path = package.path(reference, from: list)
        else {
          throw OFDFault(part: list, reason: "a signature without BaseLoc")
        }
        return .success(
          try OFDSignature(at: path, isSeal: entry["Type"] != "Sign", in: package))
      } catch {
        return .failure(error)
      }
    }
  }

  private static let signatureLimit = 64
  /// One page each, and seals across the edges of all pages.
  private static let stampLimit = 200

  private init(at path: String, isSeal: Bool, in package: OFDPackage) throws(OFDFault) {
    self.path = path
    self.isSeal = isSeal
    let root = try package.xml(path)
    guard let info = root.first("SignedInfo"), let list = info.first("References"),
      let value = root.first("SignedValue").flatMap({ package.path($0.text, from: path) })
    else { throw OFDFault(part: path, reason: "no SignedInfo, References or SignedValue") }
    valuePath = value
    // The standard's default, from a time when it was one.
    checkMethod = list["CheckMethod"] ?? "MD5"
    references = list.elements("Reference").map { reference in
      let written = reference["FileRef"] ?? ""  // allowed: resolves to no part, so it cannot match
      return Reference(
        written: written, path: package.path(written, from: path),
        digest: reference.first("CheckValue").flatMap { Base64Text.bytes($0.text) })
    }
    signedAt = info.first("SignatureDateTime").flatMap { Instant(reading: $0.text.trimmed) }
    sealPath = info.first("Seal")?.first("BaseLoc").flatMap { package.path($0.text, from: path) }
    stamps = info.elements("StampAnnot").prefix(Self.stampLimit).compactMap { stamp in
      guard let page = stamp["PageRef"], let box = stamp["Boundary"].flatMap(OFDBox.init) else {
        return nil
      }
      return (page, box)
    }
    pageIDs = info.elements("StampAnnot").compactMap { $0["PageRef"] }
  }
}
