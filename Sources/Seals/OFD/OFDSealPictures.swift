internal import Model
package import OFD

/// The seals that signatures of a document show on its pages (GB/T 33190 18.2.3).
enum OFDSealPictures {
  /// - Note: What the signatures are worth is not asked here: a page shows what it shows.
  package static func stamps(of document: OFDDocument, in package: OFDPackage) -> [OFDStamp] {
    guard let list = document.signaturesPath else { return [] }
    var stamps: [OFDStamp] = []
    do throws(OFDFault) {
      for entry in try OFDSignature.all(listedIn: list, of: package) {
        guard case .success(let signature) = entry, signature.isSeal, !signature.stamps.isEmpty,
          let picture = picture(of: signature, in: package)
        else { continue }
        stamps += signature.stamps.map {
          OFDStamp(pageID: $0.pageID, box: $0.box, picture: picture.data)
        }
      }
    } catch {
      // Checking the signatures tells of it.
    }
    return stamps
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

extension OFDPagePicture.Source {
  /// The document with the seals that its signatures show.
  package init(_ document: OFDDocument, in package: OFDPackage, fonts: InstalledFonts) {
    self.init(
      document, in: package, seals: OFDSealPictures.stamps(of: document, in: package), fonts: fonts)
  }
}

extension OFDPagePicture {
  /// A page by its number among those of all documents of a package; `nil` for one that is not there.
  ///
  /// - Parameters:
  ///   - index: 0-based.
  ///   - longSide: of the picture, in pixels.
  /// - Throws: ``OFDFault`` for a package or page that cannot be read, ``DrawingError`` where cairo has no picture to
  ///   draw on.
  package init?(page index: Int, of bytes: [UInt8], longSide: Int) throws {
    let package = try OFDPackage(bytes)
    let pages = try OFDDocument.all(in: package).flatMap { document in
      document.pages.map { (document: document, page: $0) }
    }
    guard pages.indices.contains(index) else { return nil }
    let (document, page) = pages[index]
    try self.init(
      try OFDPageContent(page, of: document, in: package), pageID: page.id,
      of: Source(document, in: package, fonts: InstalledFonts()), longSide: longSide)
  }
}
