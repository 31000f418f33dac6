internal import Model
internal import Native
internal import Papers
internal import Recognition

/// Pictures: photographs, scans and screenshots.
struct PictureFamily: SourceFamily {
  static let factDeclarations = StampFacts.declarations

  private let tools: PageTools
  private let reader: PageReader

  init?(_ tools: ReadingTools) {
    guard let reader = tools.pages.reader else { return nil }
    self.tools = tools.pages
    self.reader = reader
  }

  func claims(_ source: Source) -> Bool {
    switch source.mediaType {
    case .jpeg, .png, .tiff, .bmp, .gif, .webp, .heic: true
    default: false
    }
  }

  func read(_ source: Source, into extraction: inout Extraction) {
    do throws(PictureError) {
      let sequence = try PictureSequence(source.bytes, type: extraction.mediaType)
      for number in 0..<sequence.count {
        read(page: number, of: sequence, byteCount: source.bytes.count, into: &extraction)
      }
      if sequence.isCut {
        extraction.note(.moreFramesIgnored, ["limit": String(sequence.count)])
      }
    } catch {
      extraction.add(error, page: 0)
    }
  }

  /// A page that cannot be read is a notice, and the others are read.
  private func read(
    page number: Int, of sequence: PictureSequence, byteCount: Int,
    into extraction: inout Extraction
  ) {
    let picture: LoadedPicture
    do throws(PictureError) { picture = try sequence.picture(number) } catch {
      // Page numbers stay those of the file.
      if sequence.count > 1 {
        extraction.pages.append(PageSize(width: 1, height: 1, unit: .pixels))
      }
      return extraction.add(error, page: number)
    }
    extraction.pages.append(
      PageSize(width: Double(picture.width), height: Double(picture.height), unit: .pixels))
    let facts = ImageFacts.facts(
      of: picture, file: extraction.file, page: number, type: extraction.mediaType,
      byteCount: byteCount)
    let part = extraction.parts.count
    extraction.parts.append(FilePart(.picture, page: number, facts: facts))
    do throws(RecognitionError) {
      let page = try PicturePage(
        picture.pixels, scale: picture.scale, file: extraction.file, page: number, tools: tools,
        reader: reader)
      extraction.add(page.documents)
      extraction.parts[part].facts += page.picture.facts
      extraction.parts += page.stamps
    } catch {
      extraction.note(.pageUnreadable, page: number, ["reason": error.reason])
    }
  }
}

extension Extraction {
  /// Says why a picture was not decoded.
  fileprivate mutating func add(_ error: PictureError, page: Int) {
    switch error {
    case .truncated: note(.pictureTruncated, page: page)
    case .damaged(let reason): note(.pictureDamaged, page: page, ["reason": reason])
    case .tooLarge(let width, let height):
      note(
        .pictureTooLarge, page: page,
        [
          "width": String(width), "height": String(height),
          "limit": String(
            mediaType == .jpeg ? LoadedPicture.jpegPixelLimit : LoadedPicture.pixelLimit),
        ])
    }
  }
}
