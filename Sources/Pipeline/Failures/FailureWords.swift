internal import Foundation
package import Model
package import Native

/// What an answer of the system says to a person: in words, without the names that libraries have for it.
package enum FailureWords {
  /// Why a file could not be reached or read.
  package static func reason(of failure: FileFailure) -> LocalizedText {
    switch failure {
    case .missing: reason(ofNumber: ENOENT)
    case .notPermitted: reason(ofNumber: EACCES)
    case .link: LocalizedText("是符号链接，不跟随", "a symbolic link, which is not followed")
    case .notRegular(.folder): reason(ofNumber: EISDIR)
    case .notRegular: LocalizedText("不是普通文件", "not a regular file")
    case .tooLarge(let size): LocalizedText("过大（\(size) 字节）", "too large (\(size) bytes)")
    case .system(let code): reason(ofNumber: Int32(truncatingIfNeeded: code))
    }
  }

  /// The path that an error of Foundation is about, and why; `nil` where it comes from no call of the system.
  package static func cause(of error: any Error) -> (path: String?, reason: LocalizedText)? {
    if let failure = error as? FileFailure { return (nil, reason(of: failure)) }
    if let failure = error as? PrivateFile.Failure {
      return (failure.path, words(for: failure.reason))
    }
    let error = error as NSError
    let path = error.userInfo[NSFilePathErrorKey] as? String
    if let number = number(of: error) { return (path, reason(ofNumber: number)) }
    let known: [CocoaError.Code: Int32] = [
      .fileNoSuchFile: ENOENT, .fileReadNoSuchFile: ENOENT, .fileReadNoPermission: EACCES,
      .fileWriteNoPermission: EACCES, .fileWriteOutOfSpace: ENOSPC, .fileWriteFileExists: EEXIST,
      .fileWriteVolumeReadOnly: EROFS,
    ]
    guard error.domain == NSCocoaErrorDomain else { return nil }
    if let number = known[CocoaError.Code(rawValue: error.code)] {
      return (path, reason(ofNumber: number))
    }
    return path.map { ($0, LocalizedText("无法读取或写入", "it cannot be read or written")) }
  }

  /// Why, in a few words, whatever the error is.
  package static func reason(of error: any Error) -> LocalizedText {
    cause(of: error)?.reason ?? LocalizedText("原因不明", "for a reason that is not known")
  }

  /// The system's own words, with what they mean in Chinese where that is known.
  package static func words(for english: String) -> LocalizedText {
    if let chinese = ours[english] { return LocalizedText(chinese, english) }
    let number = chinese.keys.first { SystemError.text($0) == english }
    return number.map { reason(ofNumber: $0) } ?? LocalizedText(english, english)
  }

  private static func number(of error: NSError) -> Int32? {
    if error.domain == NSPOSIXErrorDomain { return Int32(truncatingIfNeeded: error.code) }
    return (error.userInfo[NSUnderlyingErrorKey] as? NSError).flatMap(number)
  }

  private static func reason(ofNumber number: Int32) -> LocalizedText {
    let english = SystemError.text(number)
    return LocalizedText(chinese[number] ?? english, english)
  }

  private static let ours = [
    PrivateFolder.ofSomebodyElse: "目录属于他人", PrivateFolder.writableByAll: "任何人都可写入该目录",
  ]

  private static let chinese: [Int32: String] = [
    ENOENT: "不存在", ENOTDIR: "路径中有一段不是目录", EISDIR: "是目录，不是文件", EACCES: "无权限", EPERM: "不允许",
    EEXIST: "已存在同名的文件", ENOTEMPTY: "目录不为空", ENOSPC: "磁盘已满", EDQUOT: "超出磁盘配额", EROFS: "只读的文件系统",
    EIO: "磁盘读写出错", ESTALE: "网络文件系统已失效", ENAMETOOLONG: "名称太长", EMFILE: "打开的文件太多",
    ENFILE: "系统打开的文件太多", ENOMEM: "内存不足", EFBIG: "文件过大",
  ]
}
