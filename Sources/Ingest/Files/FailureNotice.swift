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
      return Notice(
        file: file, stage: .ingest, code: .fileUnreadable, details: .only("reason", reason))
    }
  }

  /// The failure in words.
  var reason: LocalizedText {
    switch self {
    case .missing: LocalizedText("文件不存在", "there is no such file")
    case .notPermitted: LocalizedText("没有读取权限", "permission denied")
    case .link: LocalizedText("是符号链接", "it is a symbolic link")
    case .notRegular(let kind): kind.words
    case .tooLarge(let size):
      LocalizedText("\(size) 字节，过大", "\(size) bytes are too many")
    case .system(let code): LocalizedText("系统错误 \(code)", "system error \(code)")
    }
  }
}

extension FileKind {
  /// The notice for what is no regular file.
  func notice(file: String) -> Notice {
    Notice(file: file, stage: .ingest, code: .fileNotRegular, details: .only("type", words))
  }

  var words: LocalizedText {
    switch self {
    case .regular: LocalizedText("普通文件", "a regular file")
    case .folder: LocalizedText("目录", "a folder")
    case .symbolicLink: LocalizedText("符号链接", "a symbolic link")
    case .pipe: LocalizedText("命名管道", "a named pipe")
    case .socket: LocalizedText("套接字", "a socket")
    case .device: LocalizedText("设备文件", "a device")
    case .other: LocalizedText("特殊文件", "a special file")
    }
  }
}
