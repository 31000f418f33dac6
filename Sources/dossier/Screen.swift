internal import Model
internal import Report

/// Shows reports in the order of the run, whatever the order in which they are done.
struct Screen {
  private let console: Console
  private let locale: ReportLocale
  private let style: TerminalStyle
  private let hasText: Bool
  private var waiting: [Int: String] = [:]
  private var next = 0
  /// Hashes of what was shown, to tell whether a second judgement says something else.
  private var shown: [Int: Int] = [:]

  init(console: Console, formats: FormatList) {
    self.console = console
    locale = console.locale
    style = console.style
    hasText = formats.hasText
  }

  /// Makes what is shown of a report, on any thread.
  func page(_ formats: FormatList) -> @Sendable (MaskedReport) -> String {
    let style = style
    if formats.isJSONOnOutput { return { JSONReport.text(of: $0) } }
    guard formats.hasText else { return { _ in "" } }
    return { "\n" + TerminalReport.text(of: $0, style: style) }
  }

  mutating func take(_ text: String, at index: Int) {
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
  func summarize(_ reports: [SubmissionOutline], _ notices: [Notice], _ options: ReportOptions) {
    guard hasText else { return }
    console.write(
      TerminalReport.summary(of: reports, notices: notices, options: options, style: style))
  }
}
