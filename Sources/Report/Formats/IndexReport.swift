package import Model

/// `index.json` lists the submissions of a run with their states and where their reports are.
package struct IndexReport: RunReport {
  package let name = "index.json"
  package let separator = ","
  package let opening: String

  package init(asOf: CalendarDate) {
    opening = """
      {
        "schema": "dossier/index-v1",
        "as_of": \(JSON.quoted(asOf.iso)),
        "submissions": [
      """
  }

  package func piece(of masked: MaskedReport, at index: Int) -> String {
    let report = masked.report
    let first = ReportLocale.allCases.compactMap { locale in
      TodoItem.first(of: masked, locale).map { (locale.rawValue, JSON.string($0.line(locale))) }
    }
    let entry: JSON = [
      "name": .string(report.name),
      "company": .optional(report.companyName.map(masked.masking.withoutNumbers)),
      "credit_code": .optional(
        report.creditCode.map { code in
          masked.masking.withoutNumbers(
            masked.masking.shown(code, key: "declared.company.credit_code"))
        }),
      "channel": .optional(report.channel.map(masked.masking.withoutNumbers)),
      "status": .string(report.status.rawValue),
      "labels": masked.labels.isEmpty
        ? nil : .object(masked.labels.map { ($0.title, .string($0.value)) }),
      "counts": masked.counts.indexJSON,
      "first": first.isEmpty ? .null : .object(first),
      "report": .string(report.name + "/report.json"),
    ]
    return "\n    " + entry.text(depth: 2)
  }

  package func closing(_ run: RunSummary) -> [UInt8] {
    Array("\n  ],\n  \"notices\": \(JSON.array(run.notices.map(\.json)).text(depth: 1))\n}\n".utf8)
  }
}
