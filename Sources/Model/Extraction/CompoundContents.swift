/// Tells what an office program before 2007 put into a compound file (MS-CFB), by the names of its streams.
enum CompoundContents {
  static func type(of bytes: [UInt8]) -> MediaType {
    // Texts and slides may hold a workbook as an object.
    let isOther = names("WordDocument", in: bytes) || names("PowerPoint Document", in: bytes)
    guard !isOther, names("Workbook", in: bytes) || names("Book", in: bytes) else {
      return .compoundFile
    }
    return .xls
  }

  /// Entries of the directory are 128 bytes long, on the like boundaries, and begin with the name in UTF-16 (2.6.1).
  private static func names(_ name: String, in bytes: [UInt8]) -> Bool {
    var wanted: [UInt8] = []
    for byte in name.utf8 { wanted += [byte, 0] }
    wanted += [0, 0]
    let length = UInt8(wanted.count)
    return stride(from: 512, to: bytes.count - 127, by: 128).contains { place in
      bytes[place] == wanted[0] && bytes[place + 64] == length
        && bytes[place...].starts(with: wanted)
    }
  }
}
