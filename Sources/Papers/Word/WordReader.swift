package import Model
internal import Native
internal import Recognition

/// Reads a Word document: its text as one page, and each picture pasted into it as a page of its own.
package struct WordReader {
  let tools: PageTools

  package init(tools: PageTools) { self.tools = tools }

  /// Smaller pictures are emblems, signatures and stamps.
  private static let leastSide = 300

  /// - Returns: whether anything was recognized.
  package func read(_ bytes: [UInt8], into extraction: inout Extraction) -> Bool {
    let package: WordPackage
    do throws(WordPackage.Refusal) { package = try WordPackage(bytes) } catch {
      extraction.note(error)
      return false
    }
    let layer = WordLayer(package.document)
    var leftOut = package.leftOut
    if layer.isCut {
      leftOut.append(
        LocalizedText("第 \(WordLayer.limit) 行之后的文字", "text beyond line \(WordLayer.limit)"))
    }
    for what in leftOut { extraction.note(.wordPartUnread, [String: String]().with("what", what)) }
    let before = extraction.documents.count
    if !layer.lines.isEmpty {
      extraction.pages.append(
        PageSize(width: layer.width, height: layer.height, unit: .points))
      extraction.add(
        documents(of: layer, package, file: extraction.file))
    }
    let ofText = extraction.pages.count
    for bytes in package.pictures { read(picture: bytes, into: &extraction) }
    // A caption above a pasted scan is no material, and need not be one; beside mere emblems the text is all that there is.
    if extraction.pages.count > ofText {
      extraction.notices.removeAll { $0.code == .kindUnknown && $0.page == 0 && ofText > 0 }
    }
    if extraction.pages.isEmpty { extraction.note(.pictureBlank, page: 0) }
    return extraction.documents.count > before
  }

  private func documents(
    of layer: WordLayer, _ package: WordPackage, file: String
  ) -> PageDocuments {
    var place = PagePlace(file: file, page: 0, toEvidence: { $0 }, method: .textLayer)
    place.hasBoxes = false
    var found = PageDocuments(
      page: RecognizedPage(
        lines: layer.lines, width: layer.width, height: layer.height, rotationDegrees: 0),
      tools: tools, place: place, codes: [], colour: nil)
    // Nothing of it can be shown.
    found.areas = []
    guard package.document.hasPaleText else { return found }
    // What is white may be seen by nobody, or stand on a dark cell: that is not known here.
    for document in found.documents.indices {
      for fact in found.documents[document].facts.indices {
        let own = found.documents[document].facts[fact].confidence
        found.documents[document].facts[fact].confidence = min(Confidence.truncated, own)
      }
    }
    return found
  }

  private func read(picture bytes: [UInt8], into extraction: inout Extraction) {
    let number = extraction.pages.count
    let picture: LoadedPicture
    do throws(PictureError) {
      picture = try LoadedPicture.load(bytes, type: MediaType(sniffing: bytes))
    } catch {
      extraction.pages.append(PageSize(width: 1, height: 1, unit: .pixels))
      return extraction.note(
        .pageUnreadable, page: number, ["reason": "a pasted picture that is no JPEG or PNG"])
    }
    guard let reader = tools.reader, min(picture.width, picture.height) >= Self.leastSide else {
      return
    }
    extraction.pages.append(
      PageSize(width: Double(picture.width), height: Double(picture.height), unit: .pixels))
    do throws(RecognitionError) {
      let page = try PicturePage(
        picture.pixels, scale: picture.scale, file: extraction.file, page: number, tools: tools,
        reader: reader)
      extraction.add(page.documents)
      extraction.parts.append(page.picture)
      extraction.parts += page.stamps
    } catch {
      extraction.note(.pageUnreadable, page: number, ["reason": error.reason])
    }
  }
}

extension Extraction {
  fileprivate mutating func note(_ refusal: WordPackage.Refusal) {
    switch refusal {
    case .archive(.encrypted): note(.wordEncrypted)
    case .archive(.damaged(let reason)): note(.wordDamaged, ["reason": reason])
    case .archive(.notAnArchive), .noText: note(.wordDamaged, ["reason": "word/document.xml"])
    case .archive(.tooManyEntries(let limit)): note(.wordRefused, ["reason": "> \(limit) entries"])
    case .archive(.tooMuchData(let limit)):
      note(.wordRefused, ["reason": "> \(limit >> 20) MB unpacked"])
    case .archive(.ratioTooHigh(let limit)):
      note(.wordRefused, ["reason": "> \(limit) times its size unpacked"])
    case .xml(.tooLarge), .xml(.tooManyNodes): note(.wordRefused, ["reason": "XML"])
    case .xml(.hasDocumentType): note(.wordRefused, ["reason": "DTD"])
    case .xml(.malformed(_, let line)):
      note(.wordDamaged, ["reason": "word/document.xml:\(line)"])
    }
  }
}
