internal import Model

/// `index.html` is where a group works: all submissions of a run, all that is to be done by submission, by problem and
/// by who must do it, what runs out, and what changed since an earlier run.
package struct IndexPage: RunReport {
  package let name = "index.html"
  package let opening = ""
  package let separator = ""
  private let options: ReportOptions
  private var entries: [Int: GroupEntry] = [:]
  private var tool: ToolIdentity?

  package init(options: ReportOptions) { self.options = options }

  package mutating func piece(of masked: MaskedReport, at index: Int) -> String {
    tool = masked.report.tool
    entries[index] = GroupEntry(masked)
    return ""
  }

  package func closing(_ run: RunSummary) throws -> [UInt8] {
    let locale = options.locale
    let entries = entries.sorted { $0.key < $1.key }.map(\.value)
    let change = GroupChange(entries, run)
    let views = IndexViews(entries: entries, change: change, locale: locale)
    let program = tool.map { " · dossier \($0.version) · \($0.rulesDigest) · \($0.precision)" }
    let list = ExpiryList(of: entries.map(\.expiries), asOf: run.asOf, within: Self.expiryDays)
    return try HTMLTemplate.index.text(
      [
        "page": HTMLPage.scripted, "script": .text(HTMLPage.indexScript),
        "title": .text(
          locale.text("核对结果：\(entries.count) 份提交", "Results: \(entries.count) submissions")),
        "advice": .text(views.advice), "bars": views.bars, "filters": views.filters,
        "change": change.map { .text($0.sentence(locale)) } ?? .absent,
        "views": views.tabs(expiring: list.expired.count + list.soon.count),
        "columns": views.columns, "rows": views.companies, "findings": views.findings,
        "problems": views.problems, "parties": views.parties,
        "expiries": .text(try ExpiryPage.body(of: list, locale)),
        "resolved": .list(change?.resolved ?? []) { name, titles in  // allowed: no earlier run
          ["name": .text(name), "titles": .text(titles.joined(separator: locale.listSeparator))]
        },
        "new": .list(change?.new ?? []) { name, titles in  // allowed: no earlier run
          ["name": .text(name), "titles": .text(titles.joined(separator: locale.listSeparator))]
        },
        // allowed: no earlier run
        "status_changes": .list(change?.statusChanges ?? []) { name, before, now in
          [
            "name": .text(name), "before": .text(Phrase.status(before)[locale]),
            "now": .text(Phrase.status(now)[locale]), "tone": .text(now.tone),
          ]
        },
        "joined": .texts(change?.joined ?? []),  // allowed: no earlier run
        "left": .texts(change?.left ?? []),  // allowed: no earlier run
        "notices": .list(run.notices) { notice in
          ["file": .text(notice.file), "message": .text(notice.message[locale])]
        },
        // allowed: an empty run has no program to name
        "origin": .text(locale.text("核对日期 ", "as of ") + run.asOf.iso + (program ?? "")),
      ], locale
    ).bytes
  }

  /// As `dossier expiry` has it without `--within`.
  private static let expiryDays = 90
}
