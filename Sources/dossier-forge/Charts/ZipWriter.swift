/// Zip packages with stored entries, enough for office files and mind maps.
struct ZipWriter {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  mutating func add(_ name: String, _ bytes: [UInt8]) {
    let path = Array(name.utf8)
    let start = body.count
    // Version 2.0, names in UTF-8, stored, 1980-01-01.
    var header = Self.little(20, 2) + Self.little(0x0800, 2) + Self.little(0, 2)
    header += Self.little(0, 2) + Self.little(0x21, 2) + Self.little(Int(Self.checksum(bytes)), 4)
    header += Self.little(bytes.count, 4) + Self.little(bytes.count, 4)
    header += Self.little(path.count, 2) + Self.little(0, 2)
    body += [0x50, 0x4B, 3, 4] + header + path + bytes
    directory += [0x50, 0x4B, 1, 2] + Self.little(20, 2) + header
    directory += Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 4)
    directory += Self.little(start, 4) + path
    count += 1
  }

  var bytes: [UInt8] {
    let counts = Self.little(count, 2) + Self.little(count, 2)
    let end = Self.little(directory.count, 4) + Self.little(body.count, 4) + Self.little(0, 2)
    return body + directory + [0x50, 0x4B, 5, 6] + Self.little(0, 4) + counts + end
  }

  private static func little(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ ($0 >> 8) }
  }
}
