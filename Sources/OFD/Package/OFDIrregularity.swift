package import Model

/// What an OFD does otherwise than GB/T 33190 says, and what could be read all the same.
package enum OFDIrregularity: Hashable, Sendable {
  /// So many bytes stand before the zip.
  case bytesBefore(Int)
  /// So many bytes stand behind the zip.
  case bytesBehind(Int)
  /// Document.xml has no PageArea (7.5); the first page's own counts for pages without one.
  case noPageArea
  /// A reference is written in another case than the part's name.
  case nameInOtherCase(String)
  /// A page of the list has no ID (7.6).
  case pageWithoutID(number: Int)

  var isNameInOtherCase: Bool {
    if case .nameInOtherCase = self { true } else { false }
  }

  /// Whether a reference names a part that is there, but for the case of its letters.
  static func differInCase(_ reference: String, _ path: String) -> Bool {
    let written = reference.trimmed.split { $0 == "/" || $0 == "\\" }
      .filter { $0 != "." && $0 != ".." }.joined(separator: "/")
    return !path.hasSuffix(written) && path.lowercased().hasSuffix(written.lowercased())
  }

  package var words: LocalizedText {
    switch self {
    case .bytesBefore(let count):
      LocalizedText("压缩包之前有多余的 \(count) 字节", "\(count) bytes stand before the zip")
    case .bytesBehind(let count):
      LocalizedText("压缩包之后有多余的 \(count) 字节", "\(count) bytes stand behind the zip")
    case .noPageArea:
      LocalizedText(
        "Document.xml 没有 PageArea，已用页面自己的尺寸",
        "Document.xml has no PageArea; the page's own size was used")
    case .nameInOtherCase(let reference):
      LocalizedText(
        "引用 \(reference) 与包内文件名大小写不同",
        "the reference \(reference) differs in case from the part's name")
    case .pageWithoutID(let number):
      LocalizedText("第 \(number) 页没有 ID", "page \(number) has no ID")
    }
  }
}
