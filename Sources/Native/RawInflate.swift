internal import CZlib

/// Unpacks raw deflate data (RFC 1951): no header, no checksum, as draw.io packs its pages.
package enum RawInflate {
  /// Why data was not unpacked.
  package enum Refusal: Error, Hashable {
    case damaged
    /// It unpacks to more than so many bytes.
    case tooLarge(limit: Int)
  }

  /// Returns the unpacked bytes.
  ///
  /// - Parameter limit: bytes that may come out.
  package static func unpacked(_ bytes: [UInt8], limit: Int) throws(Refusal) -> [UInt8] {
    var stream = unsafe z_stream()
    guard unsafe cz_inflate_raw_init(&stream) == Z_OK else { throw .damaged }
    defer { unsafe inflateEnd(&stream) }
    var input = bytes
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let result: Result<[UInt8], Refusal> = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe stream.next_in = source.baseAddress
      unsafe stream.avail_in = uInt(source.count)
      while true {
        let (status, written) = unsafe chunk.withUnsafeMutableBufferPointer { target in
          unsafe stream.next_out = target.baseAddress
          unsafe stream.avail_out = uInt(target.count)
          let status = unsafe inflate(&stream, Z_NO_FLUSH)
          return unsafe (status, target.count - Int(stream.avail_out))
        }
        guard status == Z_OK || status == Z_STREAM_END else { return .failure(.damaged) }
        guard output.count + written <= limit else { return .failure(.tooLarge(limit: limit)) }
        output += chunk[..<written]
        if status == Z_STREAM_END { return .success(output) }
        // All was taken in and nothing came out: cut off.
        if unsafe stream.avail_in == 0, written == 0 { return .failure(.damaged) }
      }
    }
    return try result.get()
  }
}
