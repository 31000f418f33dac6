internal import Model

/// What one party has to do, in the order of importance.
struct TodoGroup {
  let heading: String
  let items: [TodoItem]

  var model: TemplateValue { ["heading": .text(heading), "items": .list(items, \.model)] }

  /// By who must act, who has the weightiest thing to do first; pictures to retake are the subsidiary's.
  static func all(_ masked: MaskedReport) -> [TodoGroup] {
    let locale = masked.locale
    let groups = masked.correctionGroups.map { owner, items in
      TodoGroup(heading: owner.heading[locale], items: items.map { TodoItem($0, locale) })
    }
    guard !masked.retakes.isEmpty else { return groups }
    let retakes = TodoGroup(
      heading: RetakeAdvice.heading[locale], items: masked.retakes.map { TodoItem($0, locale) })
    let place = masked.retakeWeight.flatMap { weight in
      masked.correctionGroups.firstIndex { $0.items.allSatisfy { weight < $0.weight } }
    }
    return Array(groups.prefix(place ?? groups.count)) + [retakes]
      + groups.dropFirst(place ?? groups.count)
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
    link =
      item.finding.map { "#f\($0 + 1)" }
      ?? (item.isKnown && item.rule != nil ? "#todo" : "#notices")
  }

  init(_ retake: RetakeAdvice, _ locale: ReportLocale) {
    title = retake.file
    place = nil
    action = (retake.advice + retake.losses).map { $0[locale] }
      .joined(separator: locale.text("；", "; "))
    link = "#retakes"
  }

  /// The weightiest of all, whoever has to do it.
  static func first(of masked: MaskedReport, _ locale: ReportLocale) -> TodoItem? {
    let item = masked.correctionGroups.first?.items.first
    let retake = masked.retakes.first
    if let retake, let weight = masked.retakeWeight, item.map({ weight < $0.weight }) != false {
      return TodoItem(retake, locale)
    }
    return item.map { TodoItem($0, locale) } ?? retake.map { TodoItem($0, locale) }
  }

  /// In one line.
  func line(_ locale: ReportLocale) -> String { title + locale.text("：", ": ") + action }

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
