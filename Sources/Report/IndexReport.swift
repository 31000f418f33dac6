package import Model

/// `index.json`: the submissions of a run with their states and where their reports are.
package enum IndexReport {
  /// - Parameter notices: Of the batch folder itself: loose files, broken links.
  package static func text(
    of reports: [SubmissionReport], asOf: CalendarDate, notices: [Notice] = []
  ) -> String {
    JSON.object([
      ("schema", .string("dossier/index-v1")),
      ("as_of", .string(asOf.iso)),
      (
        "submissions",
        .array(
          reports.map { report in
            .object([
              ("name", .string(report.name)),
              ("status", .string(report.status.rawValue)),
              ("counts", VerdictCounts(report).json),
              ("report", .string(report.name + "/report.json")),
            ])
          })
      ),
      ("notices", .array(notices.map(\.json))),
    ]).text
  }
}
