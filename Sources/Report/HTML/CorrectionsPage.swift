package import Model

/// `corrections.html` shows the correction list as a page to print or send on.
package enum CorrectionsPage {
  package static func text(of report: SubmissionReport, options: ReportOptions) throws -> String {
    try text(of: MaskedReport(report, options: options)).string
  }

  static func text(of masked: MaskedReport) throws -> ReportText {
    let (report, locale) = (masked.report, masked.locale)
    let labels = CorrectionWords(locale)
    let isEmpty = masked.corrections.isEmpty && masked.retakes.isEmpty
    return try HTMLTemplate.corrections.text(
      [
        "page": HTMLPage.plain, "title": .text(labels.title + report.name),
        "tone": .text(report.status.tone), "status": .text(Phrase.status(report.status)[locale]),
        "asOf": .text(labels.asOf + report.asOf.iso),
        "drafted": report.factSet.isDrafted ? .text(Phrase.drafted[locale]) : .absent,
        "nothing": isEmpty ? .text(labels.nothing) : .absent,
        "groups": .list(masked.correctionGroups) { owner, items in
          [
            "heading": .text(owner.heading[locale]),
            "items": .list(items) { item($0, labels) },
          ]
        },
        "blocks": .list(blocks(of: masked, labels)),
        "confirmed": .list(report.notices.filter { $0.code == .confirmedByPerson }) {
          .text(masked.masking.shown($0).message[locale])
        },
        "retake": .text(labels.retake),
        "retakes": .list(masked.retakes) { retake in
          [
            "file": .text(retake.file),
            "lines": .texts((retake.losses + retake.advice).map { $0[locale] }),
          ]
        },
      ], locale)
  }

  /// What may be pasted into `confirmed.yaml` and `waivers.yaml`.
  private static func blocks(of masked: MaskedReport, _ labels: CorrectionWords) -> [TemplateValue]
  {
    let files: [(PastedFile, String, [PastedEntry])] = [
      (.confirmed, labels.misread, masked.findings.flatMap(\.confirmations).uniqued()),
      (.waivers, labels.acceptable, masked.findings.flatMap(\.waivers).uniqued()),
    ]
    return files.filter { !$2.isEmpty }.map { file, heading, entries in
      [
        "heading": .text(heading), "advice": .text(file.advice[labels.locale]),
        "yaml": .text(file.text(entries)),
      ]
    }
  }

  private static func item(_ item: CorrectionItem, _ labels: CorrectionWords) -> TemplateValue {
    let locale = labels.locale
    var lines: [TemplateValue] = []
    func add(_ label: String, _ text: String?, place: LocalizedText? = nil) {
      guard let text else { return }
      lines.append([
        "label": .text(label), "text": .text(text), "place": .optional(place?[locale]),
      ])
    }
    if !item.places.isEmpty {
      add(labels.files, item.places.map { $0[locale] }.joined(separator: locale.listSeparator))
    }
    add(labels.problem, item.message?[locale])
    add(labels.actual, item.actual?.value, place: item.actual?.place)
    add(labels.expected, item.expected?.value, place: item.expected?.place)
    add(labels.action, item.action[locale])
    if !item.waiting.isEmpty { add(labels.waiting, Phrase.rules(item.waiting)[locale]) }
    return [
      "title": .text(item.title[locale]), "reference": .text(item.reference[locale]),
      "lines": .list(lines),
    ]
  }
}
