/// An entry's name, decoded, with `/` between folders.
struct ArchiveName {
  let path: String
  let isGarbled: Bool
  private let isRooted: Bool

  /// - Parameters:
  ///   - raw: as the archive has it; zip from Chinese Windows stores GBK without saying so.
  ///   - number: of the entry, from 1, for one without a name.
  init(_ raw: [UInt8], number: Int) {
    let text: String
    if let utf8 = String(validating: raw, as: UTF8.self) {
      text = utf8
      isGarbled = raw.isEmpty
    } else if let chinese = ChineseTextDecoding.gb18030(raw) {
      text = chinese
      isGarbled = false
    } else {
      text = raw.map { byte in
        byte < 0x80
          ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
      }.joined()
      isGarbled = true
    }
    // A backslash is a separator in archives made by careless Windows programs, never part of a name
    // there; the `\xNN` of garbled names stay.
    let separated = isGarbled ? text : String(text.map { $0 == "\\" ? "/" : $0 })
    isRooted = separated.hasPrefix("/") || separated.dropFirst().hasPrefix(":")
    let parts = separated.split(separator: "/").filter { $0 != "." }
    path = parts.isEmpty ? "entry-\(number)" : parts.joined(separator: "/")
  }

  /// Why nothing should be kept under this name.
  func fault(_ limits: ArchiveLimits) -> ArchiveEntryFault? {
    let parts = path.split(separator: "/")
    if isRooted || parts.contains("..") { return .unsafeName }
    if path.utf8.count > limits.nameLength { return .nameTooLong }
    return parts.count > limits.depth + 1 ? .tooDeep(limit: limits.depth) : nil
  }
}
