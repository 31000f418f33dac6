internal import Model

/// What one party has to do, in the order of importance.
struct TodoGroup {
  let heading: String
  let items: [TodoItem]

  var model: TemplateValue { ["heading": .text(heading), "items": .list(items, \.model)] }

  /// By who must act; pictures to retake come last, for the subsidiary.
  static func all(_ masked: MaskedReport) -> [TodoGroup] {
    let locale = masked.locale
    let groups = masked.correctionGroups.map { owner, items in
      TodoGroup(heading: owner.heading[locale], items: items.map { TodoItem($0, locale) })
    }
    guard !masked.retakes.isEmpty else { return groups }
    let retakes = masked.retakes.map { TodoItem($0, locale) }
    return groups + [TodoGroup(heading: RetakeAdvice.heading[locale], items: retakes)]
  }
}

/// One thing to do.
struct TodoItem {
  let title: String
  let place: String?
  let action: String
  /// To the finding or section with the reasons.
  let link: String

  init(_ item: CorrectionItem, _ locale: ReportLocale) {
    title = item.title[locale]
    place = item.placesText(locale)
    action = item.action[locale]
    link = item.finding.map { "#f\($0 + 1)" } ?? "#notices"
  }

  init(_ retake: RetakeAdvice, _ locale: ReportLocale) {
    title = retake.file
    place = nil
    action = (retake.advice + retake.losses).map { $0[locale] }
      .joined(separator: locale.text("；", "; "))
    link = "#retakes"
  }

  /// The first of all groups.
  static func first(of masked: MaskedReport) -> TodoItem? {
    let locale = masked.locale
    return masked.correctionGroups.first?.items.first.map { TodoItem($0, locale) }
      ?? masked.retakes.first.map { TodoItem($0, locale) }
  }

  var model: TemplateValue {
    [
      "title": .text(title), "place": .optional(place), "action": .text(action),
      "link": .text(link),
    ]
  }
}

extension CorrectionItem {
  /// Where the wrong value stands, or else where to look.
  fileprivate func placesText(_ locale: ReportLocale) -> String? {
    if let place = actual?.place { return place[locale] }
    let texts = places.prefix(3).map { $0[locale] }
    return texts.isEmpty ? nil : texts.joined(separator: locale.listSeparator)
  }
}
