internal import Model

/// `expiry.html` shows what runs out of all companies, for any browser; the index has the same tables.
enum ExpiryPage {
  static func text(of list: ExpiryList, locale: ReportLocale) throws -> String {
    try HTMLTemplate.expiry.rendered(
      [
        "page": HTMLPage.plain,
        "title": .text(
          locale.text("到期一览：\(list.within) 天内", "What runs out within \(list.within) days")),
        "asOf": .text(locale.text("截至 ", "as of ") + list.asOf.iso),
        "body": .text(try body(of: list, locale)),
      ], locale)
  }

  /// A table for each part, and what is not in them.
  static func body(of list: ExpiryList, _ locale: ReportLocale) throws -> String {
    let columns = [
      locale.text("公司", "Company"), locale.text("什么", "What"), locale.text("到期日", "Last day"),
      locale.text("还有", "Left"), locale.text("文件", "Files"),
    ]
    return try HTMLTemplate.expiries.rendered(
      [
        "nothing": .optional(list.nothing(locale)),
        "columns": .texts(columns), "rest": .text(list.rest(locale)),
        "parts": .list(list.parts) { part in
          [
            "heading": .text(part.state.heading(part.items.count, within: list.within, locale)),
            "tone": .text(part.state.tone),
            "items": .list(part.items) { item in
              [
                "name": .text(item.submission), "holder": .text(item.holder),
                "what": .text(item.what[locale]),
                "day": .text(item.dayWords[locale]),
                "left": .text(item.countdown(list.daysLeft(item))[locale]),
                "files": .text(item.files.joined(separator: locale.listSeparator)),
              ]
            },
          ]
        },
      ], locale)
  }
}
