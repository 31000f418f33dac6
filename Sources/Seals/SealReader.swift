package import Model
internal import Native
internal import SwiftASN1

/// Reads an electronic seal that is a file of its own.
package struct SealReader {
  let trust: SignatureTrust

  package init(trust: SignatureTrust) { self.trust = trust }

  package func read(_ bytes: [UInt8], into extraction: inout Extraction) {
    let file = extraction.file
    do throws(MalformedDER) {
      let seal = try Self.seal(in: SealFile.der(in: bytes))
      let verification = SealVerification(seal, trust: trust)
      extraction.documents.append(
        SealDocument.document(of: verification, isEmbedded: false, file: file))
      extraction.notices += SealDocument.notices(of: verification, file: file)
    } catch {
      extraction.note(.sealDamaged, ["reason": error.reason])
    }
  }

  /// The seal itself, or the one inside a signature made with it.
  private static func seal(in bytes: [UInt8]) throws(MalformedDER) -> ElectronicSeal {
    let node = try DERFields.node(bytes[...], "SES_Seal")
    var fields = try DERFields(node, "SES_Seal")
    var first = try DERFields(try fields.next("first"), "first")
    if case .integer = first.nextIdentifier { return try SealSignature(node).seal }
    _ = try first.next("header")
    return try ElectronicSeal(node)
  }
}
