internal import Model

/// Says what rules wait for, and what to do about it.
struct CauseWords {
  let finder: CauseFinder
  let rules: [String: Rule]

  private var facts: FactSet { finder.facts }
  private var circumstances: Circumstances { finder.circumstances }

  /// What is said of one subject.
  struct Text {
    var title: LocalizedText
    var message: LocalizedText
    var fix: LocalizedText
  }

  /// The finding that tells it.
  ///
  /// - Parameters:
  ///   - own: what is told under it.
  ///   - others: what waits for it too and is told elsewhere.
  func finding(of subject: CauseSubject, own: [Finding], others: [Finding]) -> Finding {
    let unknown = (own + others).flatMap(\.unknown).filter { unknown in
      finder.subjects(of: unknown).contains(subject)
    }.uniqued()
    let text = text(of: subject, unknown, own + others)
    if own.count == 1, others.isEmpty, subject.isOfReading {
      var finding = own[0]
      finding.fix = text.fix
      return finding
    }
    let all = own + others
    var finding = Finding(
      // No rule's: what it is stands where the rule's id would.
      rule: all.min { ($0.weight, $0.rule) < ($1.weight, $1.rule) }?.rule ?? subject.kind.rawValue,
      severity: all.map(\.severity).max() ?? subject.ownSeverity, verdict: .cannotTell,
      title: text.title, message: text.message, fix: text.fix,
      facts: Set(unknown.map(\.fact)).subtracting([UnknownWords.materialsKey]).sorted(),
      element: element(of: subject), unknown: unknown)
    finding.waiting = own.isEmpty ? others : own
    if case .answers = subject { finding.tags = ["owner:it"] }
    return finding
  }

  private func element(of subject: CauseSubject) -> String? {
    switch subject {
    case .declaration: circumstances.declarationFile
    case .answers: MailQuestions(facts: facts).domain
    case .unread(let code): files(lostBy: code)
    default: subject.file
    }
  }

  private func text(
    of subject: CauseSubject, _ unknown: [Finding.Unknown], _ waiting: [Finding]
  ) -> Text {
    let labels = labels(unknown)
    switch subject {
    case .declaration: return brokenDeclaration
    case .draft:
      return Text(
        title: LocalizedText("申报由工具起草，尚未确认", "The declaration is a draft"),
        message: LocalizedText(
          "申报内容由材料起草，尚未经人核对，与材料比对没有意义",
          "it was drafted from the materials and nobody has confirmed it, so comparing the two tells nothing"
        ),
        fix: LocalizedText(
          "核对 declared.yaml 后删去 drafted_from_materials 一行，再检查",
          "check declared.yaml, delete its line drafted_from_materials, and check again"))
    case .unread(let code): return unread(code, waiting)
    case .unknownFile(let file): return unknownFile(file)
    case .undeclared: return undeclared(unknown, labels)
    case .declaredValue(let key): return declaredValue(key)
    case .undelivered(let kind):
      let title = finder.catalogue.title(of: kind)
      return Text(
        title: LocalizedText("缺少「\(title.chinese)」", "There is no \(title.english)"),
        message: LocalizedText(
          "没有交来「\(title.chinese)」，因此不知道：\(labels.chinese)",
          "no \(title.english) was handed in, so these are not known: \(labels.english)"),
        fix: LocalizedText("补充「\(title.chinese)」", "add the \(title.english)"))
    case .answers(let kind):
      let questions = MailQuestions(facts: facts)
      return Text(
        title: LocalizedText("证据中没有所需的查询结果", "The evidence lacks answers that are needed"),
        message: LocalizedText(
          "材料中没有能说明这些的查询结果：\(labels.chinese)",
          "no answer among the materials tells: \(labels.english)"),
        fix: questions.fix(ofAnswers: kind, to: unknown.map(\.fact)))
    case .conflict(let key):
      let label = finder.catalogue.words(of: key)
      return Text(
        title: LocalizedText(
          "不同材料中的「\(label.chinese)」不一致", "Documents disagree about \(label.english)"),
        message: LocalizedText(
          "「\(label.chinese)」在不同材料中读出的内容不同，不知以哪一份为准",
          "\(label.english) reads differently in different documents, and which one counts is not known"
        ),
        fix: LocalizedText(
          "核对原件，只留下正确的一份；都正确时，在 confirmed.yaml 中写明该值",
          "compare with the originals and keep the right one only; where all are right, state the value in confirmed.yaml"
        ))
    case .values(let file): return values(in: file, unknown)
    }
  }

  private var brokenDeclaration: Text {
    let notices = circumstances.notices.filter { $0.code == .declarationInvalid }
    let file = circumstances.declarationFile
    return Text(
      title: LocalizedText("申报文件读不了", "The declaration cannot be read"),
      message: LocalizedText(
        notices.map(\.message.chinese).joined(separator: "；"),
        notices.map(\.message.english).joined(separator: "; ")),
      fix: LocalizedText(
        "改正 \(file) 中的这一处，再检查；在此之前不与申报比对",
        "correct this in \(file) and check again; nothing is compared with it before"))
  }

  /// `附件.zip`, or `a.pdf (+2)` where there are others.
  private func files(lostBy code: NoticeCode) -> String? {
    let files = circumstances.losses(by: code).files
    return files.first.map { files.count == 1 ? $0 : "\($0) (+\(files.count - 1))" }
  }

  private func unread(_ code: NoticeCode, _ waiting: [Finding]) -> Text {
    let losses = circumstances.losses(by: code)
    // Several lost pages are told one by one; one reason for all that an archive holds is enough.
    let reasons = losses.notices.map(\.message).uniqued().prefix(3)
    var message = LocalizedText(
      reasons.map(\.chinese).joined(separator: ""), reasons.map(\.english).joined(separator: "; "))
    if losses.files.count > 1 {
      let (count, first) = (losses.files.count, losses.files.prefix(5))
      let hasMore = count > first.count
      message.chinese +=
        "共 \(count) 个文件：\(first.joined(separator: "、"))\(hasMore ? " 等" : "")。"
      message.english +=
        "; \(count) files: \(first.joined(separator: ", "))\(hasMore ? ", ..." : "")"
    }
    let kinds = missingKinds(waiting)
    if !kinds.chinese.isEmpty {
      message.chinese += "在读到它之前，无法判断其中有没有：\(kinds.chinese)"
      message.english +=
        "; until it is read, nobody can tell whether these are in it: \(kinds.english)"
    }
    return Text(
      title: LocalizedText("文件没有读出", "A file was not read"), message: message,
      fix: LocalizedText(
        "换成能打开的文件；它若不是所需材料，请移出文件夹",
        "replace it with one that opens; if it is none of the materials, take it out of the folder")
    )
  }

  private func unknownFile(_ file: String) -> Text {
    let extraction = circumstances.extraction(of: file)
    let isPicture = extraction?.mediaType.rawValue.hasPrefix("image/") == true
    let notices = [extraction].compactMap { $0?.notices }.flatMap(\.self)
    let kinds = Set(notices.flatMap(\.resembledKinds)).sorted()
    let titles = kinds.map(finder.catalogue.title)
    let part = circumstances.doubts(of: file).first { $0.code.mayHide != nil }
    let isBeyondReading = facts.hidingFiles.contains {
      $0.file == file && $0.contents == .anything
    }
    let message =
      part?.message
      ?? (isBeyondReading
        ? LocalizedText(
          "画面看不清，认不出是什么，没有采用", "the picture is too poor to tell what it shows; it was not used")
        : kinds.isEmpty
          ? LocalizedText(
            "内容不像任何一种材料，没有采用", "what it says is like none of the materials; it was not used")
          : LocalizedText(
            "内容像\(titles.map { "「\($0.chinese)」" }.joined(separator: "、"))，但不能确定，没有采用",
            "it resembles \(titles.map(\.english).joined(separator: ", ")), but not surely; it was not used"
          ))
    return Text(
      title: LocalizedText("不知道是什么文件", "A file of no known kind"), message: message,
      fix: isPicture
        ? LocalizedText(
          "若是所需材料，请重新拍摄或扫描，使标题和文字完整清晰；若不是，请移出文件夹",
          "if it is one of the materials, photograph or scan it again with its title and text whole and sharp; if not, take it out of the folder"
        )
        : LocalizedText(
          "若是所需材料，请核对文件内容是否完整、标题是否写明；若不是，请移出文件夹",
          "if it is one of the materials, see that it is whole and says what it is; if not, take it out of the folder"
        ))
  }

  private func undeclared(_ unknown: [Finding.Unknown], _ labels: LocalizedText) -> Text {
    let file = circumstances.declarationFile
    if circumstances.notices.contains(where: { $0.code == .declarationMissing }) {
      return Text(
        title: LocalizedText("没有申报文件", "There is no declaration"),
        message: LocalizedText(
          "文件夹中没有 \(file)，没有可与材料比对的申报内容",
          "there is no \(file) in the folder, so there is nothing to compare the materials with"),
        fix: LocalizedText(
          "用 dossier init 起草 \(file)，核对后再检查",
          "draft \(file) with `dossier init`, confirm it, and check again"))
    }
    let paths = unknown.map { String($0.fact.dropFirst("declared.".count)) }.uniqued().sorted()
    return Text(
      title: LocalizedText("有内容没有申报", "Something is not declared"),
      message: LocalizedText("没有申报：\(labels.chinese)", "not declared: \(labels.english)"),
      fix: LocalizedText(
        "在 \(file) 中补填：\(paths.joined(separator: "、"))",
        "add to \(file): \(paths.joined(separator: ", "))"))
  }

  private func declaredValue(_ key: String) -> Text {
    let label = finder.catalogue.words(of: key)
    let details = circumstances.notices.map(\.details).first { $0["fact"] == key }
    func detail(_ name: String, _ locale: ReportLocale) -> String? {
      details?[name] ?? details?[name + "@" + locale.rawValue]
    }
    var message = LocalizedText(
      "申报的「\(label.chinese)」看不懂，未采用",
      "the declared \(label.english) was not understood and not used")
    if let line = details?["line"] {
      message.chinese += "（第 \(line) 行）"
      message.english += " (line \(line))"
    }
    if let chinese = detail("expected", .chinese), let english = detail("expected", .english) {
      message.chinese += "；应为\(chinese)"
      message.english += "; it should be \(english)"
    }
    return Text(
      title: LocalizedText(
        "申报的「\(label.chinese)」看不懂", "The declared \(label.english) was not understood"),
      message: message,
      fix: LocalizedText(
        "在 \(circumstances.declarationFile) 中按要求的形式改写",
        "write it in \(circumstances.declarationFile) in the form that is asked for"))
  }

  private func values(in file: String, _ unknown: [Finding.Unknown]) -> Text {
    func names(_ state: FactState) -> LocalizedText? {
      let own = unknown.filter { $0.state == state }
      return own.isEmpty ? nil : labels(own)
    }
    let unread = names(.unread).map {
      LocalizedText("没有读出：\($0.chinese)", "not read: \($0.english)")
    }
    let doubtful = names(.doubtful).map {
      LocalizedText("读得不够确定：\($0.chinese)", "not read surely enough: \($0.english)")
    }
    let parts = [unread, doubtful].compactMap(\.self)
    return Text(
      title: LocalizedText("有内容没有读准", "Some values were not read surely"),
      message: LocalizedText(
        parts.map(\.chinese).joined(separator: "；"), parts.map(\.english).joined(separator: "; ")),
      fix: ReadingRemedy(file: file, facts: Set(unknown.map(\.fact)), circumstances).fix)
  }

  /// What the rules miss that wait for a file.
  private func missingKinds(_ waiting: [Finding]) -> LocalizedText {
    let asked = waiting.flatMap { finding -> [MaterialKind] in
      guard let rule = rules[finding.rule] else { return [] }
      let required = rule.check.names.filter { $0.hasPrefix(NameSpace.materials) }
        .map { MaterialKind(rawValue: String($0.dropFirst(NameSpace.materials.count))) }
      return rule.materials + required + [rule.iteration?.kind].compactMap(\.self)
    }
    let titles = Set(asked).subtracting(facts.kinds).sorted().map(finder.catalogue.title)
    return LocalizedText(
      titles.map(\.chinese).joined(separator: "、"), titles.map(\.english).joined(separator: ", "))
  }

  private func labels(_ unknown: [Finding.Unknown]) -> LocalizedText {
    let words = unknown.map { finder.catalogue.words(of: $0.fact) }.uniqued()
    return LocalizedText(
      words.map(\.chinese).joined(separator: "、"), words.map(\.english).joined(separator: ", "))
  }
}

extension CauseSubject {
  /// Whether a rule that waits for it alone says best what is the matter.
  fileprivate var isOfReading: Bool {
    switch self {
    case .values, .conflict, .undelivered: true
    case .declaration, .unread, .unknownFile, .draft, .undeclared, .declaredValue, .answers:
      false
    }
  }

  /// How much it matters where no rule waits for it.
  fileprivate var ownSeverity: Severity {
    switch self {
    case .declaration: .error
    case .unknownFile: .note
    default: .warning
    }
  }
}
