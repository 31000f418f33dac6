internal import Model

/// A signature dictionary of a PDF (ISO 32000-1 12.8.1), found by its bytes: it can stand in no object stream, as its
/// own place in the file is signed.
struct PDFSignature {
  /// What is signed: two ranges around the contents.
  let signed: [Range<Int>]
  /// The message or seal signature, padded with zeros.
  let contents: [UInt8]
  /// `adbe.pkcs7.detached`, `ETSI.CAdES.detached`, `GM.sm2seal`; `nil` where none is named.
  let subFilter: String?
  /// When it was signed, by the dictionary.
  let time: Instant?

  /// Where what is signed ends.
  package var end: Int { signed.last?.upperBound ?? 0 }  // allowed: there are always two ranges

  /// Returns the signatures in the order of what they cover, and why others cannot be checked.
  package static func all(in bytes: [UInt8]) -> [Result<PDFSignature, PDFSignatureFault>] {
    var found: [Result<PDFSignature, PDFSignatureFault>] = []
    var seen: Set<Int> = []
    let marks = ["/ByteRange", "/Type/Sig", "/Type /Sig"].flatMap {
      places(of: Array($0.utf8), in: bytes)
    }
    for place in marks.sorted() where found.count < limit {
      guard let start = dictionaryStart(before: place, in: bytes), seen.insert(start).inserted
      else {
        continue
      }
      var parser = PDFObjectParser(bytes, at: start)
      guard case .dictionary(let entries)? = parser.object() else {
        // Whatever ends the dictionary too early, it was to hold a signature.
        if isSignature(at: start, in: bytes) { found.append(.failure(.dictionaryUnread)) }
        continue
      }
      // A reference to the field's lock or a usage right has no contents of its own; a field's own dictionary
      // (`/Type /SigFieldLock`) neither.
      guard entries["Contents"] != nil, entries["ByteRange"] != nil || isTyped(entries) else {
        continue
      }
      do throws(PDFSignatureFault) {
        found.append(.success(try PDFSignature(entries, in: bytes)))
      } catch {
        found.append(.failure(error))
      }
    }
    return found.sorted { Self.end(of: $0) < Self.end(of: $1) }
  }

  private static func isTyped(_ entries: [String: PDFObject.Entry]) -> Bool {
    entries["Type"]?.object == .name("Sig") && entries["Filter"] != nil
  }

  /// Whether the object at a place names a filter and contents, as signature dictionaries do.
  private static func isSignature(at start: Int, in bytes: [UInt8]) -> Bool {
    let object = bytes[start..<min(bytes.count, start + longestDictionary)]
    let end = places(of: Array("endobj".utf8), in: object, most: 1).first ?? object.endIndex
    return ["/Contents", "Filter"].allSatisfy {
      !places(of: Array($0.utf8), in: object[..<end], most: 1).isEmpty
    }
  }

  private static let limit = 64
  /// How far before its range a dictionary may begin: contents of several certificates lie between.
  private static let longestDictionary = 2 << 20

  private static func end(of found: Result<PDFSignature, PDFSignatureFault>) -> Int {
    if case .success(let signature) = found { signature.end } else { 0 }
  }

  private init(_ entries: [String: PDFObject.Entry], in bytes: [UInt8]) throws(PDFSignatureFault) {
    guard case .array(let elements)? = entries["ByteRange"]?.object else { throw .noByteRange }
    guard let contents = entries["Contents"], case .string(let value) = contents.object else {
      throw .noContents
    }
    guard value.contains(where: { $0 != 0 }) else { throw .empty }
    let numbers = elements.compactMap { element -> Int? in
      if case .number(let number) = element { Int(exactly: number) } else { nil }
    }
    guard numbers.count == 4, elements.count == 4, numbers.allSatisfy({ $0 >= 0 }),
      numbers[0] == 0
    else { throw .byteRangeMalformed }
    let (end, overflow) = numbers[2].addingReportingOverflow(numbers[3])
    guard !overflow, end <= bytes.count, numbers[1] <= numbers[2] else {
      throw .byteRangeOutside
    }
    // Whatever else lies in the gap could be changed without anybody noticing.
    guard contents.range == numbers[1]..<numbers[2], bytes[contents.range.lowerBound] == 0x3C else {
      throw .gapIsNotContents
    }
    signed = [0..<numbers[1], numbers[2]..<end]
    self.contents = value
    if case .name(let name)? = entries["SubFilter"]?.object {
      subFilter = name
    } else {
      subFilter = nil
    }
    if case .string(let text)? = entries["M"]?.object {
      time = Self.time(String(decoding: text, as: UTF8.self))
    } else {
      time = nil
    }
  }

  /// `D:20260102030405+08'00'`.
  private static func time(_ text: String) -> Instant? {
    Instant(
      reading: String((text.hasPrefix("D:") ? text.dropFirst(2) : text[...]).filter { $0 != "'" }))
  }

  /// Where the object that holds a place begins: after the last `obj` before it.
  private static func dictionaryStart(before place: Int, in bytes: [UInt8]) -> Int? {
    let word = Array(" obj".utf8)
    var start = place - word.count
    let earliest = max(0, place - longestDictionary)
    while start >= earliest {
      if bytes[start + 3] == 0x6A, bytes[start...].starts(with: word) { return start + word.count }
      start -= 1
    }
    return nil
  }

  private static func places(of word: [UInt8], in bytes: [UInt8]) -> [Int] {
    places(of: word, in: bytes[...], most: 4 * limit)
  }

  private static func places(of word: [UInt8], in bytes: ArraySlice<UInt8>, most: Int) -> [Int] {
    var places: [Int] = []
    for place in bytes.indices.dropLast(word.count - 1)
    where bytes[place] == word[0] && bytes[place + 1] == word[1] {
      if bytes[place...].starts(with: word) { places.append(place) }
      if places.count >= most { break }
    }
    return places
  }
}
