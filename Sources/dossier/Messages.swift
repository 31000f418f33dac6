internal import Model
internal import Pipeline
internal import Rules

/// A text of the command line; all of them are here and in the extensions beside.
struct Message {
  let text: LocalizedText

  init(_ chinese: String, _ english: String) {
    text = LocalizedText(chinese, english)
  }

  // Failures.

  static func refused(_ refusal: Session.Refusal) -> Message {
    switch refusal {
    case .unusablePath(let path, let reason): unusablePath(path, reason: reason)
    case .unusableRoster(let path, let reason): unusableRoster(path, reason: reason)
    case .nothingToCheck(let paths): nothingToCheck(paths)
    case .severalSubmissions: jsonOfOneSubmission
    case .outputAmongMaterials(let path): outputAmongMaterials(path)
    case .planAmongMaterials(let path): planAmongMaterials(path)
    }
  }

  static func unusablePath(_ path: String, reason: LocalizedText) -> Message {
    Message("无法检查 \(path)：\(reason.chinese)", "cannot check \(path): \(reason.english)")
  }

  private static func unusableRoster(_ path: String, reason: LocalizedText) -> Message {
    Message("无法使用名册 \(path)：\(reason.chinese)", "cannot use the roster \(path): \(reason.english)")
  }

  private static func nothingToCheck(_ paths: [String]) -> Message {
    Message(
      "\(paths.joined(separator: "、")) 中没有可检查的提交。一份提交是放有材料的目录。",
      "no submission in \(paths.joined(separator: ", ")); a submission is a folder with materials")
  }

  private static func outputAmongMaterials(_ path: String) -> Message {
    Message(
      "--output \(path)：报告会与材料混在一起，下次会被当作材料。请指定被检查目录之外的目录。",
      "--output \(path): the reports would stand among the materials and be taken for such next time; name a folder outside of what is checked"
    )
  }

  static func personalCopy(_ folder: String) -> Message {
    Message(
      "注意：\(folder) 中的更正清单含有未遮盖的个人信息，只交给本人，用后删除。",
      "careful: the correction lists in \(folder) hold personal data in full; give them to its owners alone, and delete them after use"
    )
  }

  static func missing(_ missing: Installation.Missing) -> Message {
    let places = missing.places.map { "\n  " + $0 }.joined()
    switch missing.part {
    case .rules:
      return Message(
        "找不到规则目录（应有 packs/ 或 materials/），已查找：\(places)\n请用 --rules 或 DOSSIER_HOME 指定；自己的规则包请用 --add-rules 加在内置规则旁边。",
        "no rules folder (with packs/ or materials/) in:\(places)\nname it with --rules or DOSSIER_HOME; own packs are added beside the built-in rules with --add-rules"
      )
    case .models:
      return Message(
        "找不到识别模型（*.onnx），已查找：\(places)\n在源码目录运行 make deps，或设置 DOSSIER_HOME。",
        "no recognition models (*.onnx) in:\(places)\nrun make deps in the checkout, or set DOSSIER_HOME"
      )
    }
  }

  static func unusableTrust(_ unusable: TrustFolder.Unusable) -> Message {
    let path = unusable.path
    return switch unusable.problem {
    case .unreadable:
      Message("--trust \(path)：目录不存在或无法读取。", "--trust \(path): no folder that can be read")
    case .empty:
      Message(
        "--trust \(path)：没有证书文件（.pem .crt .cer .der）。",
        "--trust \(path): no certificates (.pem .crt .cer .der) in it")
    case .noCertificate:
      Message("--trust：\(path) 中没有证书。", "--trust: there is no certificate in \(path)")
    }
  }

  static func notWritable(path: String, reason: String) -> Message {
    let reason = FailureWords.words(for: reason)
    return Message(
      "无法写入 \(path)：\(reason.chinese)。请用 --output 指定可写的目录。",
      "cannot write \(path): \(reason.english); name a writable folder with --output")
  }

  static func noRoom(path: String, reason: LocalizedText) -> Message {
    Message(
      "无法写入 \(path)：\(reason.chinese)。请腾出空间后重试；临时目录可用环境变量 TMPDIR 另行指定。",
      "cannot write \(path): \(reason.english); make room and try again, or name another folder for temporary files by TMPDIR"
    )
  }

  static func unusableBaseline(path: String, reason: LocalizedText) -> Message {
    Message(
      "基线 \(path) 无法使用：\(reason.chinese)。请给出早先的报告目录或 report.json。",
      "the baseline \(path) cannot be used: \(reason.english); name an earlier output folder or report.json"
    )
  }

  static func noDraft(_ refusal: DraftRun.Refusal) -> Message {
    Message(
      "未起草 \(refusal.path)：\(refusal.reason.chinese)。",
      "no draft for \(refusal.path): \(refusal.reason.english)")
  }

  static func drafted(_ path: String) -> Message {
    Message(
      "已起草 \(path)（含个人信息，仅本人可读）。请逐项核对，然后删去 drafted_from_materials 一行。",
      "drafted \(path) (personal data, readable by you alone); check each line, then delete drafted_from_materials"
    )
  }

  static func readerDoesNotStart(reason: LocalizedText) -> Message {
    Message(
      "读取进程无法启动：\(reason.chinese)。dossier doctor 会指出缺什么。",
      "the reader does not start: \(reason.english); dossier doctor says what is missing")
  }

  static func noSandbox(_ lacks: [String]) -> Message {
    let names = lacks.joined(separator: ", ")
    return Message(
      "内核没有 \(names)，读取进程不能完全隔离；--require-sandbox 要求隔离，未读取任何材料。请换用启用了它们的内核（5.13 以上），或去掉该选项。",
      "the kernel has no \(names), so readers cannot be shut in; --require-sandbox asks for it, and nothing was read. Use a kernel with them (5.13 or later), or leave the option out"
    )
  }

  static let rulesDoNotLoad = Message(
    "规则文件有误，未读取任何材料。修正后重试。",
    "the rule files do not load, so nothing was read; correct them and try again")

  static func noFormat(known: [String]) -> Message {
    Message(
      "--format 中没有写格式。可用：\(known.joined(separator: ","))。",
      "--format names no format; there are \(known.joined(separator: ","))")
  }

  static func unknownFormats(_ names: [String], known: [String]) -> Message {
    Message(
      "不支持的格式：\(names.joined(separator: "、"))。可用：\(known.joined(separator: ","))。",
      "no such format: \(names.joined(separator: ", ")); there are \(known.joined(separator: ","))")
  }

  static let parcelsNeedOutput = Message(
    "--parcels 需要用 --output 指定目录。", "--parcels needs a folder: name it with --output")

  static let clockIsWrong = Message(
    "系统时钟无效，请用 --as-of 指定核对日期。", "the clock of this machine is wrong; give --as-of")

  static let oneFormatOnOutput = Message(
    "没有 --output 时只能选一种格式，且只能是 text 或 json。",
    "without --output there can be one format, text or json")

  private static let jsonOfOneSubmission = Message(
    "多份提交的 JSON 需要 --output 目录。",
    "JSON of several submissions needs --output")

  static func interrupted(finished: Int, of total: Int) -> Message {
    Message(
      "已中断；\(total) 份提交中完成了 \(finished) 份，其报告完整。",
      "interrupted; \(finished) of \(total) submissions are done and their reports whole")
  }

  // Remarks and results.

  static func asOf(_ date: CalendarDate) -> Message {
    Message("核对日期：\(date.iso)", "as of \(date.iso)")
  }

  static func reportsAreIn(_ path: String) -> Message {
    Message("报告目录：\(path)", "reports: \(path)")
  }

  static func ruleErrors(_ rules: [String]) -> Message {
    Message(
      "规则自身出错：\(rules.joined(separator: "、"))。请交给规则作者。",
      "rules that failed themselves: \(rules.joined(separator: ", ")); tell the rule author")
  }

  static func progress(done: Int, of total: Int, perSecond: Double, secondsLeft: Int?) -> Message {
    let rate = (perSecond * 10).rounded() / 10
    let left = secondsLeft.map { (chinese: "，剩余约 \($0) 秒", english: ", about \($0) s left") }
    return Message(
      "\(done)/\(total) 个文件，每秒 \(rate) 个" + (left.map(\.chinese) ?? "…"),
      "\(done) of \(total) files, \(rate) a second" + (left.map(\.english) ?? "..."))
  }

  static func noHierarchy(file: String) -> Message {
    Message("\(file)：没有读到层级。", "\(file): no hierarchy was read")
  }

  static func notice(file: String, _ text: LocalizedText) -> Message {
    Message("\(file)：\(text.chinese)", "\(file): \(text.english)")
  }

  // Cache.

  static func cacheTrouble(_ trouble: CacheTrouble) -> Message {
    switch trouble {
    case .noPlace:
      Message(
        "没有缓存目录（HOME、XDG_CACHE_HOME、DOSSIER_CACHE 均未设置），本次不缓存。",
        "no place for a cache (HOME, XDG_CACHE_HOME and DOSSIER_CACHE are unset); nothing is kept")
    case .unusable(let path, let reason):
      Message(
        "无法使用缓存 \(path)：\(reason)。本次不缓存。",
        "the cache \(path) cannot be used: \(reason); nothing is kept")
    case .movedAside(let path):
      Message(
        "缓存文件已损坏或不是本版本的，已移到 \(path)，并新建缓存。确认无用后请删除它（含个人信息）。",
        "the cache was damaged or not of this version; it is now \(path) and a new one was begun. "
          + "Delete the old one (it may hold personal data)")
    }
  }

  static func cacheContents(path: String, count: Int, bytes: Int) -> Message {
    Message("\(count) 项，共 \(bytes) 字节：\(path)", "\(count) entries, \(bytes) bytes: \(path)")
  }

  static func cacheCleaned(count: Int) -> Message {
    Message("已删除 \(count) 项。", "removed \(count) entries")
  }

  static let cacheNotCleaned = Message(
    "无法清理缓存，请稍后重试，或直接删除缓存目录。",
    "the cache cannot be cleaned; try again later, or delete its folder")

  // Doctor.

  static let headReports = Message("报告格式（--format）", "report formats (--format)")
  static let headSources = Message("可读取的文件（按内容识别）", "files that can be read (by content)")
  static let fine = Message("正常", "ok")
  static let absent = Message("缺少", "missing")
  static let rulesFolder = Message("规则", "rules")
  static let models = Message("识别模型", "recognition models")
  static let reader = Message("读取进程（OpenVINO）", "reader (OpenVINO)")
  static let sandbox = Message("读取进程的隔离", "walls round readers")

  static func kernelLacks(_ lacks: [String]) -> Message {
    let names = lacks.joined(separator: ", ")
    return Message(
      "内核没有 \(names)：读取进程只受资源限制。请换用启用了它们的内核（5.13 以上），不要在这台机器上读取来历不明的文件",
      "the kernel has no \(names): readers are held by limits of resources alone. Use a kernel with them (5.13 or later), and read no strangers' files here"
    )
  }

  static let encodingsOfPDF = Message(
    "未嵌入字体的 PDF 所需的中文编码", "Chinese encodings of PDFs without their own fonts")
  static let fontsForForge = Message(
    "字体（dossier-forge 及未嵌入字体的 PDF）", "fonts (for dossier-forge and PDFs without their own)")

  static func pictureFormat(_ name: String) -> Message {
    Message("\(name) 图片", "\(name) pictures")
  }

  static func installByApt(_ packages: [String]) -> Message {
    let command = "apt-get install " + packages.joined(separator: " ")
    return Message("安装：\(command)", "get it: \(command)")
  }

  static let allIsThere = Message("一切就绪。", "everything is there")
  static let somethingIsMissing = Message(
    "缺少必需的部分，见上。", "something that is needed is missing, see above")
}
