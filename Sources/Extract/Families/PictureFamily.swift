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
    let bytes = source.bytes
    let file = extraction.file
    let picture: LoadedPicture
    do throws(PictureError) {
      picture = try LoadedPicture.load(bytes, type: extraction.mediaType)
    } catch {
      switch error {
      case .truncated: extraction.note(.pictureTruncated, page: 0)
      case .damaged(let reason): extraction.note(.pictureDamaged, page: 0, ["reason": reason])
      case .tooLarge(let width, let height):
        extraction.note(
          .pictureTooLarge, page: 0,
          [
            "width": String(width), "height": String(height),
            "limit": String(
              extraction.mediaType == .jpeg
                ? LoadedPicture.jpegPixelLimit : LoadedPicture.pixelLimit),
          ])
      }
      return
    }
    extraction.pages = [
      PageSize(width: Double(picture.width), height: Double(picture.height), unit: .pixels)
    ]
    let facts = ImageFacts.facts(
      of: picture, file: file, type: extraction.mediaType, byteCount: bytes.count)
    extraction.parts = [FilePart(.picture, page: 0, facts: facts)]
    do throws(RecognitionError) {
      let page = try PicturePage(
        picture.pixels, scale: picture.scale, file: file, page: 0, tools: tools, reader: reader)
      extraction.add(page.documents)
      extraction.parts[0].facts += page.picture.facts
      extraction.parts += page.stamps
    } catch {
      extraction.note(.pageUnreadable, page: 0, ["reason": error.reason])
    }
  }
}
