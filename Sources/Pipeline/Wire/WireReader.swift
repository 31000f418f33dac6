/// Reads what ``WireWriter`` wrote.
struct WireReader {
  /// The bytes are not those of a writer of this build.
  struct Malformed: Error {}

  private let bytes: [UInt8]
  private let file: String
  private var next = 0
  private var texts: [String] = []
  /// How many values hold the one that is read; a stranger could make them hold each other without end.
  private var depth = 0
  private static let deepest = 8

  private init(_ bytes: [UInt8], about file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The value that the bytes are, from the first to the last.
  ///
  /// - Parameter file: What the source is called now that the value is about.
  static func value<Value: WireValue>(
    _: Value.Type = Value.self, in bytes: [UInt8], about file: String = ""
  ) throws(Malformed) -> Value {
    var wire = WireReader(bytes, about: file)
    let value: Value = try wire.read()
    guard wire.next == bytes.count else { throw Malformed() }
    return value
  }

  mutating func read<Value: WireValue>(_: Value.Type = Value.self) throws(Malformed) -> Value {
    try Value(from: &self)
  }

  /// Reads a value that may hold values of its own kind.
  mutating func nested<Value: WireValue>(_: Value.Type = Value.self) throws(Malformed) -> Value {
    guard depth < Self.deepest else { throw Malformed() }
    depth += 1
    defer { depth -= 1 }
    return try read()
  }

  mutating func byte() throws(Malformed) -> UInt8 {
    guard next < bytes.count else { throw Malformed() }
    defer { next += 1 }
    return bytes[next]
  }

  /// The bits that ``WireWriter/append(bits:)`` wrote.
  mutating func bits<Bits: FixedWidthInteger & UnsignedInteger>() throws(Malformed) -> Bits {
    var bits: Bits = 0
    for shift in stride(from: 0, to: Bits.bitWidth, by: 8) { bits |= Bits(try byte()) << shift }
    return bits
  }

  mutating func text() throws(Malformed) -> String {
    let number: Int = try read()
    if number != 0 {
      guard number > 0, number <= texts.count else { throw Malformed() }
      return texts[number - 1]
    }
    guard let text = String(validating: bytes[try run()], as: UTF8.self) else { throw Malformed() }
    texts.append(text)
    return text
  }

  /// The bytes of a file.
  mutating func contents() throws(Malformed) -> [UInt8] { Array(bytes[try run()]) }

  /// A file's name, with what the source is called now.
  mutating func name() throws(Malformed) -> String {
    let isOfFile: Bool = try read()
    let rest = try text()
    return isOfFile ? file + rest : rest
  }

  /// The number of elements that follow; each takes at least one byte.
  mutating func length() throws(Malformed) -> Int {
    let count: Int = try read()
    guard count >= 0, count <= bytes.count - next else { throw Malformed() }
    return count
  }

  /// Where so many bytes lie as are said to follow.
  private mutating func run() throws(Malformed) -> Range<Int> {
    let count = try length()
    defer { next += count }
    return next..<next + count
  }
}
