internal import Model

/// The files of a submission by their names, so that no finding looks through all of them.
struct ReportFiles: Sendable {
  private let byName: [String: Extraction]

  init(_ report: SubmissionReport) {
    byName = Dictionary(
      report.extractions.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(name: String) -> Extraction? { byName[name] }
}
