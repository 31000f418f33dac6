internal import Model

/// What is said of the files that commands write.
extension Message {
  static func noWorkbook(_ reason: String) -> Message {
    Message("无法写出 findings.xlsx：\(reason)。", "findings.xlsx cannot be written: \(reason)")
  }

  static let formatsNeedOutput = Message(
    "没有 --output 时只能选一种格式；多种格式请用 --output 指定目录。",
    "without --output there can be one format; name a folder with --output for several")

  static let spanIsTooLong = Message(
    "--within 超出了日历的范围，请给出短一些的时间，如 90d。",
    "--within reaches beyond the calendar; give a shorter span, such as 90d")

  static func wrote(_ path: String) -> Message { Message("已写入 \(path)", "wrote \(path)") }
}
