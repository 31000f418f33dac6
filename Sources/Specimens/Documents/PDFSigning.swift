internal import Model
internal import Native

/// Signs a PDF by an incremental update: a signature field with its dictionary, a byte range around its contents.
struct PDFSigning {
  private(set) var bytes: [UInt8]
  /// Bytes of hexadecimal contents; what is left over is padded with zeros.
  private static let usualRoom = 6144

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Adds a signature over everything that is there.
  ///
  /// The update is a dictionary of its own; viewers need it in the form as well, checkers of bytes do not.
  ///
  /// - Parameter value: gets what is signed, in one piece.
  mutating func sign(
    subFilter: String, time: Instant, room: Int = usualRoom, value: ([UInt8]) throws -> [UInt8]
  ) throws {
    let head = """

      90\(bytes.count % 1000) 0 obj
      << /Type /Sig /Filter /Adobe.PPKLite /SubFilter /\(subFilter) /M (D:\(time.compactUTC)) /Contents 
      """
    let start = bytes + Array(head.utf8)
    let gap = room * 2 + 2
    let rangeLength = 60
    let tail = """
       >>
      endobj
      %%EOF

      """
    let afterGap = start.count + gap
    let total = afterGap + rangeLength + tail.utf8.count
    let range = "/ByteRange [0 \(start.count) \(afterGap) \(total - afterGap)]"
    let padded = range + String(repeating: " ", count: rangeLength - range.utf8.count)
    let end = Array((padded + tail).utf8)
    let message = try value(start + end)
    guard message.count <= room else { throw SpecimenError.failed("the signature is too long") }
    let digits = message.flatMap {
      Array((String($0 >> 4, radix: 16) + String($0 & 15, radix: 16)).utf8)
    }
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: room * 2 - digits.count)
    bytes = start + [UInt8(ascii: "<")] + digits + zeros + [UInt8(ascii: ">")] + end
  }

  mutating func append(_ more: [UInt8]) { bytes += more }

  mutating func change(_ change: (inout [UInt8]) -> Void) { change(&bytes) }

  /// Signs with a seal.
  mutating func seal(
    _ seal: [UInt8], by signer: KeyHolder, time: Instant, version: SealDraft.Version = .v4
  ) throws {
    let room = max(Self.usualRoom, seal.count + 2048)
    try sign(subFilter: "GM.sm2seal", time: time, room: room) { data in
      guard let digest = MessageDigest.sm3.digest(of: data) else {
        throw SpecimenError.failed("no SM3 in this OpenSSL")
      }
      return try SealSignatureDraft(
        version: version, seal: seal, dataHash: digest, path: "", time: time
      ).made(by: signer)
    }
  }

  /// Signs with a message (RFC 5652).
  mutating func sign(by signer: KeyHolder, time: Instant, hasAttributes: Bool = true) throws {
    try sign(subFilter: "adbe.pkcs7.detached", time: time) { data in
      try CMSDraft(time: time, signer: signer, hasAttributes: hasAttributes).made(over: data)
    }
  }
}
