internal import Model

/// A finding as reports show it.
struct MaskedFinding: Sendable {
  let shown: ShownFinding
  /// Where the facts stand that it read.
  let places: [FindingPlace]
  let fingerprint: String
  /// Entries of `confirmed.yaml` for a person who looks at the paper.
  let confirmations: [PastedEntry]
  /// Entries of `waivers.yaml` for somebody who answers for it.
  let waivers: [PastedEntry]
  /// What the rules say that wait for the same cause.
  let waiting: [ShownFinding]
  /// The file that the cause is about which it tells.
  let causeFile: String?

  init(
    _ finding: Finding, in report: SubmissionReport, _ files: ReportFiles, _ masking: Masking
  ) {
    shown = ShownFinding(finding, masking)
    causeFile = report.cause(of: finding)?.file
    waiting = finding.waiting.map { ShownFinding($0, masking) }
    places = FindingPlace.all(of: finding, in: report)
    fingerprint = Fingerprint.hex(of: finding, in: report, masking)
    confirmations = PastedEntry.confirmations(
      of: finding, in: report, files, where: masking.isConfirmable)
    waivers = PastedEntry.waivers(of: finding, in: report)
  }

  var finding: Finding { shown.finding }

  /// The id of the rule whose words these are; `nil` where the words are of what several rules wait for, or none.
  var rule: String? {
    let isRuleless = finding.cause != nil && Cause.Kind(rawValue: finding.rule) != nil
    return isRuleless || finding.verdict == .cannotTell && !waiting.isEmpty ? nil : finding.rule
  }
}

extension MaskedFinding {
  /// Places on pages, and for facts that were not read the pages on which they should stand.
  func pictured(in files: ReportFiles) -> [FindingPlace] {
    var pictured = places.filter { $0.page != nil }
    for unknown in finding.unknown {
      guard let file = unknown.file else { continue }
      // allowed: a file that is not there shows nothing
      let pages = files[file]?.documents.flatMap(\.pages) ?? []
      for page in Set(pages).sorted().prefix(2)
      where !pictured.contains(where: { $0.file == file && $0.page == page }) {
        pictured.append(
          FindingPlace(fact: unknown.fact, file: file, page: page, box: nil, position: nil))
      }
    }
    return pictured
  }
}
