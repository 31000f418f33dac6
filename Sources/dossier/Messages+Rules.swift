internal import Model
internal import Rules

// What the commands for rule authors say.
extension Message {
  static func noPack(_ name: String, _ refusal: PackScaffold.Refusal) -> Message {
    switch refusal {
    case .notAnID(let suggestion):
      Message(
        "规则包编号「\(name)」：编号由小写英文、数字和连字符组成，例如 dossier rules new \(suggestion)",
        "the pack's id \"\(name)\": an id is of small letters, digits and hyphens, as in dossier rules new \(suggestion)"
      )
    case .taken(let pack):
      Message(
        "规则包编号「\(name)」与已有的规则包 \(pack) 冲突，请换一个，例如 my-\(name)",
        "the pack's id \"\(name)\" collides with the pack \(pack), which is there already; take another, such as my-\(name)"
      )
    }
  }

  static let testNeedsRuleAndCase = Message(
    "由真实提交写测试须同时指定提交和规则：dossier rules test --on 提交目录 --rule LIC-NAME-001",
    "a test from a real case needs the submission and the rule: dossier rules test --on SUBMISSION --rule LIC-NAME-001"
  )

  static func pasteTest(_ draft: RuleTestDraft) -> Message {
    let place =
      draft.column.map { column in
        LocalizedText(
          "把下面的文字插入 \(draft.file) 第 \(draft.line) 行第 \(column) 列的括号之前",
          "insert this text before the bracket at line \(draft.line), column \(column) of \(draft.file)"
        )
      }
      ?? LocalizedText(
        "把下面几行粘贴到 \(draft.file) 第 \(draft.line) 行之后",
        "paste these lines after line \(draft.line) of \(draft.file)")
    return Message(
      "\(place.chinese)（规则 \(draft.rule)，结论 \(draft.verdict.rawValue)；个人信息已换成虚构的，企业信息请自行核对）：",
      "\(place.english) (rule \(draft.rule), verdict \(draft.verdict.rawValue); personal values are invented, look at those of the company yourself):"
    )
  }

  /// - Parameter submission: A folder of which nothing could be read.
  static func nothingToTestOn(_ submission: String) -> Message {
    Message(
      "\(submission) 中没有能读取的材料，没有事实可以写成测试；请指定一份交了材料的提交（文件在压缩包中时，请确认能打开）。",
      "nothing could be read in \(submission), so there are no facts for a test; name a submission whose materials are there (and open)"
    )
  }

  static func testDiffers(_ draft: RuleTestDraft) -> Message {
    Message(
      "注意：按这些事实，测试得不出 \(draft.verdict.rawValue)：该结论还取决于原文图像或其他文件。粘贴后请用 dossier rules test 核对，并按需修改。",
      "careful: from these facts alone the test does not come to \(draft.verdict.rawValue), which hangs on the picture or other files too; paste it, run dossier rules test, and change it as need be"
    )
  }

  static func folderIsTaken(_ folder: String) -> Message {
    Message(
      "\(folder) 已存在且不是空目录，不会覆盖；请换一个编号，或用 --output 指定新目录。",
      "\(folder) is there already and not empty, and is not overwritten; take another name, or name a new folder with --output"
    )
  }

  static func madePack(_ scaffold: PackScaffold, in folder: String) -> Message {
    let commands = [
      "dossier rules lint --add-rules \(folder)",
      "dossier rules test --add-rules \(folder) --filter \(scaffold.id)",
    ].map { "\n  " + $0 }.joined()
    let file = folder + "/" + scaffold.packPath
    return Message(
      "已建立 \(file)：规则 \(scaffold.ruleID)，测试 \(PackScaffold.testCount) 项。接下来：\(commands)\n  dossier check 提交目录 --add-rules \(folder)",
      "made \(file): the rule \(scaffold.ruleID) with \(PackScaffold.testCount) tests; next:\(commands)\n  dossier check SUBMISSION --add-rules \(folder)"
    )
  }

  static func rulesAreFine(folders: [String], warnings: Int) -> Message {
    Message(
      "规则可以加载（\(warnings) 条提醒）：\(folders.joined(separator: "、"))",
      "the rules load (\(warnings) warnings): \(folders.joined(separator: ", "))")
  }

  /// - Parameter ending: Of the page to begin with, `html` or `md`.
  static func wroteDocs(_ count: Int, to folder: String, ending: String) -> Message {
    Message(
      "已写入 \(count) 页：\(folder)，从 \(folder)/zh-CN/index.\(ending) 看起",
      "\(count) pages written: \(folder); begin with \(folder)/en/index.\(ending)")
  }

  static func explainsOneSubmission(_ path: String) -> Message {
    Message("\(path) 不是一份提交；请指定其中一份。", "\(path) is not one submission; name one of it")
  }

  static func noSuchRule(_ rule: String, nearest: String?) -> Message {
    let hint = nearest.map { ("，是否为 \($0)？", "; did you mean \($0)?") } ?? ("", "")
    return Message("没有规则 \(rule)\(hint.0)", "there is no rule \(rule)\(hint.1)")
  }

  static func noRuleTests(filter: String) -> Message {
    Message("没有名称含“\(filter)”的规则测试。", "no rule test matches \(filter)")
  }

  static func unusableAddition(_ unusable: AddedRules.Unusable) -> Message {
    let folder = unusable.folder
    let make = ("用 dossier rules new 名称 可新建一个", "dossier rules new NAME makes one")
    return switch unusable.problem {
    case .missing:
      Message(
        "--add-rules \(folder)：没有这个目录。请核对路径；\(make.0)。",
        "--add-rules \(folder): there is no such folder; check the path, or \(make.1)")
    case .isFile:
      Message(
        "--add-rules \(folder)：这是文件。请给出它所在的目录。",
        "--add-rules \(folder): this is a file; name the folder that holds it")
    case .unreadable:
      Message(
        "--add-rules \(folder)：目录不能读取，请检查权限。",
        "--add-rules \(folder): the folder cannot be read; check its permissions")
    case .empty:
      Message(
        "--add-rules \(folder)：目录是空的。规则文件放在 \(folder)/packs/ 中；\(make.0)。",
        "--add-rules \(folder): the folder is empty; rule files go into \(folder)/packs/; \(make.1)"
      )
    case .noRules:
      Message(
        "--add-rules \(folder)：其中没有规则包（packs/*.yaml）、材料定义（materials/*.yaml）或申报项（declared.yaml）；\(make.0)。",
        "--add-rules \(folder): there are no packs (packs/*.yaml), materials (materials/*.yaml) or declared keys (declared.yaml) in it; \(make.1)"
      )
    }
  }
}
