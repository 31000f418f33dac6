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

  var model: TemplateValue {
    [
      "heading": .text(heading),
      "items": .list(items) { item in
        [
          "title": .text(item.title), "place": .optional(item.place),
          "action": .text(item.action), "link": .optional(item.link),
        ]
      },
    ]
  }

  /// By who must act; pictures to retake come last, for the subsidiary.
  static func all(_ masked: MaskedReport) -> [TodoGroup] {
    let locale = masked.locale
    var groups = masked.correctionGroups.map { owner, items in
      TodoGroup(
        heading: owner.heading[locale],
        items: items.map { item in
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
                .joined(separator: locale.text("；", "; ")),
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
