internal import Model

/// An entry of `confirmed.yaml` or `waivers.yaml` with all filled in but what a person has to say: to be pasted.
struct PastedEntry: Hashable {
  /// One line of YAML, without the `- ` of its list.
  let yaml: String

  /// What a person who looks at the paper may write down of a finding that rests on a reading.
  ///
  /// Of one that several rules wait for: what each of them would have to know.
  ///
  /// - Parameter isConfirmable: whether a fact can be confirmed at all.
  static func confirmations(
    of finding: Finding, in report: SubmissionReport, _ files: ReportFiles,
    where isConfirmable: (String) -> Bool
  ) -> [PastedEntry] {
    rules(of: finding).flatMap { finding in
      readings(of: finding, in: report, files).filter { isConfirmable($0.fact) }
    }
    .uniqued().compactMap { entry(of: $0, in: files, on: report.asOf) }.uniqued()
  }

  private static func readings(
    of finding: Finding, in report: SubmissionReport, _ files: ReportFiles
  ) -> [Reading] {
    guard finding.waiver == nil else { return [] }
    switch finding.verdict {
    case .fail: return read(finding.facts, by: finding, in: report)
    case .cannotTell: return missing(in: finding, report, files)
    case .pass, .notApplicable, .ruleError: return []
    }
  }

  private static func entry(
    of reading: Reading, in files: ReportFiles, on day: CalendarDate
  ) -> PastedEntry? {
    guard let extraction = files[reading.file], !extraction.digest.isEmpty,
      !extraction.pages.isEmpty
    else { return nil }
    let page = reading.page ?? (extraction.pages.count == 1 ? 0 : nil)
    let entries = [
      ["fact: \(reading.fact)", "value: \"\"", "file: \(JSON.quoted(reading.file))"],
      ["sha256: \(extraction.digest)"], page.map { ["page: \($0 + 1)"] }, ["by: \"\""],
      ["on: \(day.iso)"],
    ]
    return PastedEntry(
      yaml: "{" + entries.compactMap(\.self).joined().joined(separator: ", ") + "}")
  }

  /// What somebody who answers for it may write of a finding that could not be decided.
  static func waivers(of finding: Finding, in report: SubmissionReport) -> [PastedEntry] {
    rules(of: finding).compactMap { waiver(of: $0, in: report) }.uniqued()
  }

  /// The findings of single rules: those that wait for a cause in place of the one that tells it.
  private static func rules(of finding: Finding) -> [Finding] {
    if Cause.Kind(rawValue: finding.rule) != nil { return [] }
    return (finding.verdict == .cannotTell && !finding.waiting.isEmpty ? [] : [finding])
      + finding.waiting
  }

  private static func waiver(of finding: Finding, in report: SubmissionReport) -> PastedEntry? {
    // What was not declared is to be declared, and nothing to answer for.
    guard finding.waiver == nil, finding.verdict == .cannotTell, finding.severity >= .warning,
      finding.unknown.contains(where: { FactOrigin(ofKey: $0.fact) != .declared }),
      let last = CalendarDate(dayNumber: report.asOf.dayNumber + 30)
    else { return nil }
    return PastedEntry(
      yaml: "{rule: \(finding.rule), verdict: cannot_tell, reason: \"\", owner: \"\", "
        + "granted: \(report.asOf.iso), expires: \(last.iso)}")
  }

  private struct Reading: Hashable {
    let fact: String
    let file: String
    let page: Int?
  }

  private static func read(_ keys: [String], by finding: Finding, in report: SubmissionReport)
    -> [Reading]
  {
    keys.filter { FactOrigin(ofKey: $0) == .material }.flatMap { key in
      FindingPlace.facts(key, of: finding.document, in: report).prefix(4).flatMap { fact in
        fact.evidence.filter(isReading).map {
          Reading(fact: key, file: $0.file, page: $0.page)
        }
      }
    }
  }

  /// Facts that were not read, with where they should stand; where a file may be the paper that is missing, what the rule
  /// would have read of it.
  private static func missing(
    in finding: Finding, _ report: SubmissionReport, _ all: ReportFiles
  ) -> [Reading] {
    let named = finding.unknown.filter { FactOrigin(ofKey: $0.fact) == .material }
    let readings = named.flatMap { unknown -> [Reading] in
      if unknown.state == .conflicting || unknown.state == .doubtful {
        let read = read([unknown.fact], by: finding, in: report)
        if !read.isEmpty { return read }
      }
      guard let file = unknown.file else { return [] }
      let pages = FindingPlace.facts(unknown.fact, of: finding.document, in: report)
        .flatMap(\.evidence).filter { $0.file == file }.map(\.page)
      return [Reading(fact: unknown.fact, file: file, page: pages.first ?? nil)]
    }
    guard readings.isEmpty else { return readings }
    // A page of which nobody knows what it shows; other files say what they are.
    let files = finding.unknown.compactMap(\.file).filter { all[$0]?.pages.isEmpty == false }
    let keys = finding.facts.filter { key in
      FactOrigin(ofKey: key) == .material
        && FindingPlace.facts(key, of: nil, in: report).allSatisfy { $0.state == .noDocument }
    }
    return files.flatMap { file in keys.map { Reading(fact: $0, file: file, page: nil) } }
  }

  /// Whether a person who looks at the page could see something else.
  private static func isReading(_ evidence: Evidence) -> Bool {
    switch evidence.method {
    case .ocr, .ocrChecksum, .textLayer, .qr: true
    case .exif, .der, .xml, .dns, .declared, .computed, .person: false
    }
  }
}
