internal import CEL
internal import Model

/// Puts a verdict into words.
struct FindingWriter {
  let member: RuleSet.Member
  let judged: JudgedFacts
  let severity: Severity
  let element: AssembledDocument?
  let reader: FactReader

  private var rule: Rule { member.rule }
  private var pack: Pack { member.pack }
  private var facts: FactSet { judged.set }
  private var catalogue: FactCatalogue { judged.catalogue }

  /// A failure, with the values that the check compared.
  func failure(_ reader: FactReader, _ names: [String]) -> Finding {
    let comparison = FailedComparison(rule.check, pack, reader)
    var finding = finding(.fail, rule.message.text, names)
    finding.fix = rule.fix?.text
    add(comparison, to: &finding, reader)
    return finding
  }

  /// Unknown facts keep the rule from deciding.
  func open(
    _ unknown: Set<String>, _ names: [String], tentative: Verdict?, _ doubtful: FactReader
  ) -> Finding {
    var words = UnknownWords(facts: facts, catalogue: catalogue, reader: reader)
    for name in unknown.sorted() { words.add(name) }
    var finding = finding(.cannotTell, words.message, names + unknown)
    finding.arguments = words.arguments
    finding.unknown = words.unknown
    finding.fix = words.fix
    finding.tentative = tentative
    if tentative == .fail {
      let comparison = FailedComparison(rule.check, pack, doubtful)
      set(comparison, in: &finding)
    }
    return finding
  }

  /// Documents that it needs may be in files whose kind is not known.
  func missingMaterials(_ kinds: [MaterialKind], _ names: [String]) -> Finding {
    var words = UnknownWords(facts: facts, catalogue: catalogue, reader: reader)
    for kind in kinds.sorted() { words.add(NameSpace.materials + kind.rawValue) }
    var finding = finding(.cannotTell, words.message, names)
    finding.arguments = words.arguments
    finding.unknown = words.unknown
    finding.fix = words.fix
    return finding
  }

  /// The declaration was made from the materials: comparing the two would tell nothing.
  func drafted(_ names: [String]) -> Finding {
    var finding = finding(
      .cannotTell,
      LocalizedText(
        "无法判断：申报内容由材料起草，尚未经人核对",
        "cannot tell: the declaration was drafted from the materials and nobody has confirmed it"),
      names)
    finding.fix = LocalizedText(
      "核对 declared.yaml 后删去 drafted_from_materials 一行",
      "check declared.yaml, then delete its line drafted_from_materials")
    return finding
  }

  /// The rule itself failed.
  func defect(_ error: CELError, _ names: [String]) -> Finding {
    let code = error.code.rawValue
    let detail = error.detail.isEmpty ? ("", "") : ("（{error.detail}）", " ({error.detail})")
    var finding = finding(
      .ruleError,
      LocalizedText("规则出错：\(code)" + detail.0, "the rule failed: \(code)" + detail.1), names)
    // A key that was looked up is a document's text.
    finding.arguments["error.detail"] = Quotation(
      error.detail, source: .derived(finding.facts))
    finding.fix = LocalizedText("这是规则的缺陷，请告知规则作者", "this is a defect of the rule: tell its author")
    return finding
  }

  private func finding(
    _ verdict: Verdict, _ message: LocalizedText, _ names: [String]
  ) -> Finding {
    Finding(
      rule: rule.id, severity: severity, verdict: verdict, title: rule.title, message: message,
      facts: keys(names), element: element.map(elementName), document: element?.id,
      basis: rule.basis, tags: rule.tags)
  }

  /// The keys of the facts among the names that were read, sorted.
  private func keys(_ names: [String]) -> [String] {
    Set(
      names.compactMap { name -> String? in
        if name.hasPrefix(NameSpace.materials) { return UnknownWords.materialsKey }
        return catalogue[reader.key(name)].map(\.key)
      }
    ).sorted()
  }

  /// The document's file, with the 1-based page where the file has several of its kind.
  private func elementName(_ document: AssembledDocument) -> String {
    let siblings = facts.elements(of: document.kind).filter { $0.file == document.file }
    guard siblings.count > 1 else { return document.file }
    let page = document.pages.first.map { "#\($0 + 1)" } ?? "#" + document.id
    return document.file + page
  }

  // MARK: Placeholders

  private func add(_ comparison: FailedComparison, to finding: inout Finding, _ reader: FactReader)
  {
    set(comparison, in: &finding)
    let placeholders = [rule.message, rule.fix].compactMap { $0?.placeholders }.flatMap(\.self)
    for placeholder in placeholders {
      finding.arguments[placeholder.text] = quotation(placeholder, comparison, reader)
    }
    guard placeholders.contains(where: { $0.content == .detail }) else { return }
    var detail = comparison.detail ?? LocalizedText("不符合", "it does not hold")
    if rule.message.isDefault, !comparison.tellsValues {
      let read = valuesRead(reader, &finding)
      detail = LocalizedText(detail.chinese + read.chinese, detail.english + read.english)
    }
    finding.arguments.merge(comparison.arguments) { first, _ in first }
    finding.message = Self.insert(detail, into: finding.message)
    finding.fix = finding.fix.map { Self.insert(detail, into: $0) }
    finding.arguments["check.expected"] = comparison.expected ?? Quotation("?")
    finding.arguments["check.actual"] = comparison.actual ?? Quotation("?")
    finding.arguments["check.whole"] = comparison.whole ?? Quotation("?")
  }

  private static let mostValues = 6

  /// The facts that the check read, each with its value: an expression says itself what it compares, to those who read it.
  private func valuesRead(_ reader: FactReader, _ finding: inout Finding) -> LocalizedText {
    let names = rule.check.names.filter { catalogue[reader.key($0)] != nil && reader.isKnown($0) }
    var (chinese, english): ([String], [String]) = ([], [])
    for name in names.sorted().prefix(Self.mostValues) {
      let key = reader.key(name)
      guard let value = reader.resolve(name)?.value else { continue }
      let argument = "check.read." + name
      var quotation = value.quotation(nil, catalogue, source: .value(key))
      quotation.document = reader.document(ofFact: key)
      finding.arguments[argument] = quotation
      let words = catalogue.words(of: key)
      chinese.append("\(words.chinese)「{\(argument)}」")
      english.append("\(words.english) \"{\(argument)}\"")
    }
    guard !chinese.isEmpty else { return LocalizedText("", "") }
    return LocalizedText(
      "（读到：\(chinese.joined(separator: "，"))）", " (read: \(english.joined(separator: ", ")))")
  }

  private func missing(
    _ comparison: FailedComparison, _ formatter: MessageTemplate.Formatter?
  ) -> Quotation {
    guard let (list, source) = comparison.unwanted else {
      return comparison.actual ?? Quotation("?")
    }
    return list.quotation(formatter, catalogue, source: source)
  }

  /// The verb's words take the place of their placeholder and bring placeholders of their own.
  private static func insert(_ detail: LocalizedText, into message: LocalizedText) -> LocalizedText
  {
    func insert(_ detail: String, _ text: String) -> String {
      text.split(separator: "{check.detail}", omittingEmptySubsequences: false)
        .joined(separator: detail)
    }
    return LocalizedText(
      insert(detail.chinese, message.chinese), insert(detail.english, message.english))
  }

  private func set(_ comparison: FailedComparison, in finding: inout Finding) {
    finding.valueRelation = comparison.relation
    finding.expected = comparison.expected
    finding.actual = comparison.actual
  }

  private func quotation(
    _ placeholder: MessageTemplate.Placeholder, _ comparison: FailedComparison, _ reader: FactReader
  ) -> Quotation? {
    switch placeholder.content {
    case .fact(let path, let key):
      guard let value = reader.resolve(path)?.value else { return Quotation("?") }
      var quotation = value.quotation(placeholder.formatter, catalogue, source: .value(key))
      quotation.document = reader.document(ofFact: key)
      return quotation
    case .parameter(let name):
      return pack.parameters[name].map { $0.value.quotation(placeholder.formatter, catalogue) }
    case .expected: return comparison.expected ?? Quotation("?")
    case .missing: return missing(comparison, placeholder.formatter)
    case .actual: return comparison.actual ?? Quotation("?")
    case .difference: return comparison.difference
    case .detail: return nil
    }
  }
}
