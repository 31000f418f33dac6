internal import Model

/// What runs out, on a terminal.
enum ExpiryText {
  static func text(of list: ExpiryList, locale: ReportLocale, style: TerminalStyle) -> String {
    var page = TerminalPage(style: style)
    if let nothing = list.nothing(locale) {
      page.paragraph(nothing, indent: 0, list.unknown.isEmpty ? .green : .yellow)
    }
    for part in list.parts {
      page.line(
        part.state.heading(part.items.count, within: list.within, locale), tone(of: part.state))
      for item in part.items {
        let days = item.countdown(list.daysLeft(item))[locale]
        let label = [item.dayWords[locale], days].filter { !$0.isEmpty }.joined(separator: "  ")
        page.entry(
          indent: 2, label: label, labelWidth: part.state == .unknown ? nil : 24,
          [item.holder, item.what[locale], item.files.joined(separator: locale.listSeparator)]
            .filter { !$0.isEmpty }.joined(separator: "  "))
      }
    }
    page.paragraph(list.rest(locale), indent: 0, .faint)
    return page.text
  }

  private static func tone(of state: ExpiryState) -> TerminalPage.Tone {
    switch state {
    case .expired: .red
    case .soon: .yellow
    case .unknown: .cyan
    }
  }
}
