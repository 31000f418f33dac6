import Model
import Native
import ReadingBench
import Specimens
import Testing

/// Files that cannot be read say why, and nothing is made up from their halves.
@Suite struct BrokenPictureTests {
  private static let small = TextSheet(
    width: 320, height: 200, [.init("会员", x: 60, y: 60, size: 50)])

  private func read(_ bytes: [UInt8], file: String) async throws -> Extraction {
    let read = try await SharedReader.shared.extraction(of: bytes, file: file)
    #expect(read.notices.allSatisfy { $0.file == file && $0.stage == .extract })
    return read
  }

  private func expectNothing(_ read: Extraction, _ codes: Set<NoticeCode>) {
    #expect(read.codes == codes)
    #expect(read.documents.isEmpty && read.facts.isEmpty && read.pages.isEmpty)
  }

  @Test(arguments: [0.3, 0.5, 0.8, 0.97])
  func aJPEGThatIsCutShortIsNotUsed(share: Double) async throws {
    let bytes = try WashCard.sheet().jpeg()
    let read = try await read(
      Array(bytes.prefix(Int(Double(bytes.count) * share))), file: "会员.jpg")
    expectNothing(read, [.pictureTruncated])
    #expect(read.mediaType == .jpeg && read.notices.first?.page == 0)
  }

  @Test(arguments: ["png", "bmp", "webp", "tiff", "gif"])
  func otherFormatsThatAreCutShortAreNotUsed(format: String) async throws {
    let picture = try Self.small.picture()
    let bytes =
      switch format {
      case "png": PictureFiles.png(picture)
      case "bmp": PictureFiles.bmp(picture)
      case "tiff": PictureFiles.tiff(picture)
      case "gif": PictureFiles.gif
      default: PictureFiles.webp
      }
    let whole = try await read(bytes, file: "a." + format)
    #expect(
      !whole.pages.isEmpty && whole.codes.isDisjoint(with: [.pictureTruncated, .pictureDamaged]))
    let half = try await read(Array(bytes.prefix(bytes.count / 2)), file: "a." + format)
    if format == "tiff" || format == "gif" {
      // Their ends are not looked at apart: what the decoder says must do.
      #expect(!half.codes.isDisjoint(with: [.pictureTruncated, .pictureDamaged]))
      #expect(half.documents.isEmpty && half.facts.isEmpty)
    } else {
      expectNothing(half, [.pictureTruncated])
    }
  }

  @Test(arguments: ["png", "bmp"])
  func losslessFormatsAreReadLikeJPEG(format: String) async throws {
    let picture = try WashCard.sheet().picture()
    let bytes = format == "png" ? PictureFiles.png(picture) : PictureFiles.bmp(picture)
    let read = try await read(bytes, file: "a." + format)
    #expect(read.values == WashCard.facts && read.notices.isEmpty)
    #expect(read.fact("image.format")?.value == .string(format))
    #expect(read.fact("image.orientation") == nil)
  }

  @Test func bytesBehindAPNGAreNoHarm() async throws {
    let read = try await read(
      PictureFiles.png(Self.small.picture()) + [0, 0, 0, 0], file: "a.png")
    #expect(!read.codes.contains(.pictureTruncated) && !read.pages.isEmpty)
  }

  @Test func textNamedLikeAPictureIsOfNoKindAndMislabelled() async throws {
    let read = try await read(Array("这不是图片\n".utf8), file: "执照.JPG")
    expectNothing(read, [.kindUnknown, .mediaTypeMislabelled])
    #expect(read.mediaType == .text)
    let label = read.notices.first { $0.code == .mediaTypeMislabelled }
    #expect(label?.details == ["extension": ".jpg", "found": "text/plain"])
  }

  @Test func aPNGNamedJPGIsReadAndNoted() async throws {
    let read = try await read(PictureFiles.png(WashCard.sheet().picture()), file: "a.jpg")
    #expect(read.codes == [.mediaTypeMislabelled] && read.values == WashCard.facts)
  }

  @Test func largePicturesAreRefusedByTheirHeader() async throws {
    let read = try await read(
      PictureFiles.emptyPNG(width: 30_000, height: 30_000), file: "a.png")
    expectNothing(read, [.pictureTooLarge])
    #expect(
      read.notices.first?.details == ["width": "30000", "height": "30000", "limit": "64000000"])
  }

  /// A header alone: 65,000 x 65,000 in the frame segment of a small JPEG.
  @Test func largeJPEGsAreRefusedByTheirHeader() async throws {
    var bytes = try Self.small.jpeg()
    let frame = try #require(bytes.firstRange(of: [0xFF, 0xC0]))
    bytes.replaceSubrange(
      (frame.lowerBound + 5)..<(frame.lowerBound + 9), with: [0xFD, 0xE8, 0xFD, 0xE8])
    let read = try await read(bytes, file: "a.jpg")
    expectNothing(read, [.pictureTooLarge])
    #expect(read.notices.first?.details["width"] == "65000")
  }

  @Test func nothingIsAnEmptyFile() async throws {
    expectNothing(try await read([], file: "a.jpg"), [.fileEmpty])
  }

  @Test(arguments: [[0xFF, 0xD8, 0xFF], [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2]] as [[UInt8]])
  func aHeadAloneIsNoPicture(bytes: [UInt8]) async throws {
    let read = try await read(bytes, file: "a.jpg")
    #expect(!read.codes.isDisjoint(with: [.pictureDamaged, .pictureTruncated]))
    #expect(read.documents.isEmpty && read.facts.isEmpty)
  }

  @Test(arguments: [1, 2])
  func picturesOfNextToNoPixelsAreBlank(side: Int) async throws {
    let picture = PixelBuffer(width: side, height: side, channels: 3, filledWith: 10)
    let read = try await read(PictureFiles.png(picture), file: "a.png")
    #expect(read.codes == [.pictureBlank] && read.documents.isEmpty)
  }

  @Test func veryLongPicturesAreNoDanger() async throws {
    let picture = PixelBuffer(width: 12_000, height: 3, channels: 3, filledWith: 250)
    let read = try await read(PictureFiles.png(picture), file: "a.png")
    #expect(read.codes == [.pictureBlank])
    #expect(read.pages == [PageSize(width: 12_000, height: 3, unit: .pixels)])
  }
}
