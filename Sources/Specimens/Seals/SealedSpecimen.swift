/// A seal, or a document with seals, and the facts by which it is judged.
struct SealedSpecimen {
  let name: String
  let bytes: [UInt8]
  /// Facts of the seal or of the signature that must come out, as text; empty where the file must be refused.
  let expected: [String: String]
}
