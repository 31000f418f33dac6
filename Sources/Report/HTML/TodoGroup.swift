internal import Model

/// What one party has to do, in the order of importance.
struct TodoGroup {
  let heading: String
  let items: [Item]

  struct Item {
    let title: String
    let place: String?
    let action: String
    /// To the finding or section with the reasons.
    let link: String?
  }

  /// By who must act; pictures to retake come last, for the subsidiary.
  static func all(_ masked: MaskedReport) -> [TodoGroup] {
    let locale = masked.locale
    var groups = CorrectionOwner.allCases.compactMap { owner -> TodoGroup? in
      let own = masked.corrections.filter { $0.owner == owner }
      guard !own.isEmpty else { return nil }
      return TodoGroup(
        heading: owner.heading[locale],
        items: own.map { item in
          Item(
            title: item.title[locale], place: item.placesText(locale),
            action: item.action[locale],
            link: item.finding.map { "#f\($0 + 1)" } ?? "#notices")
        })
    }
    let retakes = masked.retakes
    if !retakes.isEmpty {
      groups.append(
        TodoGroup(
          heading: RetakeAdvice.heading[locale],
          items: retakes.map { retake in
            Item(
              title: retake.file, place: nil,
              action: (retake.advice + retake.losses).map { $0[locale] }
                .joined(separator: masked.pick("；", "; ")),
              link: "#retakes")
          }))
    }
    return groups
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

extension TodoGroup.Item: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "title": .text(title)
    case "place": .optional(place)
    case "action": .text(action)
    case "link": .optional(link)
    default: nil
    }
  }
}

extension TodoGroup: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "heading": .text(heading)
    case "items": .list(items)
    default: nil
    }
  }
}
