internal import Glibc

/// Text in the encodings that Chinese programs write.
package enum ChineseTextDecoding {
  /// GB 18030, which holds GBK and GB 2312, to text; `nil` where a byte does not fit.
  package static func gb18030(_ bytes: [UInt8]) -> String? {
    let converter = unsafe iconv_open("UTF-8", "GB18030")
    // iconv_open answers (iconv_t)-1 where the C library came without this conversion.
    guard unsafe converter != iconv_t(bitPattern: -1) else { return nil }
    defer { unsafe iconv_close(converter) }
    // At most four bytes of UTF-8 for one of GB 18030's shortest two-byte forms and fewer for others.
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 4)
    var input = bytes.map { CChar(bitPattern: $0) }
    let written: Int? = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        var fromLeft = source.count
        var toLeft = target.count
        let result = unsafe iconv(converter, &from, &fromLeft, &to, &toLeft)
        return result == Int(bitPattern: UInt.max) || fromLeft != 0 ? nil : target.count - toLeft
      }
    }
    guard let written else { return nil }
    return String(validating: output[..<written].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
