internal import CRE2

/// A regular expression in RE2's syntax: matching takes time linear in the text, whatever the pattern.
package final class RegularExpression: Sendable {
  /// Why a pattern does not compile, in RE2's words.
  package struct CompileError: Error, Hashable {
    package let reason: String
  }

  /// A match has the text of its groups.
  package struct Match: Hashable, Sendable {
    package let text: String
    /// Offsets in the text's UTF-8, group 0 being the whole match; `nil` where a group took no part.
    package let byteRanges: [Range<Int>?]
  }

  /// Bytes that the compiled pattern and its automata may take.
  package static let memoryLimit: Int64 = 8 << 20

  package let pattern: String
  /// How many groups there are, the whole match not counted.
  package let groupCount: Int
  // An address rather than a pointer, so that the class is Sendable: a compiled RE2 does not change,
  // and its header says that any number of threads may match with it.
  private let address: UInt

  package init(_ pattern: String) throws(CompileError) {
    var text = pattern
    var message = [CChar](repeating: 0, count: 256)
    let handle = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe message.withUnsafeMutableBufferPointer { buffer -> OpaquePointer? in
          guard let start = buffer.baseAddress else { return nil }
          // An empty text may have no address; RE2 then wants any, with a count of 0.
          return unsafe cre2_compile(
            characters.baseAddress ?? UnsafePointer(start), characters.count, Self.memoryLimit,
            start, buffer.count)
        }
      }
    }
    guard let handle = unsafe handle else {
      let bytes = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      throw CompileError(
        reason: bytes.isEmpty ? "out of memory" : String(decoding: bytes, as: UTF8.self))
    }
    self.pattern = pattern
    groupCount = Int(unsafe cre2_group_count(handle))
    address = UInt(bitPattern: handle)
  }

  deinit {
    if let handle = unsafe handle { unsafe cre2_free(handle) }
  }

  private var handle: OpaquePointer? { unsafe OpaquePointer(bitPattern: address) }

  /// Returns whether the pattern matches all of `text`.
  package func matchesWhole(_ text: String) -> Bool {
    bounds(in: text, slots: 0, isWhole: true) != nil
  }

  /// Returns whether the pattern matches somewhere in `text`, as CEL's `matches` does.
  package func matchesSomewhere(in text: String) -> Bool {
    bounds(in: text, slots: 0, isWhole: false) != nil
  }

  /// Returns the match of all of `text`; `nil` where the pattern does not match all of it.
  package func wholeMatch(in text: String) -> Match? { match(in: text, isWhole: true) }

  /// Returns the leftmost match in `text`; `nil` where there is none.
  package func firstMatch(in text: String) -> Match? { match(in: text, isWhole: false) }

  private func match(in text: String, isWhole: Bool) -> Match? {
    bounds(in: text, slots: groupCount + 1, isWhole: isWhole).map {
      Match(text: text, byteRanges: $0)
    }
  }

  private func bounds(in text: String, slots: Int, isWhole: Bool) -> [Range<Int>?]? {
    guard let handle = unsafe handle else { return nil }
    var text = text
    var bounds = [Int](repeating: -1, count: 2 * slots)
    var empty: CChar = 0
    let status = text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        unsafe bounds.withUnsafeMutableBufferPointer { buffer in
          unsafe withUnsafePointer(to: &empty) { nothing in
            unsafe cre2_match(
              handle, characters.baseAddress ?? nothing, characters.count, isWhole ? 1 : 0,
              buffer.baseAddress, Int32(slots))
          }
        }
      }
    }
    guard status == 1 else { return nil }
    return (0..<slots).map { slot in
      bounds[2 * slot] < 0 ? nil : bounds[2 * slot]..<bounds[2 * slot + 1]
    }
  }
}

extension RegularExpression.Match {
  /// The text of a group; group 0 is the whole match.
  package subscript(group: Int) -> String? {
    guard byteRanges.indices.contains(group), let range = byteRanges[group] else { return nil }
    return String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }

  /// Returns the place of a group in Unicode scalars, 0-based.
  package func scalarRange(of group: Int) -> Range<Int>? {
    guard byteRanges.indices.contains(group), let range = byteRanges[group] else { return nil }
    func scalars(before offset: Int) -> Int {
      text.utf8.prefix(offset).count { $0 & 0xC0 != 0x80 }
    }
    return scalars(before: range.lowerBound)..<scalars(before: range.upperBound)
  }
}
