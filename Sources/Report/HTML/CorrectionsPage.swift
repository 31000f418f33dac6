package import Model

/// `corrections.html`: the correction list as a page to print or send on.
package enum CorrectionsPage {
  package static func text(of report: SubmissionReport, options: ReportOptions) throws -> String {
    try text(of: MaskedReport(report, options: options)).string
  }

  static func text(of masked: MaskedReport) throws -> ReportText {
    try HTMLTemplate.corrections.text(CorrectionsModel(masked))
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

  init(_ masked: MaskedReport) {
    let (report, locale) = (masked.report, masked.locale)
    let labels = CorrectionWords(locale)
    page = HTMLPage(locale)
    title = labels.title + report.name
    tone = report.status.tone
    status = Phrase.status(report.status)[locale]
    asOf = labels.asOf + report.asOf.iso
    isDrafted = report.factSet.isDrafted
    drafted = Phrase.drafted[locale]
    groups = CorrectionOwner.allCases.compactMap { owner in
      let own = masked.corrections.filter { $0.owner == owner }
      return own.isEmpty
        ? nil
        : Group(heading: owner.heading[locale], items: own.map { Self.item($0, labels) })
    }
    retakes = masked.retakes.map { retake in
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

extension CorrectionsModel.Group: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "heading": .text(heading)
    case "items": .list(items)
    default: nil
    }
  }
}

extension CorrectionsModel.Item: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "title": .text(title)
    case "reference": .text(reference)
    case "lines": .list(lines)
    default: nil
    }
  }
}

extension CorrectionsModel.Line: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "label": .text(label)
    case "text": .text(text)
    case "place": .optional(place)
    default: nil
    }
  }
}

extension CorrectionsModel.Retake: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "file": .text(file)
    case "lines": .list(lines)
    default: nil
    }
  }
}

extension CorrectionsModel.Words: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "nothing": .text(nothing)
    case "retake": .text(retake)
    default: nil
    }
  }
}

extension CorrectionsModel: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "page": .model(page)
    case "title": .text(title)
    case "tone": .text(tone)
    case "status": .text(status)
    case "asOf": .text(asOf)
    case "isDrafted": .flag(isDrafted)
    case "drafted": .text(drafted)
    case "isEmpty": .flag(isEmpty)
    case "groups": .list(groups)
    case "hasRetakes": .flag(hasRetakes)
    case "retakes": .list(retakes)
    case "words": .model(words)
    default: nil
    }
  }
}
