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
  /// Index among the judgement's findings, 0-based; `nil` for a notice, and for what an earlier run had told.
  let finding: Int?
  /// Whether an earlier run had told it.
  let isKnown: Bool
  /// The rule whose words these are, if they are a rule's.
  let rule: String?
  /// The rules that wait for it.
  let waiting: [String]
  /// How much it matters, the least first, as ``Finding/weight``.
  let weight: Int

  /// A value with the place where it stands, if it stands somewhere.
  struct Sighting {
    let value: String
    let place: LocalizedText?
  }

  /// Everything that a person must decide or do, worst first; what only a better picture decides is left to
  /// ``RetakeAdvice``.
  ///
  /// - Parameter known: What an earlier run had told already, and is still to be done.
  static func all(
    of findings: [MaskedFinding], known: [MaskedFinding], in report: SubmissionReport,
    _ masking: Masking
  ) -> [CorrectionItem] {
    let pictures = report.pictureFiles
    let isOpen: (MaskedFinding) -> Bool = { masked in
      let finding = masked.finding
      // Somebody answers for it.
      guard finding.waiver == nil else { return false }
      return switch finding.verdict {
      case .fail, .ruleError: true
      case .cannotTell:
        !report.isForRetake(finding, among: pictures) && report.mattersToSenders(finding)
      case .pass, .notApplicable: false
      }
    }
    if let undelivered = report.undelivered {
      return [
        CorrectionItem(
          masking.shown(undelivered), isKnown: report.knownNotices.contains(undelivered),
          title: Phrase.status(.undelivered))
      ]
    }
    let told = Set(report.untoldNotices)
    var items: [CorrectionItem] = []
    for (index, masked) in findings.enumerated() where isOpen(masked) {
      items.append(CorrectionItem(masked, at: index))
    }
    for masked in known where isOpen(masked) { items.append(CorrectionItem(masked, at: nil)) }
    for notice in report.notices where told.contains(notice) && notice.code != .confirmedByPerson {
      items.append(
        CorrectionItem(masking.shown(notice), isKnown: report.knownNotices.contains(notice)))
    }
    let order = items.indices.sorted { (items[$0].weight, $0) < (items[$1].weight, $1) }
    return order.map { items[$0] }
  }

  private init(_ masked: MaskedFinding, at index: Int?) {
    self.finding = index
    isKnown = index == nil
    rule = masked.rule
    waiting = masked.waiting.map(\.finding.rule).uniqued()
    let isBroken = masked.finding.rule == Cause.Kind.declarationBroken.rawValue
    weight = isBroken ? -1 : masked.finding.weight
    let (finding, shown) = (masked.finding, masked.shown)
    owner = CorrectionOwner(of: finding)
    title = finding.title
    let severity = Phrase.severity(finding.severity)
    let verdict = Phrase.verdict(finding.verdict)
    let parts = [
      masked.rule.map { LocalizedText($0, $0) }, severity, verdict,
      isKnown ? Phrase.stillOpen : nil,
    ].compactMap(\.self)
    reference = LocalizedText(
      parts.map(\.chinese).joined(separator: "，"), parts.map(\.english).joined(separator: ", "))
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
    let files = (finding.unknown.compactMap(\.file) + [masked.causeFile].compactMap(\.self))
      .uniqued().map { LocalizedText($0, $0) }
    places = (all.map(\.localizedText) + files).filter { seen.insert($0).inserted }
    action = shown.fix ?? Self.defaultAction(for: finding)
  }

  private static let noticeTitle = LocalizedText(
    "文件或申报有问题", "A file or the declaration needs attention")

  private init(
    _ notice: Notice, isKnown: Bool, title: LocalizedText = Self.noticeTitle
  ) {
    finding = nil
    self.isKnown = isKnown
    rule = nil
    waiting = []
    weight = notice.code.losesContent ? Self.lossWeight : Self.noticeWeight
    owner = .subsidiary
    self.title = title
    reference = LocalizedText(notice.code.rawValue, notice.code.rawValue)
    places =
      notice.file.isEmpty
      ? [] : [LocalizedText(notice.file, notice.file)]
    message = nil
    expected = nil
    actual = nil
    action = notice.message
  }

  /// Something lost needs a look, as a warning that could not be told does; all else is a hint.
  private static let lossWeight = 5
  static let noticeWeight = 8

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

extension SubmissionReport {
  /// The files that are pictures.
  var pictureFiles: Set<String> {
    Set(extractions.filter { $0.mediaType.rawValue.hasPrefix("image/") }.map(\.file))
  }

  /// Whether nothing but a better picture decides, of which ``RetakeAdvice`` tells.
  ///
  /// - Parameter pictures: ``pictureFiles``, made once by the caller.
  func isForRetake(_ finding: Finding, among pictures: Set<String>) -> Bool {
    guard finding.verdict == .cannotTell, finding.unknown.contains(where: \.isReading) else {
      return false
    }
    if let cause = cause(of: finding), cause.kind != .valueUnread { return false }
    return finding.unknown.contains { $0.isReading && $0.file.map(pictures.contains) == true }
  }

  /// Whether something is to be done about what could not be told: a note is none of the senders' business, unless
  /// a file of theirs was not understood.
  fileprivate func mattersToSenders(_ finding: Finding) -> Bool {
    if finding.severity >= .warning { return true }
    switch cause(of: finding)?.kind {
    case .fileUnread, .fileUnknown: return true
    case .declarationBroken, .notDeclared, .notDelivered, .evidenceMissing, .valueUnread, nil:
      return false
    }
  }
}
