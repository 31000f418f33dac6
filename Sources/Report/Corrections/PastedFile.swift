internal import Model

/// The files in which persons answer for what a machine cannot tell.
enum PastedFile {
  case confirmed, waivers

  var advice: LocalizedText {
    switch self {
    case .confirmed:
      LocalizedText(
        "由看过原件的人把纸面内容填入 value、姓名填入 by，存为该目录下的 confirmed.yaml，再检查一次；只留下看过的行：",
        "whoever has seen the paper writes what it says into value and their name into by, saves this as confirmed.yaml in the folder and checks again; only lines that were looked at stay:"
      )
    case .waivers:
      LocalizedText(
        "由负责人填写 reason 和 owner，存为该目录下的 waivers.yaml，再检查一次；只留下核实过的行：",
        "whoever answers for it fills in reason and owner, saves this as waivers.yaml in the folder and checks again; only lines that were looked into stay:"
      )
    }
  }

  /// The whole file as a fenced block of Markdown.
  func block(_ entries: [PastedEntry]) -> String {
    // Names of files are quoted as JSON, so no line can end the block.
    "\n```yaml\n" + text(entries) + "```\n"
  }

  /// The whole file.
  func text(_ entries: [PastedEntry]) -> String {
    let head =
      switch self {
      case .confirmed: "schema: dossier/confirmed-v1\nfacts:\n"
      case .waivers: "schema: dossier/waivers-v1\nwaivers:\n"
      }
    return head + entries.map { "  - \($0.yaml)\n" }.joined()
  }
}
