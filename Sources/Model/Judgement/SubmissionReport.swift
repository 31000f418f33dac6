/// Everything about one submission that reports are made from: `Report` is a pure function of it.
package struct SubmissionReport: Sendable {
  /// The submission's name: its folder's path below the batch.
  package var name: String
  package var asOf: CalendarDate
  package var extractions: [Extraction]
  package var factSet: FactSet
  package var judgement: Judgement
  /// Notices of the folder and the declaration; those of files are in their extractions.
  package var notices: [Notice]
  /// Whether the declaration could not be read at all.
  package var isDeclarationBroken: Bool
  package var tool: ToolIdentity
  /// Findings that an earlier run had too (`--baseline`): not shown, but they count for the status.
  package var knownFindings: [Finding] = []
  /// What the roster says of it beside the declaration, in the order of the columns.
  package var labels: [SubmissionLabel] = []
  /// Why there is nothing to judge: no folder, nothing in it, or nothing that could be opened; `nil` where something
  /// was read.
  package var undelivered: Notice?
  /// What an earlier run had found and is there no more; `nil` where none is compared with.
  package var resolved: [ResolvedFinding]?
  /// The notices that an earlier run had too.
  package var knownNotices: Set<Notice> = []

  package init(
    name: String, asOf: CalendarDate, extractions: [Extraction], factSet: FactSet,
    judgement: Judgement, notices: [Notice], isDeclarationBroken: Bool, tool: ToolIdentity
  ) {
    self.name = name
    self.asOf = asOf
    self.extractions = extractions
    self.factSet = factSet
    self.judgement = judgement
    self.notices = notices
    self.isDeclarationBroken = isDeclarationBroken
    self.tool = tool
  }

  /// Why it is undelivered, then the folder's, the declaration's and the files' notices.
  package var allNotices: [Notice] {
    let own = notices + extractions.flatMap(\.notices)
    return undelivered.map { first in [first] + own.filter { $0 != first } } ?? own
  }

  /// Returns the cause that a finding tells.
  package func cause(of finding: Finding) -> Cause? {
    guard let id = finding.cause else { return nil }
    // Ids are numbered in the order of the causes: with a cause for each of many files, searching would take as long as
    // all of them squared.
    if let number = Int(id.dropFirst()), judgement.causes.indices.contains(number - 1),
      judgement.causes[number - 1].id == id
    {
      return judgement.causes[number - 1]
    }
    return judgement.causes.first { $0.id == id }
  }

  /// The notices that are not told by a finding that is shown.
  ///
  /// Of what was not delivered one thing is told.
  package var untoldNotices: [Notice] {
    if let undelivered { return [undelivered] }
    let shown = Set(judgement.findings.compactMap(\.cause))
    let told = Set(judgement.causes.filter { shown.contains($0.id) }.flatMap(\.notices))
    return told.isEmpty ? allNotices : allNotices.filter { !told.contains($0) }
  }

  /// The first that applies: undelivered, blocked, then review, else ready.
  package var status: SubmissionStatus {
    if undelivered != nil { return .undelivered }
    let findings = (judgement.findings + knownFindings).filter { $0.waiver == nil }
    if isDeclarationBroken
      || findings.contains(where: { $0.verdict == .fail && $0.severity == .error })
    {
      return .blocked
    }
    let needsLook = findings.contains { finding in
      switch finding.verdict {
      case .fail: finding.severity == .warning
      case .cannotTell: finding.severity >= .warning
      case .ruleError: true
      case .pass, .notApplicable: false
      }
    }
    if needsLook || factSet.isDrafted || allNotices.contains(where: { $0.code.losesContent }) {
      return .review
    }
    return .ready
  }
}

/// Which program and rules made a report.
package struct ToolIdentity: Hashable, Sendable {
  package var version: String
  /// `sha256:` and the digest of the rules folder.
  package var rulesDigest: String
  /// What the recognition models computed in, as `--precision` names it.
  package var precision: String
  /// What the kernel does not have of what shuts readers in; empty where it has all.
  package var sandboxLacks: [String]

  package init(
    version: String, rulesDigest: String, precision: String, sandboxLacks: [String] = []
  ) {
    self.sandboxLacks = sandboxLacks
    self.version = version
    self.rulesDigest = rulesDigest
    self.precision = precision
  }
}
