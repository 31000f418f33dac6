internal import Foundation
internal import Model

/// cel-spec's extension `encoders`.
enum EncodingFunctions {
  static let all: [Function] = [
    Function(
      "base64.encode", "字节的 Base64 文本", "bytes in Base64",
      [.of(cost: Weight.sum) { (bytes: [UInt8]) in Data(bytes).base64EncodedString() }]),
    Function(
      "base64.decode", "Base64 文本中的字节", "the bytes in Base64",
      [
        .of(cost: Weight.sum) { (text: String) throws(CELError) in
          let digits = text.filter { $0 != "=" }
          let padding = String(repeating: "=", count: (4 - digits.utf8.count % 4) % 4)
          guard let data = Data(base64Encoded: digits + padding) else {
            throw CELError(.invalidArgument, "base64")
          }
          return [UInt8](data)
        }
      ]),
  ]
}
