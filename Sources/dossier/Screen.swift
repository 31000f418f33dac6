internal import Model
internal import Report

/// Shows reports in the order of the run, whatever the order in which they are done.
struct Screen {
  private let console: Console
  private let formats: FormatList
  private let options: ReportOptions
  private var waiting: [Int: String] = [:]
  private var next = 0
  /// Hashes of what was shown, to tell whether a second judgement says something else.
  private var shown: [Int: Int] = [:]

  init(console: Console, formats: FormatList, options: ReportOptions) {
    self.console = console
    self.formats = formats
    self.options = options
  }

  mutating func take(_ report: SubmissionReport, at index: Int) {
    let text = text(of: report)
    if index < next, shown[index] != text.hashValue, !text.isEmpty { console.write(text) }
    shown[index] = text.hashValue
    guard index >= next else { return }
    waiting[index] = text
    while let text = waiting.removeValue(forKey: next) {
      if !text.isEmpty { console.write(text) }
      next += 1
    }
  }

  /// The end of a batch.
  func summarize(_ reports: [SubmissionReport], _ notices: [Notice]) {
    guard formats.hasText else { return }
    console.write(
      TerminalReport.summary(
        of: reports, notices: notices, options: options, style: console.style))
  }

  private func text(of report: SubmissionReport) -> String {
    if formats.isJSONOnOutput { return JSONReport.text(of: report, options: options) }
    guard formats.hasText else { return "" }
    return "\n" + TerminalReport.text(of: report, options: options, style: console.style)
  }
}
