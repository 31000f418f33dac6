internal import Model

/// Who must act on a finding.
enum CorrectionOwner: String, CaseIterable {
  case subsidiary, registry
  case informationTechnology = "it"
  case ruleAuthor = "rules"

  /// By the rule's `owner:` tag; a rule that failed itself is its author's.
  init(of finding: Finding) {
    if finding.verdict == .ruleError || finding.tags.contains("owner:rules") {
      self = .ruleAuthor
    } else if finding.tags.contains("owner:registry") {
      self = .registry
    } else if finding.tags.contains("owner:it") {
      self = .informationTechnology
    } else {
      self = .subsidiary
    }
  }

  var heading: LocalizedText {
    switch self {
    case .subsidiary:
      LocalizedText("由子公司处理", "For the subsidiary")
    case .registry:
      LocalizedText("由集团登记管理处理", "For the group's registry")
    case .informationTechnology:
      LocalizedText("由 IT 处理（域名与 DNS）", "For IT (domains and DNS)")
    case .ruleAuthor:
      LocalizedText("由规则作者处理（无需提交方操作）", "For the rule author (nothing to do for others)")
    }
  }
}

/// One thing to correct: where, what is there, what should be, and what to do.
struct CorrectionItem {
  let owner: CorrectionOwner
  let title: LocalizedText
  /// Rule id or notice code with how bad it is.
  let reference: LocalizedText
  /// Files with pages, or lines of the declaration, of what is neither found nor expected.
  let places: [LocalizedText]
  /// Said where there are no two values to put side by side.
  let message: LocalizedText?
  let expected: Sighting?
  let actual: Sighting?
  let action: LocalizedText
  /// Index among the judgement's findings, 0-based; `nil` for a notice.
  let finding: Int?

  /// A value with the place where it stands, if it stands somewhere.
  struct Sighting {
    let value: String
    let place: LocalizedText?
  }

  /// Everything that a person must decide or do, worst first; what only a better picture decides is left to
  /// ``RetakeAdvice``.
  static func all(
    of findings: [MaskedFinding], in report: SubmissionReport, _ masking: Masking
  ) -> [CorrectionItem] {
    let files = Set(report.extractions.map(\.file))
    let open = findings.enumerated().filter { _, masked in
      let finding = masked.finding
      // Somebody answers for it.
      guard finding.waiver == nil else { return false }
      return switch finding.verdict {
      case .fail, .ruleError: true
      case .cannotTell:
        finding.severity >= .warning
          && !finding.unknown.contains { $0.isReading && $0.file.map(files.contains) == true }
      case .pass, .notApplicable: false
      }
    }
    return open.map { CorrectionItem($1, at: $0) }
      + report.notices.filter { $0.code != .confirmedByPerson }
      .map { CorrectionItem(masking.shown($0)) }
  }

  private init(_ masked: MaskedFinding, at index: Int) {
    self.finding = index
    let (finding, shown) = (masked.finding, masked.shown)
    owner = CorrectionOwner(of: finding)
    title = finding.title
    let severity = Phrase.severity(finding.severity)
    let verdict = Phrase.verdict(finding.verdict)
    reference = LocalizedText(
      "\(finding.rule)，\(severity.chinese)，\(verdict.chinese)",
      "\(finding.rule), \(severity.english), \(verdict.english)")
    let all = masked.places
    func sighting(_ marked: MarkedText?, _ quotation: Quotation?) -> Sighting? {
      guard let marked, shown.comparesValues else { return nil }
      let place = all.first { $0.fact == quotation?.valueKey }
      return Sighting(value: marked.text, place: place?.localizedText)
    }
    expected = sighting(shown.expected, finding.expected)
    actual = sighting(shown.actual, finding.actual)
    message = shown.comparesValues ? nil : shown.message
    var seen = Set([expected?.place, actual?.place].compactMap(\.self))
    let files = finding.unknown.compactMap(\.file)
      .map { LocalizedText($0, $0) }
    places = (all.map(\.localizedText) + files).filter { seen.insert($0).inserted }
    action = shown.fix ?? Self.defaultAction(for: finding)
  }

  private init(_ notice: Notice) {
    finding = nil
    owner = .subsidiary
    title = LocalizedText("文件或申报有问题", "A file or the declaration needs attention")
    reference = LocalizedText(notice.code.rawValue, notice.code.rawValue)
    places =
      notice.file.isEmpty
      ? [] : [LocalizedText(notice.file, notice.file)]
    message = nil
    expected = nil
    actual = nil
    action = notice.message
  }

  private static func defaultAction(for finding: Finding) -> LocalizedText {
    switch finding.verdict {
    case .ruleError:
      LocalizedText(
        "请规则作者检查规则 \(finding.rule)", "have the rule author look at rule \(finding.rule)")
    case .cannotTell:
      missingAction(for: finding.unknown)
    case .fail, .pass, .notApplicable:
      LocalizedText("核对后更正材料或申报，使其符合要求", "check, then correct the material or the declaration")
    }
  }

  private static func missingAction(for unknown: [Finding.Unknown]) -> LocalizedText {
    let files = unknown.compactMap(\.file)
    if !files.isEmpty, !unknown.contains(where: { $0.state == .conflicting }) {
      return LocalizedText(
        "请核对上述文件：重新提交清晰完整的文件；若其中没有所需材料，请补充",
        "check these files: send them again, whole and legible, and add the material if it is in none of them"
      )
    }
    let facts = unknown.map(\.fact)
    let chinese = facts.joined(separator: "、")
    let english = facts.joined(separator: ", ")
    if facts.contains(where: { FactOrigin(ofKey: $0) == .declared }) {
      return LocalizedText("请在申报文件中补充：\(chinese)", "add to the declaration: \(english)")
    }
    if unknown.contains(where: { $0.state == .conflicting }) {
      return LocalizedText(
        "多份材料取值不一致，请核实并只保留正确的一份：\(chinese)",
        "the materials disagree; keep only the right one: \(english)")
    }
    return LocalizedText("请补充含有以下信息的材料：\(chinese)", "supply the material that shows: \(english)")
  }
}
