import Model
import Testing

@Suite struct MediaTypeSniffingTests {
  @Test(
    arguments: [
      ([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], MediaType.jpeg),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png), ([0x49, 0x49, 0x2A, 0], .tiff),
      ([0x4D, 0x4D, 0, 0x2A], .tiff), (Array("BM".utf8) + [1, 2, 3, 4, 0, 0, 0, 0, 54], .bmp),
      (Array("GIF89a".utf8), .gif), (Array("RIFF????WEBPVP8 ".utf8), .webp),
      ([0, 0, 0, 24] + Array("ftypheic".utf8), .heic),
      ([0, 0, 0, 24] + Array("ftypmif1".utf8), .heic),
      ([0, 0, 0, 24] + Array("ftypisom".utf8), .mp4), (Array("%PDF-1.7\n".utf8), .pdf),
      (Array("junk\n%PDF-1.4".utf8), .pdf), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
      (Array("Rar!".utf8) + [0x1A, 7, 0], .rar),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compoundFile),
      (Array("<?xml version=\"1.0\"?><a/>".utf8), .xml), (Array("<svg xmlns='x'/>".utf8), .svg),
      (Array("<!DOCTYPE html><html>".utf8), .html), (Array("<mxfile host=\"a\">".utf8), .drawio),
      (Array("example.com. IN MX 5 mx.example.com.".utf8), .text), (Array("营业执照".utf8), .text),
      ([0xD3, 0xAA, 0xD2, 0xB5], .text), (Array("BM is text here, of some length".utf8), .text),
      ([], .unknown), ([0, 1, 2, 3], .unknown), ([0x30, 0x82, 0x01, 0x00, 0x02], .unknown),
      (Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WAVE".utf8), .unknown),
      ([UInt8](repeating: 0, count: 257) + Array("ustar".utf8), .tar),
    ] as [([UInt8], MediaType)])
  func byContent(bytes: [UInt8], type: MediaType) {
    #expect(MediaType(sniffing: bytes) == type)
  }

  @Test(
    arguments: [
      (["OFD.xml", "Doc_0/Document.xml"], MediaType.ofd),
      (["[Content_Types].xml", "word/document.xml"], .docx),
      (["[Content_Types].xml", "xl/workbook.xml"], .xlsx),
      (["[Content_Types].xml", "ppt/presentation.xml"], .pptx),
      (["a.jpg", "b.jpg"], .zip), ([], .zip),
    ] as [([String], MediaType)])
  func packagesByTheirEntries(names: [String], type: MediaType) {
    let archive = emptyEntriesArchive(names)
    #expect(MediaType(sniffing: archive) == type)
    for length in stride(from: 0, to: archive.count, by: 7) {
      // Cut short it is a zip at most, and never a crash.
      let cut = MediaType(sniffing: Array(archive.prefix(length)))
      #expect([type, .zip, .unknown].contains(cut))
    }
  }

  @Test func hostileLengthsInArchivesDoNotTrap() {
    var archive = emptyEntriesArchive(["OFD.xml"])
    archive.replaceSubrange((archive.count - 6)..<(archive.count - 2), with: [255, 255, 255, 255])
    #expect(MediaType(sniffing: archive) == .zip)
  }

  @Test(arguments: [
    ("JPG", MediaType.jpeg), ("jpeg", .jpeg), ("Pdf", .pdf), ("tif", .tiff), ("heif", .heic),
  ])
  func byExtension(name: String, type: MediaType) {
    #expect(MediaType.expected(forExtension: name) == type)
  }

  @Test func unknownExtensionsPromiseNothing() {
    #expect(MediaType.expected(forExtension: "") == nil)
    #expect(MediaType.expected(forExtension: "dat") == nil)
  }

  /// A stored archive of empty entries.
  private func emptyEntriesArchive(_ names: [String]) -> [UInt8] {
    func little(_ number: Int, _ width: Int) -> [UInt8] {
      (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for name in names {
      let start = body.count
      body += little(0x0403_4B50, 4) + [UInt8](repeating: 0, count: 22)
      body += little(name.utf8.count, 2) + little(0, 2) + Array(name.utf8)
      directory += little(0x0201_4B50, 4) + [UInt8](repeating: 0, count: 24)
      directory += little(name.utf8.count, 2) + [UInt8](repeating: 0, count: 12) + little(start, 4)
      directory += Array(name.utf8)
    }
    let end =
      little(0x0605_4B50, 4) + little(0, 4) + little(names.count, 2) + little(names.count, 2)
      + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
    return body + directory + end
  }
}
