internal import Model
internal import Native

extension FileFailure {
  /// The notice for a file that could not be reached or read.
  func notice(file: String, limit: Int) -> Notice {
    switch self {
    case .notRegular(let kind): return kind.notice(file: file)
    case .tooLarge(let size):
      return Notice(
        file: file, stage: .ingest, code: .fileTooLarge,
        details: ["size": String(size), "limit": String(limit)])
    case .missing, .notPermitted, .link, .system:
      var details: [String: String] = [:]
      details.set("reason", to: reason)
      return Notice(file: file, stage: .ingest, code: .fileUnreadable, details: details)
    }
  }

  /// The failure in words.
  var reason: LocalizedText {
    switch self {
    case .missing: LocalizedText(chinese: "文件不存在", english: "there is no such file")
    case .notPermitted: LocalizedText(chinese: "没有读取权限", english: "permission denied")
    case .link: LocalizedText(chinese: "是符号链接", english: "it is a symbolic link")
    case .notRegular(let kind): kind.words
    case .tooLarge(let size):
      LocalizedText(chinese: "\(size) 字节，过大", english: "\(size) bytes are too many")
    case .system(let code): LocalizedText(chinese: "系统错误 \(code)", english: "system error \(code)")
    }
  }
}

extension FileKind {
  /// The notice for what is no regular file.
  func notice(file: String) -> Notice {
    var details: [String: String] = [:]
    details.set("type", to: words)
    return Notice(file: file, stage: .ingest, code: .fileNotRegular, details: details)
  }

  var words: LocalizedText {
    switch self {
    case .regular: LocalizedText(chinese: "普通文件", english: "a regular file")
    case .folder: LocalizedText(chinese: "目录", english: "a folder")
    case .symbolicLink: LocalizedText(chinese: "符号链接", english: "a symbolic link")
    case .pipe: LocalizedText(chinese: "命名管道", english: "a named pipe")
    case .socket: LocalizedText(chinese: "套接字", english: "a socket")
    case .device: LocalizedText(chinese: "设备文件", english: "a device")
    case .other: LocalizedText(chinese: "特殊文件", english: "a special file")
    }
  }
}
