internal import Ingest
internal import Model
internal import Pipeline

/// Texts about groups of submissions.
extension Message {
  static let noPath = Message(
    "请指明要核对的目录，或在集团目录中放一个 dossier.yaml（schema: dossier/project-v1）。例：dossier check 集团/ --output 报告",
    "name the folder to check, or put a dossier.yaml (schema: dossier/project-v1) into the group's folder; for example: dossier check group/ --output reports"
  )

  static let noPathToDraft = Message(
    "请指明要起草的目录，例：dossier init 公司甲/ 公司乙/；或写名册模板：dossier init --roster 名册.csv 集团/",
    "name the folders to draft for: dossier init a/ b/; or begin a roster: dossier init --roster roster.csv group/"
  )

  static func noRosterTemplate(_ refusal: RosterTemplateFile.Refusal) -> Message {
    Message(
      "未写名册 \(refusal.path)：\(refusal.reason.chinese)。",
      "no roster at \(refusal.path): \(refusal.reason.english)")
  }

  static func rosterTemplate(_ path: String, rows: Int) -> Message {
    Message(
      "已写入名册 \(path)（\(rows) 行目录）。填写后运行 dossier check 集团目录 --roster \(path)；不核对的列（区域、联系人等）可以自行增加。",
      "the roster \(path) is written, with \(rows) rows; fill it in, then run dossier check GROUP --roster \(path). Columns of your own (region, contact) may be added"
    )
  }

  /// Names of submissions whose reports are in the output folder and not of the run.
  static func reportsOfOthers(_ names: [String]) -> Message {
    let first = names.prefix(8)
    let isMore = first.count < names.count
    return Message(
      "报告目录中另有 \(names.count) 份旧报告不在这次核对之列，已逐份标明：\(first.joined(separator: "、"))\(isMore ? " 等" : "")。",
      "the output folder has reports of \(names.count) other submissions that are not in this run; each says so: \(first.joined(separator: ", "))\(isMore ? ", ..." : "")"
    )
  }

  static let projectDoesNotLoad = Message(
    "项目文件有误，未读取任何材料。修正后重试。",
    "the project file does not load, so nothing was read; correct it and try again")

  static func project(_ path: String, _ taken: [(key: ProjectWord, value: String)]) -> Message {
    guard !taken.isEmpty else {
      return Message("项目文件 \(path)：没有可取用的设置。", "project file \(path): nothing is taken from it")
    }
    let parts = taken.map {
      LocalizedText("\($0.key.words.chinese) \($0.value)", "\($0.key.words.english) \($0.value)")
    }
    return Message(
      "项目文件 \(path)：\(parts.map(\.chinese).joined(separator: "；"))",
      "project file \(path): \(parts.map(\.english).joined(separator: "; "))")
  }

  /// - Parameter known: The channels, each with its other names.
  static func unknownChannel(_ name: String, known: [String: [String]]) -> Message {
    let names = known.sorted { $0.key < $1.key }
    let nearest = NearestName.suggestion(for: name, among: names.flatMap { [$0.key] + $0.value })
    let list = names.map { channel, others in
      LocalizedText(others.first.map { "\(channel)（\($0)）" } ?? channel, channel)
    }
    let hint =
      nearest.map { LocalizedText("，是否为「\($0)」？", ", did you mean \"\($0)\"?") }
      ?? LocalizedText(
        "；可用：" + list.map(\.chinese).joined(separator: "、"),
        "; there are: " + list.map(\.english).joined(separator: ", "))
    return Message(
      "没有渠道「\(name)」\(hint.chinese)", "there is no channel \"\(name)\"\(hint.english)")
  }

  static func decided(_ decision: BatchDecision, count: Int) -> Message {
    let path = decision.path
    let why: LocalizedText? =
      switch decision.sign {
      case .declarations: LocalizedText("子目录有申报文件", "folders in it have declarations")
      case .roster: LocalizedText("名册写有其中的目录", "the roster names folders in it")
      case .folders: LocalizedText("其中只有目录", "it holds nothing but folders")
      case .companies: LocalizedText("其中有两家以上的公司", "it holds two companies or more")
      case .oneCompany, .saidSo: nil
      }
    guard let why else {
      return decision.sign == .saidSo
        ? Message("\(path)：按一份提交核对（--single）", "\(path): checked as one submission (--single)")
        : Message(
          "\(path)：按一份提交核对（子目录看不出是各家公司；若是，请用 --roster 名册或逐个给出目录）",
          "\(path): checked as one submission (nothing says that its folders are companies; if they are, give a --roster, or name each folder)"
        )
    }
    return Message(
      "\(path)：按批次核对，共 \(count) 份（\(why.chinese)；若其实是一家公司，请加 --single）",
      "\(path): checked as a batch of \(count) (\(why.english); if it is one company, say --single)"
    )
  }

  static func others(_ count: Int) -> Message {
    Message(
      "同一索引中的其余 \(count) 份一并更新（没有改动的不重读，也不显示）",
      "the other \(count) of the same index are brought up to date with it (what did not change is not read again, nor shown)"
    )
  }

  static func roster(_ roster: RosterSummary) -> Message {
    let labels = roster.labels
    let elsewhere =
      roster.elsewhere == 0
      ? LocalizedText("", "")
      : LocalizedText(
        "；其中 \(roster.elsewhere) 家不在所给的路径中，这次没有核对",
        "; \(roster.elsewhere) of them lie outside of the paths given, and are not checked now")
    return Message(
      "名册 \(roster.file)：\(roster.rowCount) 行"
        + (roster.isByCompany ? "；没有「文件夹」列，按企业名称对应目录" : "")
        + (labels.isEmpty ? "" : "；另保留列（不核对）：" + labels.joined(separator: "、"))
        + elsewhere.chinese,
      "roster \(roster.file): \(roster.rowCount) rows"
        + (roster.isByCompany
          ? "; no column \"folder\": folders are found by the companies' names" : "")
        + (labels.isEmpty ? "" : "; columns kept, not checked: " + labels.joined(separator: ", "))
        + elsewhere.english)
  }
}
