/// A path as bytes, and as people see it.
struct FilePath: Hashable, Comparable, Sendable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The path of `name` in this folder; the empty path is where names are relative to.
  func appending(_ name: [UInt8]) -> FilePath {
    if bytes.isEmpty { return FilePath(bytes: name) }
    return FilePath(bytes: bytes.last == Self.slash ? bytes + name : bytes + [Self.slash] + name)
  }

  var lastComponent: [UInt8] {
    bytes.split(separator: Self.slash).last.map(Array.init) ?? bytes
  }

  /// The last component without its extension; all of it where there is nothing before the dot.
  var stem: String {
    let name = FilePath(bytes: lastComponent).text
    let stem = name.split(separator: ".", omittingEmptySubsequences: false).dropLast()
      .joined(separator: ".")
    return stem.isEmpty ? name : stem
  }

  /// Whether `other` is this folder or lies in it; both resolved.
  func contains(_ other: FilePath) -> Bool {
    let folder = bytes == [Self.slash] ? bytes : bytes + [Self.slash]
    return other == self || other.bytes.starts(with: folder)
  }

  /// The path in UTF-8; bytes that are none show as `\xNN`.
  var text: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return bytes.map { byte in
      byte < 0x80
        ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  var isText: Bool { String(validating: bytes, as: UTF8.self) != nil }

  static func < (left: Self, right: Self) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  private static let slash: UInt8 = 0x2F
}
