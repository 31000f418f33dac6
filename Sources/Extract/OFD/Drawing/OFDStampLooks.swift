internal import Model
internal import Native

/// The seals that signatures of a document show on its pages (GB/T 33190 18.2.3).
struct OFDStampLooks {
  /// One seal on one page.
  struct Stamp {
    let pageID: String
    /// In millimetres of the page.
    let box: OFDBox
    let picture: SealPicture
  }

  private(set) var stamps: [Stamp] = []

  /// - Note: What the signatures are worth is not asked here: a page shows what it shows.
  init(of document: OFDDocument, in package: OFDPackage) {
    guard let list = document.signaturesPath else { return }
    do throws(OFDFault) {
      for entry in try OFDSignature.all(listedIn: list, of: package) {
        guard case .success(let signature) = entry, signature.isSeal, !signature.stamps.isEmpty,
          let picture = Self.picture(of: signature, in: package)
        else { continue }
        stamps += signature.stamps.map {
          Stamp(pageID: $0.pageID, box: $0.box, picture: picture)
        }
      }
    } catch {
      // Checking the signatures tells of it.
      return
    }
  }

  private static func picture(of signature: OFDSignature, in package: OFDPackage) -> SealPicture? {
    do throws(MalformedDER) {
      if let value = package[signature.valuePath], !CMSSignedData.isMessage(value[...]) {
        return try SealSignature(value).seal.info.picture
      }
      guard let path = signature.sealPath, let file = package[path] else { return nil }
      return try ElectronicSeal(SealFile.der(in: file)).info.picture
    } catch {
      // As above.
      return nil
    }
  }
}
