import Native
import Testing

struct SHA256Tests {
  /// The examples of NIST's "SHA-256 test vectors" (FIPS 180-4) and lengths around one block.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("统一社会信用代码", "54ca84a43468ee95fe148fdca6d0465ea320d8ca13fa89350c63e4acc98471f5"),
    (
      String(repeating: "a", count: 55),
      "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"
    ),
    (
      String(repeating: "a", count: 64),
      "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"
    ),
    (
      String(repeating: "a", count: 1_000),
      "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
    ),
  ])
  func knownDigests(text: String, digest: String) {
    #expect(SHA256.hex(of: text) == digest)
  }

  @Test(arguments: [1, 7, 63, 64, 65, 200])
  func piecesGiveTheSameDigestAsTheWhole(size: Int) {
    let bytes = (0..<700).map { UInt8(truncatingIfNeeded: $0 * 31) }
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      hash.update(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    #expect(hash.hex() == SHA256.hex(of: bytes))
  }
}
