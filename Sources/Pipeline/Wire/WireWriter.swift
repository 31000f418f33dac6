/// Values to bytes, compactly: small numbers are short, a text that comes again is a number.
struct WireWriter {
  private(set) var bytes: [UInt8] = []
  /// The source that is written about; names that begin with it go without it, for it may be called otherwise
  /// when they are read.
  private let file: String
  private var numbers: [String: Int] = [:]

  private init(about file: String) { self.file = file }

  /// The bytes of a value.
  ///
  /// - Parameter file: What the source is called now that the value is about.
  static func bytes(of value: some WireValue, about file: String = "") -> [UInt8] {
    var wire = WireWriter(about: file)
    wire.write(value)
    return wire.bytes
  }

  /// Appends values, one after the other.
  mutating func write<each Part: WireValue>(_ part: repeat each Part) {
    repeat (each part).write(to: &self)
  }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Appends all bits, the lowest byte first.
  mutating func append(bits: some FixedWidthInteger & UnsignedInteger) {
    var rest = bits
    for _ in 0..<(bits.bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Appends a text: a new one as 0, its length and its UTF-8; one that was there before as its number, from 1.
  mutating func append(text: String) {
    if let number = numbers[text] {
      write(number)
      return
    }
    numbers[text] = numbers.count + 1
    write(0, text.utf8.count)
    bytes += text.utf8
  }

  /// Appends the bytes of a file, after their number.
  mutating func append(contents: [UInt8]) {
    write(contents.count)
    bytes += contents
  }

  /// Appends a file's name: whether it begins with that of the source, and the rest of it.
  mutating func append(name: String) {
    let rest =
      name.utf8.starts(with: file.utf8) ? String(name.utf8.dropFirst(file.utf8.count)) : nil
    write(rest != nil, rest ?? name)
  }
}
