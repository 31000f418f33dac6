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
    let utf8 = String(validating: raw, as: UTF8.self)
    if let utf8, !Self.isChance(utf8) {
      text = utf8
      isGarbled = raw.isEmpty
    } else if let chinese = ChineseTextDecoding.gb18030(raw), utf8 == nil || Self.isHan(chinese) {
      text = chinese
      isGarbled = false
    } else if let utf8 {
      text = utf8
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

  /// Whether it may be GBK whose pairs happen to be UTF-8 (散 is ɢ): nothing but letters of two
  /// bytes, which names of Chinese materials hardly have.
  private static func isChance(_ text: String) -> Bool {
    let foreign = text.unicodeScalars.filter { !$0.isASCII }
    return !foreign.isEmpty && foreign.allSatisfy { $0.value < 0x800 }
  }

  private static func isHan(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0.isASCII || (0x4E00...0x9FFF).contains($0.value) }
  }

  /// Why nothing should be kept under this name.
  func fault(_ limits: ArchiveLimits) -> ArchiveEntryFault? {
    let parts = path.split(separator: "/")
    if isRooted && !limits.takesRootedNames || parts.contains("..") { return .unsafeName }
    if path.utf8.count > limits.nameLength { return .nameTooLong }
    return parts.count > limits.depth + 1 ? .tooDeep(limit: limits.depth) : nil
  }
}
