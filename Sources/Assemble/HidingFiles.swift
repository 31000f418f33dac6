internal import Model

/// Which files may hold a document that was not found.
enum HidingFiles {
  /// The files of which something was lost, or of which a page resembles a kind; sorted by name, each once.
  ///
  /// A file that was read and resembles nothing is not among them: it is none of the materials.
  static func all(in extractions: [Extraction]) -> [HidingFile] {
    extractions.compactMap { extraction in
      contents(of: extraction).map {
        HidingFile(
          file: extraction.file, contents: $0,
          isPicture: extraction.mediaType.rawValue.hasPrefix("image/"))
      }
    }.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
  }

  private static func contents(of extraction: Extraction) -> HidingFile.Contents? {
    // Neither a film nor a program is a paper.
    guard ![.mp4, .executable].contains(extraction.mediaType) else { return nil }
    var kinds: Set<MaterialKind> = []
    for notice in extraction.notices {
      kinds.formUnion(notice.resembledKinds)
      let isWithoutKind = [.kindUnknown, .pictureBlank].contains(notice.code)
      if isWithoutKind, extraction.documents.isEmpty, extraction.isBeyondReading {
        return .anything
      }
      // What was understood in spite of it is what the file holds.
      if notice.code.losesFile, !extraction.documents.isEmpty { continue }
      switch notice.code.mayHide {
      case .anything: return .anything
      case .kinds(let own): kinds.formUnion(own)
      case nil: break
      }
    }
    return kinds.isEmpty ? nil : .kinds(kinds)
  }
}

extension Extraction {
  /// Whether it is a picture so bad that what it shows could not be read.
  fileprivate var isBeyondReading: Bool {
    mediaType.rawValue.hasPrefix("image/")
      && ([.glare, .blur].contains { (fault: PictureFault) in fault.isReasonAlone(for: self) }
        || PictureFault.darkness.applies(to: self))
  }
}
