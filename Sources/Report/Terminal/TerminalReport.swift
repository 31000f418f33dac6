package import Model

/// Writes what `dossier check` prints: findings first, each with its place, then notices and counts.
package enum TerminalReport {
  package static func text(
    of report: SubmissionReport, options: ReportOptions, style: TerminalStyle
  ) -> String {
    text(of: MaskedReport(report, options: options), style: style)
  }

  package static func text(of masked: MaskedReport, style: TerminalStyle) -> String {
    let (report, locale) = (masked.report, masked.locale)
    var page = TerminalPage(style: style)
    if report.undelivered != nil {
      let reasons = masked.notices.map { $0.message[locale] }
        .joined(separator: locale.listSeparator)
      page.line([
        (report.name + "  ", .bold), (Phrase.status(report.status)[locale], .red),
        ("  " + reasons.visible, .plain),
      ])
      return page.text
    }
    page.line([
      (report.name + "  ", .bold), (Phrase.status(report.status)[locale], tone(of: report.status)),
    ])
    if report.factSet.isDrafted { page.paragraph(Phrase.drafted[locale], indent: 2, .yellow) }
    for finding in masked.findings {
      page.blank()
      add(finding, masked.options, to: &page)
    }
    if !masked.notices.isEmpty {
      page.blank()
      page.line(Phrase.notices[locale], .bold)
      for notice in masked.notices { page.notice(notice, locale) }
    }
    page.blank()
    if !report.knownFindings.isEmpty {
      page.paragraph(Phrase.known(report.knownFindings.count)[locale], indent: 0, .faint)
    }
    if let resolved = report.resolved, !resolved.isEmpty {
      page.paragraph(Phrase.resolved(resolved)[locale], indent: 0, .faint)
    }
    page.line(text(of: masked.counts, locale), .faint)
    return page.text
  }

  /// Ends a run over several submissions: says how many are in each state, and which.
  ///
  /// - Parameter earlier: The submissions of the run that it is compared with; `nil` where there is none.
  package static func summary(
    of reports: [SubmissionOutline], notices: [Notice] = [], since earlier: [String]? = nil,
    options: ReportOptions, style: TerminalStyle
  ) -> String {
    let locale = options.locale
    var page = TerminalPage(style: style)
    for notice in notices { page.notice(notice, locale) }
    page.blank()
    let total = String(reports.count)
    page.line(
      LocalizedText("共 \(total) 份提交", "Submissions: \(total)")[locale], .bold)
    let isAnyUndelivered = reports.contains { $0.status == .undelivered }
    let states: [SubmissionStatus] =
      (isAnyUndelivered ? [.undelivered] : []) + [.blocked, .review, .ready]
    let labels = states.map { Phrase.status($0)[locale] }
    let width = labels.map(\.displayWidth).max()
    for (state, label) in zip(states, labels) {
      let names = reports.filter { $0.status == state }.map(\.name)
      let list = names.isEmpty ? "" : "  " + names.joined(separator: locale.listSeparator)
      page.entry(indent: 2, label: label, labelWidth: width, String(names.count) + list)
    }
    if let earlier { compare(reports.map(\.name), with: earlier, locale, on: &page) }
    return page.text
  }

  /// Which submissions joined and which left since the run that this one is compared with.
  private static func compare(
    _ names: [String], with earlier: [String], _ locale: ReportLocale,
    on page: inout TerminalPage
  ) {
    let (before, now) = (Set(earlier), Set(names))
    for (names, words) in [
      (names.filter { !before.contains($0) }, Phrase.joined),
      (earlier.filter { !now.contains($0) }, Phrase.left),
    ] where !names.isEmpty {
      page.paragraph(
        words(names.count)[locale] + names.joined(separator: locale.listSeparator), indent: 0)
    }
  }

  private static func add(
    _ masked: MaskedFinding, _ options: ReportOptions, to page: inout TerminalPage
  ) {
    let locale = options.locale
    let (finding, shown, places) = (masked.finding, masked.shown, masked.places)
    // What could not be decided is no error of anybody's.
    let severity = Phrase.severity(finding.severity)[locale]
    let level =
      finding.verdict == .fail
      ? severity : Phrase.verdict(finding.verdict)[locale] + " (" + severity + ")"
    let element: [(String, TerminalPage.Tone)] =
      finding.element.map { [("  " + $0, .plain)] } ?? []  // allowed: most have none
    page.line(
      [
        (level, tone(of: finding)),
        (masked.rule.map { "  \($0)  " } ?? "  ", .plain),
        (finding.title[locale], .bold),
      ] + element)
    page.paragraph(shown.message[locale], indent: 2)
    compare(shown, options, on: &page)

    let width = labelWidth(locale)
    if let tentative = finding.tentative {
      page.entry(
        indent: 2, label: Phrase.tentative[locale], labelWidth: width,
        Phrase.verdict(tentative)[locale])
    }
    if let waiver = finding.waiver {
      page.entry(
        indent: 2, label: Phrase.waiver[locale], labelWidth: width,
        Phrase.waived(waiver)[locale].visible)
    }
    var texts: [String] = []
    for place in places.map({ $0.text(locale, withBox: true) }) where !texts.contains(place) {
      texts.append(place)
    }
    for (index, text) in texts.enumerated() {
      let facts = places.filter { $0.text(locale, withBox: true) == text }
        .map { options.words.label(of: $0.fact)[locale] }.uniqued()
      page.entry(
        indent: 2, label: index == 0 ? Phrase.place[locale] : "", labelWidth: width,
        "\(text)  [\(facts.joined(separator: ", "))]", .cyan)
    }
    if let fix = shown.fix {
      page.entry(indent: 2, label: Phrase.fix[locale], labelWidth: width, fix[locale])
    }
    // Correction lists have them all.
    for entry in masked.confirmations.prefix(Self.entryLimit) {
      page.copied(entry.yaml, label: Phrase.confirm[locale], labelWidth: width)
    }
    if masked.confirmations.isEmpty, masked.waivers.count == 1, let waiver = masked.waivers.first {
      page.copied(waiver.yaml, label: Phrase.waive[locale], labelWidth: width)
    }
    if !masked.waiting.isEmpty {
      page.entry(
        indent: 2, label: Phrase.waiting[locale], labelWidth: width,
        Phrase.rules(masked.waiting.map(\.finding.rule))[locale], .faint)
    }
  }

  /// Expected and actual, one above the other, with carets under what differs: once where they stand in
  /// the same columns of both.
  private static func compare(
    _ shown: ShownFinding, _ options: ReportOptions, on page: inout TerminalPage
  ) {
    let locale = options.locale
    let width = labelWidth(locale)
    let room = page.style.width - width - 4
    let compared = shown.compared.map { words, text, quotation in
      (words, lines: MarkedLines(options.named(quotation, shownAs: text), width: room).lines)
    }
    let carets = compared.map { $0.lines.map(\.carets) }
    let sharesCarets = carets.count == 2 && carets[0].count == 1 && carets[0] == carets[1]
    for (index, (words, lines)) in compared.enumerated() {
      let bare = lines.map { MarkedLines.Line(text: $0.text) }
      page.marked(
        sharesCarets && index == 0 ? bare : lines, label: words[locale], labelWidth: width)
    }
  }

  /// How many entries to paste are printed of one finding.
  private static let entryLimit = 6

  private static func labelWidth(_ locale: ReportLocale) -> Int {
    let labels = [
      Phrase.expected, Phrase.actual, Phrase.missing, Phrase.fix, Phrase.place, Phrase.tentative,
      Phrase.waiver, Phrase.confirm, Phrase.waive, Phrase.waiting,
    ]
    return labels.reduce(0) { max($0, $1[locale].displayWidth) }
  }

  private static func text(of counts: VerdictCounts, _ locale: ReportLocale) -> String {
    let waived = counts.waived == 0 ? [] : ["\(Phrase.waiver[locale]) \(counts.waived)"]
    return (Verdict.allCases.map { "\(Phrase.verdict($0)[locale]) \(counts[$0])" } + waived)
      .joined(separator: " · ")
  }

  private static func tone(of status: SubmissionStatus) -> TerminalPage.Tone {
    switch status {
    case .ready: .green
    case .review: .yellow
    case .blocked, .undelivered: .red
    }
  }

  private static func tone(of finding: Finding) -> TerminalPage.Tone {
    if finding.waiver != nil { return .cyan }
    return switch (finding.verdict, finding.severity) {
    case (.fail, .error), (.ruleError, _): .red
    case (_, .note): .cyan
    case (_, .warning), (_, .error): .yellow
    }
  }
}

extension TerminalPage {
  /// A line to be copied whole: it is not wrapped.
  fileprivate mutating func copied(_ text: String, label: String, labelWidth: Int) {
    let padding = String(repeating: " ", count: labelWidth - label.displayWidth + 2)
    line([("  " + label + padding, .plain), ("- " + text, .faint)])
  }

  /// A label, the lines of a compared text beside it, and their carets below.
  fileprivate mutating func marked(
    _ lines: [MarkedLines.Line], label: String, labelWidth: Int
  ) {
    let indent = String(repeating: " ", count: labelWidth + 4)
    for (index, marked) in lines.enumerated() {
      let head = "  " + label + String(repeating: " ", count: labelWidth - label.displayWidth + 2)
      line((index == 0 ? head : indent) + marked.text)
      if !marked.carets.isEmpty { line([(indent, .plain), (marked.carets, .red)]) }
    }
  }
}
