internal import FoundationEssentials
internal import Model

/// How texts of rule files and tables are got.
struct TextReading: Sendable {
  /// Reads what is not UTF-8 but looks like GB 18030, as Chinese workbooks save tables; without it that is refused.
  var decoding: TextDecoding?
  /// What is being edited and not saved.
  var open = OpenTexts.none
}

/// A text read from disk, or why it was not.
enum TextFile {
  case text(String)
  case failure(LocalizedText)

  /// Rule files and tables are short; more is a mistake.
  static let sizeLimit = 4 << 20

  /// - Parameter reading: How texts are got that are open in an editor, or in another encoding.
  static func read(_ path: String, _ reading: TextReading = TextReading()) -> TextFile {
    if let text = reading.open.text(at: path) { return .text(text) }
    guard FileManager.default.fileExists(atPath: path) else {
      return .failure(
        LocalizedText("没有这个文件（\(path)）", "there is no such file (\(path))"))
    }
    do {
      let data = try Data(contentsOf: URL(filePath: path))
      guard data.count <= sizeLimit else {
        return .failure(
          LocalizedText("文件超过 4 MB", "the file is larger than 4 MB"))
      }
      if let text = String(validating: data, as: UTF8.self) { return .text(text) }
      let encoding = TextContents.encoding(of: [UInt8](data))
      if encoding == .gbk, let text = reading.decoding?([UInt8](data)) { return .text(text) }
      return .failure(Self.refusal(of: encoding))
    } catch {
      return .failure(LocalizedText("文件不能读取", "the file cannot be read"))
    }
  }

  /// What is said of a text in another encoding: which it is, and how it becomes UTF-8.
  private static func refusal(of encoding: TextContents.Encoding?) -> LocalizedText {
    let name: String? =
      switch encoding {
      case .gbk: "GBK"
      case .utf16: "UTF-16"
      case .utf8, nil: nil
      }
    guard let name else {
      return LocalizedText("文件不是 UTF-8 文本", "the file is not UTF-8 text")
    }
    return LocalizedText(
      "文件是 \(name) 编码，不是 UTF-8；请另存为 UTF-8（记事本：另存为，编码选 UTF-8；Excel：CSV UTF-8）",
      "the file is in \(name), not UTF-8; save it as UTF-8 (in Excel: CSV UTF-8)")
  }
}
