internal import FoundationEssentials
internal import Model

/// A text read from disk, or why it was not.
enum TextFile {
  case text(String)
  case failure(LocalizedText)

  /// Rule files and tables are short; more is a mistake.
  static let sizeLimit = 4 << 20

  static func read(_ path: String) -> TextFile {
    do {
      let data = try Data(contentsOf: URL(filePath: path))
      guard data.count <= sizeLimit else {
        return .failure(
          LocalizedText("文件超过 4 MB", "the file is larger than 4 MB"))
      }
      guard let text = String(validating: data, as: UTF8.self) else {
        return .failure(
          LocalizedText("文件不是 UTF-8 文本", "the file is not UTF-8 text"))
      }
      return .text(text)
    } catch {
      return .failure(LocalizedText("文件不能读取", "the file cannot be read"))
    }
  }
}
