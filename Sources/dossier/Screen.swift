internal import Model
internal import Report

/// Shows reports in the order of the run, whatever the order in which they are done, and each submission once: a batch
/// is shown when all that its submissions have in common is known.
struct Screen {
  private let console: Console
  private let locale: ReportLocale
  private let style: TerminalStyle
  private let hasText: Bool
  /// Whether submissions may be judged once more when all are read.
  private let mayComeAgain: Bool
  private var pages: [Int: String] = [:]

  init(console: Console, formats: FormatList, mayComeAgain: Bool) {
    self.mayComeAgain = mayComeAgain
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

  /// Takes what is shown of a submission; of one that comes again only the last counts.
  mutating func take(_ text: String, at index: Int) {
    guard !text.isEmpty else { return }
    if mayComeAgain { pages[index] = text } else { console.write(text) }
  }

  /// Shows the submissions of a batch, each once.
  func showPages() {
    for (_, text) in pages.sorted(by: { $0.key < $1.key }) { console.write(text) }
  }

  /// The end of a batch.
  func summarize(
    _ reports: [SubmissionOutline], _ notices: [Notice], since earlier: [String]?,
    _ options: ReportOptions
  ) {
    guard hasText else { return }
    console.write(
      TerminalReport.summary(
        of: reports, notices: notices, since: earlier, options: options, style: style))
  }
}
