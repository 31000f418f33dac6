/// Tells what kind of package a zip archive is, by the names in its list of entries.
enum ZipContents {
  /// The type of a package before which a program put bytes of its own; `nil` where there is none.
  static func typeBehindPrefix(_ bytes: [UInt8]) -> MediaType? {
    guard let zip = ZipEnd(bytes)?.zip, zip.lowerBound > 0 else { return nil }
    let type = type(of: bytes)
    return type == .zip ? nil : type
  }

  static func type(of bytes: [UInt8]) -> MediaType {
    let names = names(in: bytes).map(plain)
    if names.contains(where: { $0.lowercased() == "ofd.xml" }) { return .ofd }
    // A folder of pictures may be called "word" too: office packages list their parts.
    if names.contains("[Content_Types].xml") {
      for name in names {
        if let type = officeFolders.first(where: { name.hasPrefix($0.folder) })?.type {
          return type
        }
      }
    }
    let isMindMap = names.contains("content.json") || names.contains("content.xml")
    let hasDescription =
      names.contains("metadata.json") || names.contains("manifest.json")
      || names.contains("META-INF/manifest.xml")
    // OpenDocument files have a content.xml too, and say their type first.
    if isMindMap, hasDescription, names.first != "mimetype" { return .xmind }
    return .zip
  }

  private static let officeFolders: [(folder: String, type: MediaType)] = [
    ("word/", .docx), ("xl/", .xlsx), ("ppt/", .pptx), ("visio/", .vsdx),
  ]

  /// Without the slash that some writers begin with, and with the slashes that others write backwards.
  private static func plain(_ name: String) -> String {
    let name = String(name.map { $0 == "\\" ? "/" : $0 })
    return String(name.hasPrefix("./") ? name.dropFirst(2) : name.drop { $0 == "/" })
  }

  /// How many names are looked at.
  private static let nameLimit = 200

  /// The names of the first entries, by the central directory (local headers may hide their lengths).
  private static func names(in bytes: [UInt8]) -> [String] {
    guard var place = centralDirectory(in: bytes) else { return [] }
    var names: [String] = []
    while names.count < nameLimit, signature(0x0201_4B50, at: place, in: bytes) {
      guard let length = number(2, at: place + 28, in: bytes),
        let extra = number(2, at: place + 30, in: bytes),
        let comment = number(2, at: place + 32, in: bytes),
        place + 46 + length <= bytes.count
      else { break }
      names.append(String(decoding: bytes[(place + 46)..<(place + 46 + length)], as: UTF8.self))
      place += 46 + length + extra + comment
    }
    return names
  }

  /// Where the central directory starts, by the end record.
  private static func centralDirectory(in bytes: [UInt8]) -> Int? {
    // allowed: then only what begins at the front is a zip
    let prefix = ZipEnd(bytes)?.zip.lowerBound ?? 0
    let earliest = max(0, bytes.count - 22 - 65_535 - ZipEnd.surplusLimit)
    var place = bytes.count - 22
    while place >= earliest {
      if signature(0x0605_4B50, at: place, in: bytes) {
        return number(4, at: place + 16, in: bytes).map { $0 + prefix }
      }
      place -= 1
    }
    return nil
  }

  private static func signature(_ wanted: Int, at place: Int, in bytes: [UInt8]) -> Bool {
    number(4, at: place, in: bytes) == wanted
  }

  /// A little-endian number; `nil` outside the bytes.
  private static func number(_ width: Int, at place: Int, in bytes: [UInt8]) -> Int? {
    guard place >= 0, place <= bytes.count - width else { return nil }
    return bytes[place..<(place + width)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
