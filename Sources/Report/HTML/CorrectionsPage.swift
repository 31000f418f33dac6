package import Model

/// `corrections.html`: the correction list as a page to print or send on.
package enum CorrectionsPage {
  package static func text(of report: SubmissionReport, options: ReportOptions) throws -> String {
    try HTMLTemplate.corrections.rendered(CorrectionsModel(report, options))
  }
}

/// The model of `corrections.mustache`.
private struct CorrectionsModel {
  let page: HTMLPage
  let title: String
  let tone: String
  let status: String
  let asOf: String
  let isDrafted: Bool
  let drafted: String
  let isEmpty: Bool
  let groups: [Group]
  let hasRetakes: Bool
  let retakes: [Retake]
  let words: Words

  struct Group {
    let heading: String
    let items: [Item]
  }

  struct Item {
    let title: String
    let reference: String
    let lines: [Line]
  }

  struct Line {
    let label: String
    let text: String
    let place: String?
  }

  struct Retake {
    let file: String
    let lines: [String]
  }

  struct Words {
    let nothing: String
    let retake: String
  }

  init(_ report: SubmissionReport, _ options: ReportOptions) {
    let masking = Masking(report, options: options)
    let locale = options.locale
    let labels = CorrectionWords(locale)
    page = HTMLPage(locale)
    title = labels.title + report.name
    tone = report.status.tone
    status = Phrase.status(report.status)[locale]
    asOf = labels.asOf + report.asOf.iso
    isDrafted = report.factSet.isDrafted
    drafted = Phrase.drafted[locale]
    let items = CorrectionItem.all(of: report, masking)
    groups = CorrectionOwner.allCases.compactMap { owner in
      let own = items.filter { $0.owner == owner }
      return own.isEmpty
        ? nil
        : Group(heading: owner.heading[locale], items: own.map { Self.item($0, labels) })
    }
    retakes = RetakeAdvice.all(of: report, masking).map { retake in
      Retake(file: retake.file, lines: (retake.losses + retake.advice).map { $0[locale] })
    }
    hasRetakes = !retakes.isEmpty
    isEmpty = groups.isEmpty && retakes.isEmpty
    words = Words(nothing: labels.nothing, retake: labels.retake)
  }

  private static func item(_ item: CorrectionItem, _ labels: CorrectionWords) -> Item {
    let locale = labels.locale
    var lines: [Line] = []
    if !item.places.isEmpty {
      let places = item.places.map { $0[locale] }.joined(separator: locale.listSeparator)
      lines.append(Line(label: labels.files, text: places, place: nil))
    }
    if let message = item.message {
      lines.append(Line(label: labels.problem, text: message[locale], place: nil))
    }
    func line(_ label: String, _ sighting: CorrectionItem.Sighting?) -> Line? {
      sighting.map { Line(label: label, text: $0.value, place: $0.place?[locale]) }
    }
    lines += [line(labels.actual, item.actual), line(labels.expected, item.expected)]
      .compactMap(\.self)
    lines.append(Line(label: labels.action, text: item.action[locale], place: nil))
    return Item(title: item.title[locale], reference: item.reference[locale], lines: lines)
  }
}
