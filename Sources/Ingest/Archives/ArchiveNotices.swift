internal import Model
internal import Native

extension Notice {
  /// A notice whose reason is in words.
  init(file: String, stage: Stage, code: NoticeCode, words: LocalizedText) {
    var details: [String: String] = [:]
    details.set("reason", to: words)
    self.init(file: file, stage: stage, code: code, details: details)
  }
}

/// Reasons for not unpacking.
enum ArchiveWords {
  static func tooDeep(_ limit: Int) -> LocalizedText {
    LocalizedText(
      chinese: "压缩包嵌套超过 \(limit) 层", english: "archives nested more than \(limit) deep")
  }
}

extension ArchiveRefusal {
  func notice(file: String, limits: ArchiveLimits) -> Notice {
    switch self {
    case .encrypted: Notice(file: file, stage: .ingest, code: .archiveEncrypted)
    case .notAnArchive:
      Notice(
        file: file, stage: .ingest, code: .archiveDamaged,
        words: LocalizedText(chinese: "不是可识别的压缩格式", english: "no format of archives"))
    case .damaged(let reason):
      Notice(file: file, stage: .ingest, code: .archiveDamaged, details: ["reason": reason])
    case .tooManyEntries:
      Notice(
        file: file, stage: .ingest, code: .archiveRefused,
        words: LocalizedText(
          chinese: "文件超过 \(limits.entries) 个", english: "more than \(limits.entries) files"))
    case .tooMuchData:
      Notice(
        file: file, stage: .ingest, code: .archiveRefused,
        words: LocalizedText(
          chinese: "解压后超过 \(limits.totalSize) 字节",
          english: "it unpacks to more than \(limits.totalSize) bytes"))
    case .ratioTooHigh(let limit):
      Notice(
        file: file, stage: .ingest, code: .archiveRefused,
        words: LocalizedText(
          chinese: "解压后超过原大小的 \(limit) 倍",
          english: "it unpacks to more than \(limit) times its size"))
    }
  }
}

extension ArchiveEntryFault {
  func notice(file: String) -> Notice {
    switch self {
    case .encrypted: return Notice(file: file, stage: .ingest, code: .archiveEncrypted)
    case .damaged(let reason):
      return Notice(file: file, stage: .ingest, code: .archiveDamaged, details: ["reason": reason])
    case .unsafeName, .nameTooLong, .tooDeep, .link, .notRegular, .tooLarge:
      return Notice(file: file, stage: .ingest, code: .archiveRefused, words: words)
    }
  }

  private var words: LocalizedText {
    switch self {
    case .unsafeName:
      LocalizedText(chinese: "路径指向压缩包之外", english: "its path leaves the archive")
    case .nameTooLong: LocalizedText(chinese: "路径过长", english: "its path is too long")
    case .tooDeep(let limit):
      LocalizedText(chinese: "目录层级超过 \(limit) 层", english: "folders nested more than \(limit) deep")
    case .link: LocalizedText(chinese: "是链接", english: "it is a link")
    case .notRegular: LocalizedText(chinese: "不是普通文件", english: "it is no regular file")
    case .tooLarge(let limit):
      LocalizedText(chinese: "解压后超过 \(limit) 字节", english: "it unpacks to more than \(limit) bytes")
    case .encrypted: LocalizedText(chinese: "已加密", english: "it is encrypted")
    case .damaged(let reason): LocalizedText(chinese: reason, english: reason)
    }
  }
}
