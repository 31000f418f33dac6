internal import Model
internal import Native

extension Notice {
  /// A notice whose reason is in words.
  init(file: String, stage: Stage, code: NoticeCode, words: LocalizedText) {
    self.init(file: file, stage: stage, code: code, details: .only("reason", words))
  }
}

/// Reasons for not unpacking.
enum ArchiveWords {
  static let noFormat = LocalizedText("不是可识别的压缩格式", "no format of archives")

  static func tooDeep(_ limit: Int) -> LocalizedText {
    LocalizedText("压缩包嵌套超过 \(limit) 层", "archives nested more than \(limit) deep")
  }
}

extension ArchiveRefusal {
  func notice(file: String, limits: ArchiveLimits) -> Notice {
    switch self {
    case .encrypted: Notice(file: file, stage: .ingest, code: .archiveEncrypted)
    case .notAnArchive:
      Notice(
        file: file, stage: .ingest, code: .archiveDamaged,
        words: ArchiveWords.noFormat)
    case .damaged(let reason):
      Notice(file: file, stage: .ingest, code: .archiveDamaged, details: ["reason": reason])
    case .tooManyEntries:
      Notice(
        file: file, stage: .ingest, code: .archiveRefused,
        words: LocalizedText("文件超过 \(limits.entries) 个", "more than \(limits.entries) files"))
    case .tooMuchData:
      Notice(
        file: file, stage: .ingest, code: .archiveRefused,
        words: LocalizedText(
          "解压后超过 \(limits.totalSize) 字节", "it unpacks to more than \(limits.totalSize) bytes"))
    case .ratioTooHigh(let limit):
      Notice(
        file: file, stage: .ingest, code: .archiveRefused,
        words: LocalizedText(
          "解压后超过原大小的 \(limit) 倍", "it unpacks to more than \(limit) times its size"))
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
      LocalizedText("路径指向压缩包之外", "its path leaves the archive")
    case .nameTooLong: LocalizedText("路径过长", "its path is too long")
    case .tooDeep(let limit):
      LocalizedText("目录层级超过 \(limit) 层", "folders nested more than \(limit) deep")
    case .link: LocalizedText("是链接", "it is a link")
    case .notRegular: LocalizedText("不是普通文件", "it is no regular file")
    case .tooLarge(let limit):
      LocalizedText("解压后超过 \(limit) 字节", "it unpacks to more than \(limit) bytes")
    case .encrypted: LocalizedText("已加密", "it is encrypted")
    case .damaged(let reason): LocalizedText(reason, reason)
    }
  }
}
