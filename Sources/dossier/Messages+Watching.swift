internal import Model

// What the commands say that go on until they are stopped.
extension Message {
  static func nothingToWatch(_ path: String) -> Message {
    Message("没有「\(path)」，无法监视", "there is no \(path) to watch")
  }

  static func outputInsideWatched(output: String, path: String) -> Message {
    Message(
      "报告目录「\(output)」在所监视的「\(path)」之内，每次写报告都会引起再核对；请把 --output 放到外面",
      "the folder of reports \(output) lies inside of \(path), which is watched: each report would cause the next check; put --output outside"
    )
  }

  static func watching(_ paths: [String]) -> Message {
    let list = paths.joined(separator: "、")
    return Message(
      "正在监视 \(list)，有变化并静止 2 秒后再核对（Ctrl-C 结束）",
      "watching \(paths.joined(separator: ", ")): checked again 2 s after the last change (Ctrl-C ends it)"
    )
  }

  static let watchingRules = Message(
    "正在监视规则文件，保存后再测试（Ctrl-C 结束）",
    "watching the rule files: tested again when one is saved (Ctrl-C ends it)")

  static let watchesText = Message(
    "--watch 不能与 --on、--format junit 或 json 同用",
    "--watch goes with neither --on nor --format junit or json")
}
