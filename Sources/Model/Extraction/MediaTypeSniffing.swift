extension MediaType {
  package static let avif = Self(rawValue: "image/avif")
  package static let svg = Self(rawValue: "image/svg+xml")
  package static let psd = Self(rawValue: "image/vnd.adobe.photoshop")
  package static let ofd = Self(rawValue: "application/ofd")
  package static let docx = Self(
    rawValue: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
  package static let xlsx = Self(
    rawValue: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  package static let pptx = Self(
    rawValue: "application/vnd.openxmlformats-officedocument.presentationml.presentation")
  package static let vsdx = Self(rawValue: "application/vnd.ms-visio.drawing.main+xml")
  package static let xmind = Self(rawValue: "application/vnd.xmind.workbook")
  package static let drawio = Self(rawValue: "application/vnd.jgraph.mxfile")
  package static let freeMind = Self(rawValue: "application/x-freemind")
  package static let opml = Self(rawValue: "text/x-opml")
  /// A workbook of the time before 2007.
  package static let xls = Self(rawValue: "application/vnd.ms-excel")
  /// The container that office programs wrote before 2007.
  package static let compoundFile = Self(rawValue: "application/x-ole-storage")
  package static let sevenZip = Self(rawValue: "application/x-7z-compressed")
  package static let rar = Self(rawValue: "application/vnd.rar")
  package static let tar = Self(rawValue: "application/x-tar")
  package static let gzip = Self(rawValue: "application/gzip")
  package static let xml = Self(rawValue: "application/xml")
  package static let html = Self(rawValue: "text/html")
  package static let mp4 = Self(rawValue: "video/mp4")
  package static let executable = Self(rawValue: "application/x-executable")
  /// An electronic seal (GB/T 38540, GM/T 0031) or a signature made with one, DER or base64.
  package static let electronicSeal = Self(rawValue: "application/x-electronic-seal")

  /// Recognizes the type that the content shows, whatever the file's name says; ``unknown`` where nothing fits.
  package init(sniffing bytes: [UInt8]) {
    let head = bytes.prefix(1024)
    if let match = Self.magicNumbers.first(where: { $0.matches(head) }) {
      self = match.type == .compoundFile ? CompoundContents.type(of: bytes) : match.type
    } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      self = ZipContents.type(of: bytes)
    } else if head.count >= 12, head[4..<8].elementsEqual("ftyp".utf8) {
      self = Self.isoType(brand: String(decoding: head[8..<12], as: UTF8.self))
    } else if Self.contains("%PDF-", in: head) {
      // Readers accept up to 1,024 bytes before the header.
      self = .pdf
    } else if SealContents.isSeal(head) {
      self = .electronicSeal
    } else {
      self = TextContents.type(of: bytes) ?? ZipContents.typeBehindPrefix(bytes) ?? .unknown
    }
  }

  private struct MagicNumber {
    let type: MediaType
    let offset: Int
    let bytes: [UInt8]
    var also: (offset: Int, bytes: [UInt8])?

    func matches(_ head: ArraySlice<UInt8>) -> Bool {
      let isThere = { (offset: Int, bytes: [UInt8]) in
        head.count >= offset + bytes.count && head.dropFirst(offset).starts(with: bytes)
      }
      return isThere(offset, bytes) && also.map { isThere($0.offset, $0.bytes) } != false
    }
  }

  private static let magicNumbers: [MagicNumber] = [
    MagicNumber(type: .jpeg, offset: 0, bytes: [0xFF, 0xD8, 0xFF]),
    MagicNumber(type: .png, offset: 0, bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    MagicNumber(type: .tiff, offset: 0, bytes: [0x49, 0x49, 0x2A, 0x00]),
    MagicNumber(type: .tiff, offset: 0, bytes: [0x4D, 0x4D, 0x00, 0x2A]),
    MagicNumber(type: .tiff, offset: 0, bytes: [0x49, 0x49, 0x2B, 0x00]),
    MagicNumber(type: .tiff, offset: 0, bytes: [0x4D, 0x4D, 0x00, 0x2B]),
    // BM alone is any text that starts so: the reserved bytes are zero in every real one.
    MagicNumber(type: .bmp, offset: 0, bytes: Array("BM".utf8), also: (6, [0, 0, 0, 0])),
    MagicNumber(type: .gif, offset: 0, bytes: Array("GIF87a".utf8)),
    MagicNumber(type: .gif, offset: 0, bytes: Array("GIF89a".utf8)),
    MagicNumber(
      type: .webp, offset: 0, bytes: Array("RIFF".utf8), also: (8, Array("WEBP".utf8))),
    MagicNumber(type: .pdf, offset: 0, bytes: Array("%PDF-".utf8)),
    MagicNumber(type: .psd, offset: 0, bytes: Array("8BPS".utf8)),
    MagicNumber(type: .sevenZip, offset: 0, bytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    MagicNumber(type: .rar, offset: 0, bytes: [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07]),
    MagicNumber(type: .gzip, offset: 0, bytes: [0x1F, 0x8B, 0x08]),
    MagicNumber(type: .tar, offset: 257, bytes: Array("ustar".utf8)),
    MagicNumber(
      type: .compoundFile, offset: 0, bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    MagicNumber(type: .executable, offset: 0, bytes: [0x7F, 0x45, 0x4C, 0x46]),
    MagicNumber(type: .executable, offset: 0, bytes: [0x4D, 0x5A, 0x90, 0x00]),
  ]

  private static func isoType(brand: String) -> MediaType {
    switch brand {
    case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1": .heic
    case "avif", "avis": .avif
    case "isom", "iso2", "mp41", "mp42", "avc1", "M4V ", "qt  ": .mp4
    default: .unknown
    }
  }

  private static func contains(_ text: String, in bytes: ArraySlice<UInt8>) -> Bool {
    let wanted = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: wanted) }
  }
}

extension MediaType {
  /// Returns the type that a file name's extension promises; `nil` for none that we know.
  package static func expected(forExtension name: String) -> MediaType? {
    byExtension[name.lowercased()]
  }

  private static let byExtension: [String: MediaType] = [
    "jpg": .jpeg, "jpeg": .jpeg, "jpe": .jpeg, "jfif": .jpeg, "png": .png, "tif": .tiff,
    "tiff": .tiff, "bmp": .bmp, "gif": .gif, "webp": .webp, "heic": .heic, "heif": .heic,
    "avif": .avif, "svg": .svg, "psd": .psd, "pdf": .pdf, "ofd": .ofd, "docx": .docx,
    "xlsx": .xlsx, "pptx": .pptx, "doc": .compoundFile, "xls": .xls,
    "ppt": .compoundFile, "zip": .zip, "7z": .sevenZip, "rar": .rar, "tar": .tar, "gz": .gzip,
    "tgz": .gzip, "xml": .xml, "drawio": .drawio, "vsdx": .vsdx,
    "xmind": .xmind, "mm": .freeMind, "opml": .opml, "html": .html, "htm": .html, "txt": .text,
    "csv": .text, "md": .text, "json": .text, "yaml": .text, "yml": .text, "zone": .text,
    "esl": .electronicSeal, "sel": .electronicSeal, "exe": .executable, "mp4": .mp4, "mov": .mp4,
  ]
}
