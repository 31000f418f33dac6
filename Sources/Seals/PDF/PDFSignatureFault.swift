internal import Model

/// Why a signature of a PDF cannot be checked.
enum PDFSignatureFault: Error, Hashable {
  /// The dictionary breaks off or holds bytes that no dictionary may: a letter among hexadecimal digits, for one.
  case dictionaryUnread
  case noByteRange
  case byteRangeMalformed
  case byteRangeOutside
  /// Something else lies between the signed ranges, which could be changed without anybody noticing.
  case gapIsNotContents
  case noContents
  /// Contents are zeros: room that was made and never filled.
  case empty
  case structure(MalformedDER)

  var words: LocalizedText {
    switch self {
    case .dictionaryUnread:
      LocalizedText(
        "签名字典中断或含有不合法的字节", "the signature dictionary breaks off or holds bytes that it may not")
    case .noByteRange:
      LocalizedText("没有 ByteRange，不知道签了哪些内容", "there is no ByteRange to say what is signed")
    case .byteRangeMalformed:
      LocalizedText("ByteRange 不是 [0 a b c] 四个数", "ByteRange is not four numbers, [0 a b c]")
    case .byteRangeOutside: LocalizedText("ByteRange 超出文件", "ByteRange leaves the file")
    case .gapIsNotContents:
      LocalizedText("ByteRange 的空隙不正好是签名内容", "the gap of ByteRange is not exactly Contents")
    case .noContents: LocalizedText("签名内容不是字符串", "Contents is no string")
    case .empty:
      LocalizedText(
        "签名内容全是零：留了位置，没有完成签署",
        "Contents holds nothing but zeros: room was made, and nobody signed")
    case .structure(let fault):
      LocalizedText(
        "签名结构不完整：\(fault.reason)", "the structure of the signature is broken: \(fault.reason)")
    }
  }
}
