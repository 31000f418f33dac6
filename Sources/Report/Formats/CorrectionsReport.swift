package import Model

/// `corrections.md` says who must do what, and can be sent as it is.
package enum CorrectionsReport {
  package static func text(of report: SubmissionReport, options: ReportOptions) -> String {
    text(of: MaskedReport(report, options: options))
  }

  static func text(of masked: MaskedReport) -> String {
    let (report, locale) = (masked.report, masked.locale)
    let (groups, retakes) = (masked.correctionGroups, masked.retakes)
    let words = CorrectionWords(locale)

    var text = "# \(words.title)\(Markdown.text(report.name))\n\n"
    text += "\(words.status)**\(Phrase.status(report.status)[locale])**"
    text += " · \(words.asOf)\(report.asOf.iso)\n"
    if report.factSet.isDrafted { text += "\n\(Markdown.text(Phrase.drafted[locale]))\n" }
    let confirmed = report.notices.filter { $0.code == .confirmedByPerson }
    if groups.isEmpty, retakes.isEmpty {
      return text + "\n\(words.nothing)\n" + list(confirmed, masked.masking, words)
    }

    for (owner, items) in groups {
      text += "\n## \(owner.heading[locale])\n"
      for (index, item) in items.enumerated() {
        text += "\n" + lines(of: item, number: index + 1, words).joined(separator: "\n") + "\n"
      }
    }
    if !retakes.isEmpty {
      text += "\n## \(words.retake)\n\n"
      for retake in retakes {
        text += "- \(Markdown.code(retake.file))\n"
        for line in retake.losses + retake.advice {
          text += "  - \(Markdown.text(line[locale]))\n"
        }
      }
    }
    return text + list(confirmed, masked.masking, words) + entries(of: masked, words)
  }

  /// Who vouches for what.
  private static func list(
    _ confirmed: [Notice], _ masking: Masking, _ words: CorrectionWords
  ) -> String {
    guard !confirmed.isEmpty else { return "" }
    return "\n## \(words.confirmed)\n\n"
      + confirmed.map { "- \(Markdown.text(masking.shown($0).message[words.locale]))\n" }.joined()
  }

  /// What may be pasted into `confirmed.yaml` and `waivers.yaml`.
  private static func entries(of masked: MaskedReport, _ words: CorrectionWords) -> String {
    let locale = words.locale
    let confirmations = masked.findings.flatMap(\.confirmations).uniqued()
    let waivers = masked.findings.flatMap(\.waivers).uniqued()
    var text = ""
    if !confirmations.isEmpty {
      text +=
        "\n## \(words.misread)\n\n\(Markdown.text(PastedFile.confirmed.advice[locale]))\n"
        + PastedFile.confirmed.block(confirmations)
    }
    if !waivers.isEmpty {
      text +=
        "\n## \(words.acceptable)\n\n\(Markdown.text(PastedFile.waivers.advice[locale]))\n"
        + PastedFile.waivers.block(waivers)
    }
    return text
  }

  private static func lines(of item: CorrectionItem, number: Int, _ words: CorrectionWords)
    -> [String]
  {
    let locale = words.locale
    let marker = "\(number). "
    let indent = String(repeating: " ", count: marker.count) + "- "
    var lines = [
      "\(marker)**\(Markdown.text(item.title[locale]))** (\(Markdown.text(item.reference[locale])))"
    ]
    if !item.places.isEmpty {
      let places = item.places.map { Markdown.code($0[locale]) }
      lines.append(indent + words.files + places.joined(separator: locale.listSeparator))
    }
    if let message = item.message {
      lines.append(indent + words.problem + Markdown.text(message[locale]))
    }
    if let actual = item.actual { lines.append(indent + words.actual + text(of: actual, locale)) }
    if let expected = item.expected {
      lines.append(indent + words.expected + text(of: expected, locale))
    }
    lines.append(indent + words.action + Markdown.text(item.action[locale]))
    if !item.waiting.isEmpty {
      lines.append(indent + words.waiting + Markdown.text(Phrase.rules(item.waiting)[locale]))
    }
    return lines
  }

  private static func text(
    of sighting: CorrectionItem.Sighting, _ locale: ReportLocale
  ) -> String {
    let value = Markdown.code(sighting.value)
    guard let place = sighting.place else { return value }
    return "\(value) (\(Markdown.code(place[locale])))"
  }
}
