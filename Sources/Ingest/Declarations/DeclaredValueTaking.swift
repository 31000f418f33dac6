internal import Model
internal import Schema

/// What came of the value under a key, in a declaration or in a roster's cell.
struct TakenValue {
  var facts: [Fact] = []
  var notices: [Notice] = []
  var unread: [Declaration.UnreadValue] = []
}

/// Takes values of declared keys, and says what is wrong with the others.
struct DeclaredValueTaking {
  let file: String

  /// - Parameter details: Of notices: `line`, `column` and `key` as it is written.
  func taken(
    _ node: YAMLNode, path: String, type: DeclaredType, raw: String?, _ details: [String: String]
  ) -> TakenValue {
    var taken = TakenValue()
    func note(_ code: NoticeCode, _ more: [String: String]) {
      taken.notices.append(
        Notice(
          file: file, stage: .declare, code: code,
          details: details.merging(more) { _, new in new }))
    }
    var node = node
    if let (meant, found) = DeclaredValue.misspelt(node, type: type) {
      note(
        .declarationMisspelt,
        DeclarationWords.misspelt(found, meant: meant.word, isRead: meant.isSure)
          .merging(["fact": FactOrigin.declaredKey(path)]) { own, _ in own })
      if meant.isSure {
        node = YAMLNode(content: .scalar(meant.word, .quoted), position: node.position)
      }
    } else if let form = DeclaredValue.personalForm(of: node, type: type) {
      note(
        .declarationBadValue,
        ["fact": FactOrigin.declaredKey(path)].with("expected", type.title)
          .with("found", DeclarationWords.personal(form, node.text)))
    } else if DeclaredValue.facts(of: node, type: type) == nil {
      note(.declarationBadValue, wrong(node, path: path, type: type))
    }
    guard let values = DeclaredValue.facts(of: node, type: type),
      DeclaredValue.personalForm(of: node, type: type) == nil
    else {
      taken.unread = [.init(path: path, type: type, file: file, position: node.position)]
      return taken
    }
    for (found, meant) in DeclaredValue.mistakes(in: node, type: type) {
      note(.declarationWordMistaken, ["found": found, "meant": meant])
    }
    let evidence = Evidence(file: file, method: .declared, raw: raw, position: node.position)
    taken.facts = values.map { suffix, value in
      Fact(
        key: FactOrigin.declaredKey(path + suffix), value: value, confidence: 1,
        evidence: [evidence])
    }
    return taken
  }

  private func wrong(_ node: YAMLNode, path: String, type: DeclaredType) -> [String: String] {
    var details = ["fact": FactOrigin.declaredKey(path)].with("expected", type.words)
    if let text = node.text {
      details["found"] = String(text.prefix(40))
      // What is no number and no date may be anything, a person's name too.
      if !DeclarationWords.isHarmless(value: text) { details[Notice.hiddenDetails] = "found" }
    } else {
      details.set("found", to: node.shape)
    }
    return details
  }
}

/// Texts and details of notices about declarations.
enum DeclarationWords {
  /// What was typed, where, and what to type.
  static func notice(of slip: TypingSlip, lines: [Int], key: String?, in file: String) -> Notice {
    let list = ranges(lines)
    let outcome =
      slip == .hashInValue
      ? LocalizedText("该值未采用。", "the value was not used.")
      : LocalizedText("已按本意读取。", "it was read as it is meant.")
    // allowed: there is a line
    let details = ["line": lines.first.map(String.init) ?? "1", "column": "1"]
      .with("lines", LocalizedText(list.joined(separator: "、"), list.joined(separator: ", ")))
      .with("what", slip.what).with("remedy", slip.remedy(key: key)).with("outcome", outcome)
    return Notice(
      file: file, stage: .declare,
      code: slip == .hashInValue ? .declarationValueCut : .declarationSlip, details: details)
  }

  /// `4-10`, `12`.
  private static func ranges(_ lines: [Int]) -> [String] {
    var ranges: [ClosedRange<Int>] = []
    for line in Set(lines).sorted() {
      if let last = ranges.last, last.upperBound == line - 1 {
        ranges[ranges.count - 1] = last.lowerBound...line
      } else {
        ranges.append(line...line)
      }
    }
    return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
  }

  /// - Parameter isRead: Whether it was read as what is meant.
  static func misspelt(_ found: String, meant: String, isRead: Bool) -> [String: String] {
    let outcome =
      isRead
      ? LocalizedText("已按「\(meant)」读取，请改正", "it was read as \"\(meant)\"; correct it")
      : LocalizedText("是否想写「\(meant)」？该项未读取", "Did you mean \"\(meant)\"? It was not read")
    return ["found": found, "meant": meant].with("outcome", outcome)
  }

  /// `身份证号 440…`, which reports mask by its form.
  static func personal(_ form: PersonalForm, _ text: String?) -> LocalizedText {
    let text = text.map { " " + $0 } ?? ""  // allowed: only texts have such a form
    return LocalizedText(form.words.chinese + text, form.words.english + text)
  }

  /// Whether a value that could not be read holds nothing but digits and the signs of dates and amounts.
  static func isHarmless(value: String) -> Bool {
    value.allSatisfy { $0.isASCII && !$0.isLetter || "年月日号万亿元人民币整约，。、％：".contains($0) }
  }
}
