internal import Model

/// What the index and the workbook say of a submission; all that is kept of it until the run ends.
struct GroupEntry: Sendable {
  let name: String
  let company: String?
  let creditCode: String?
  let channel: String?
  /// What the roster says of it: region, contact.
  let labels: [SubmissionLabel]
  let status: SubmissionStatus
  /// Failures of error rules, of warning rules, and what could not be told.
  let errors: Int
  let warnings: Int
  let undecided: Int
  /// What to do first, in one line.
  let first: String?
  /// All that is to be done, the weightiest first.
  let items: [GroupItem]
  let expiries: ExpiryItems
  /// What an earlier run had found and is there no more; `nil` where none is compared with.
  let resolved: [String]?

  init(_ masked: MaskedReport) {
    let (report, locale, masking) = (masked.report, masked.locale, masked.masking)
    name = report.name
    company = report.companyName.map(masking.withoutNumbers)
    creditCode = report.creditCode.map { code in
      masking.withoutNumbers(masking.shown(code, key: "declared.company.credit_code"))
    }
    channel = report.channel.map(masking.withoutNumbers)
    labels = masked.labels
    status = report.status
    errors = masked.counts.failures(.error)
    warnings = masked.counts.failures(.warning)
    undecided = masked.counts.undecided
    first = TodoItem.first(of: masked, locale)?.line(locale)
    let (isCompared, new) = (report.resolved != nil, report.newlyTroubledFiles)
    let all =
      masked.corrections.map { GroupItem($0, locale) }
      + masked.retakes.map { retake in
        GroupItem(
          retake, weight: masked.retakeWeight, isKnown: isCompared && !new.contains(retake.file),
          locale)
      }
    items = all.enumerated().sorted {
      ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset)
    }
    .map(\.element)
    expiries = ExpiryItems(
      of: report.factSet, report.extractions, in: report.name, options: masked.options)
    resolved = report.resolved?.map { $0.title[locale] }
  }

  /// The titles of the labels of all, each once, in the order in which they come.
  static func labelTitles(of entries: [GroupEntry]) -> [String] {
    entries.flatMap(\.labels).map(\.title).uniqued()
  }

  /// What the roster says under a title.
  func label(_ title: String) -> String? { labels.first { $0.title == title }?.value }

  /// The company, or the submission where no name was read.
  var holder: String { company ?? name }
  /// What an earlier run had not told; all without one.
  var newCount: Int { items.count { !$0.isKnown } }
  var knownCount: Int { items.count { $0.isKnown } }
}

/// One thing that somebody has to do.
struct GroupItem: Sendable {
  /// The same thing in other submissions has the same title and rule.
  let title: String
  let rule: String?
  let owner: CorrectionOwner
  /// What is wrong, where there are no two values to put side by side.
  let message: String?
  let actual: String?
  let expected: String?
  let action: String
  /// Where to look.
  let place: String?
  /// How much it matters, the least first, as ``Finding/weight``.
  let weight: Int
  /// Whether an earlier run had told it.
  let isKnown: Bool
  /// The anchor in the submission's report.
  let anchor: String

  fileprivate init(_ item: CorrectionItem, _ locale: ReportLocale) {
    let todo = TodoItem(item, locale)
    title = todo.title
    rule = item.rule
    owner = item.owner
    message = item.message?[locale]
    actual = item.actual?.value
    expected = item.expected?.value
    action = todo.action
    place = todo.place
    weight = item.weight
    isKnown = item.isKnown
    anchor = todo.link
  }

  fileprivate init(
    _ retake: RetakeAdvice, weight: Int?, isKnown: Bool, _ locale: ReportLocale
  ) {
    let todo = TodoItem(retake, locale)
    title = RetakeAdvice.heading[locale]
    rule = nil
    owner = .subsidiary
    message = nil
    actual = nil
    expected = nil
    action = todo.action
    place = retake.file
    self.weight = weight ?? CorrectionItem.noticeWeight
    self.isKnown = isKnown
    anchor = todo.link
  }

  /// The words for how bad it is, and the style class.
  var severity: (words: LocalizedText, tone: String) {
    switch weight {
    case ...1: (Phrase.severity(.error), "bad")
    case 2, 5: (Phrase.verdict(.cannotTell), "open")
    case 3...4: (Phrase.severity(.warning), "warn")
    default: (Phrase.severity(.note), "calm")
    }
  }
}

extension SubmissionReport {
  /// The files of which an earlier run had not told what is told now.
  fileprivate var newlyTroubledFiles: Set<String> {
    let findings = judgement.findings.flatMap(\.unknown).compactMap(\.file)
    return Set(findings + allNotices.filter { !knownNotices.contains($0) }.map(\.file))
  }
}
