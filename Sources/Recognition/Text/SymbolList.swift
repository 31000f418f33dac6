internal import Foundation

/// The recognizer's symbols: class 0 is CTC's blank, then the list inside the model file, last the space.
struct SymbolList {
  /// By class; the blank is the empty string.
  let symbols: [String]

  /// Reads the metadata entry `character` of an ONNX file.
  ///
  /// - Throws: ``RecognitionError/model(file:reason:)`` when the file is not there or holds no list.
  init(modelPath: String) throws(RecognitionError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: modelPath), options: .alwaysMapped)
    } catch {
      throw .model(file: modelPath, reason: error.localizedDescription)
    }
    guard let text = Self.metadata("character", in: data) else {
      throw .model(file: modelPath, reason: "no symbol list")
    }
    // Empty pieces are kept: the list holds a line break of its own.
    let list = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    symbols = [""] + list + [" "]
  }

  /// Walks `ModelProto` (protobuf): field 14 `metadata_props` holds {1: key, 2: value}; all else is skipped by length.
  private static func metadata(_ key: String, in data: Data) -> String? {
    var reader = ProtobufReader(data[...])
    while let field = reader.next() {
      guard field.number == 14, let bytes = field.bytes else { continue }
      var entry = ProtobufReader(bytes)
      var texts: [Int: String] = [:]
      while let part = entry.next() {
        if let bytes = part.bytes { texts[part.number] = String(decoding: bytes, as: UTF8.self) }
      }
      if texts[1] == key { return texts[2] }
    }
    return nil
  }
}

/// Tags and values of a protobuf message, one after the other; ends at the first that makes no sense.
private struct ProtobufReader {
  struct Field {
    let number: Int
    /// `nil` for numbers, which nothing here needs.
    let bytes: Data?
  }

  private let data: Data
  private var position: Data.Index

  init(_ data: Data) {
    self.data = data
    position = data.startIndex
  }

  mutating func next() -> Field? {
    guard let tag = varint() else { return nil }
    let number = Int(truncatingIfNeeded: tag >> 3)
    switch tag & 7 {
    case 0:
      guard varint() != nil else { return nil }
      return Field(number: number, bytes: nil)
    case 1: return skip(8) ? Field(number: number, bytes: nil) : nil
    case 5: return skip(4) ? Field(number: number, bytes: nil) : nil
    case 2:
      guard let length = varint(), length <= UInt64(data.endIndex - position) else { return nil }
      let end = position + Int(length)
      defer { position = end }
      return Field(number: number, bytes: data[position..<end])
    default: return nil
    }
  }

  private mutating func skip(_ count: Int) -> Bool {
    guard data.endIndex - position >= count else { return false }
    position += count
    return true
  }

  private mutating func varint() -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < data.endIndex, shift < 64 {
      let byte = data[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
    return nil
  }
}
