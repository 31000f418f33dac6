internal import Model
internal import Pipeline
internal import Report

/// What is said of the files that commands write.
extension Message {
  /// Formats that could not be made: the first of each, and how many more there are of its kind.
  static func formatsFailed(_ failures: [FormatFailure]) -> Message {
    let kinds = failures.uniqued(by: \.format)
    let parts = kinds.map { failure in
      let others = failures.count { $0.format == failure.format } - 1
      let name = failure.submission.map { "\($0)/" } ?? ""  // allowed: the run's own file
      return LocalizedText(
        "\(name)\(failure.format.rawValue)：\(failure.reason.chinese)"
          + (others > 0 ? "（另有 \(others) 份同样）" : ""),
        "\(name)\(failure.format.rawValue): \(failure.reason.english)"
          + (others > 0 ? " (and \(others) more)" : ""))
    }
    return Message(
      "有格式未能写出，其余格式已写出；报告目录中若有同名的旧文件，不属于这次核对。\(parts.map(\.chinese).joined(separator: "；"))。",
      "some formats could not be written, all others are; an older file of that name is not of this run. "
        + parts.map(\.english).joined(separator: "; "))
  }

  static func cacheTaken(count: Int, from folder: String) -> Message {
    Message("从 \(folder) 并入 \(count) 项。", "took \(count) entries from \(folder)")
  }

  static func cacheNotTaken(_ error: CacheStore.Untakable) -> Message {
    Message(
      "未并入 \(error.path)：\(error.reason.chinese)。请给出另一台机器的 DOSSIER_CACHE 目录。",
      "\(error.path) was not taken in: \(error.reason.english); name the DOSSIER_CACHE of another machine"
    )
  }

  /// What no command has words of its own for.
  static func unforeseen(_ error: any Error) -> Message {
    guard let cause = FailureWords.cause(of: error) else {
      return Message(
        "出现程序未预料到的错误，工作没有完成。请再试一次；仍然如此请运行 dossier doctor，并连同所用的命令报告此问题。",
        "something went wrong that the program did not foresee, and the work is not done; try again, and if it stays so, run dossier doctor and report it with the command"
      )
    }
    let (place, placed) = cause.path.map { ("：\($0)", ": \($0)") } ?? ("", "")
    return Message(
      "读写文件时出错，工作没有完成\(place)：\(cause.reason.chinese)。排除后再试一次。",
      "a file could not be read or written, and the work is not done\(placed): \(cause.reason.english); mend that and try again"
    )
  }

  static let formatsNeedOutput = Message(
    "没有 --output 时只能选一种格式；多种格式请用 --output 指定目录。",
    "without --output there can be one format; name a folder with --output for several")

  static let spanIsTooLong = Message(
    "--within 超出了日历的范围，请给出短一些的时间，如 90d。",
    "--within reaches beyond the calendar; give a shorter span, such as 90d")

  static func wrote(_ path: String) -> Message { Message("已写入 \(path)", "wrote \(path)") }
}
