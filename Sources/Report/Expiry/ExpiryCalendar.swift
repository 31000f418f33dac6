internal import Model
internal import Native  // allowed: SHA-256 alone

/// `expiry.ics` is a calendar (RFC 5545) of what runs out, for programs that remind.
///
/// It leaves the machine for phones and servers, so it names companies and kinds of papers alone: no files, whose
/// names may be those of persons, and no value of a paper but its last day.
enum ExpiryCalendar {
  static func text(of list: ExpiryList, locale: ReportLocale) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//dossier//expiry//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:" + escaped(locale.text("资质到期提醒", "What runs out")),
    ]
    for item in list.expired + list.soon {
      guard let date = item.date else { continue }
      let isPast = date < list.asOf
      let state =
        isPast ? locale.text("已过期", "run out") : locale.text("到期", "runs out")
      lines += event(
        on: date, list, id: [item.submission, item.what.chinese],
        summary: "\(holder(item)) \(item.what[locale]) \(state)",
        description: item.countdown(list.daysLeft(item))[locale] + " (" + list.asOf.iso + ")",
        hasAlarm: !isPast)
    }
    if !list.unknown.isEmpty {
      let entries = list.unknown.map {
        "\(holder($0)) \($0.what[locale]): \($0.dayWords[locale])"
      }
      lines += event(
        on: list.asOf, list, id: [],
        summary: ExpiryState.unknown.heading(list.unknown.count, within: list.within, locale),
        description: entries.joined(separator: "\n"), hasAlarm: false)
    }
    lines.append("END:VCALENDAR")
    return lines.map(folded).joined()
  }

  /// A folder may be called by a person's number.
  private static func holder(_ item: ExpiryItem) -> String { PersonalForm.masked(item.holder) }

  /// A whole day, which takes no time of anybody; thirty days before, a reminder.
  ///
  /// - Parameter parts: What the event is about, whatever day the list is of and whatever its language: a calendar that
  ///   takes the next list in replaces the event of the last one. None of the one event about what is not known.
  private static func event(
    on date: CalendarDate, _ list: ExpiryList, id parts: [String], summary: String,
    description: String, hasAlarm: Bool
  ) -> [String] {
    let basic = digits(date)
    let mark =
      parts.isEmpty ? ["not known"] + [list.firstSubmission].compactMap(\.self) : [basic] + parts
    let id = SHA256.hex(of: mark.joined(separator: "\n")).prefix(32)
    var lines = [
      "BEGIN:VEVENT", "UID:\(id)@dossier", "DTSTAMP:\(digits(list.asOf))T000000Z",
      "DTSTART;VALUE=DATE:\(basic)",
    ]
    if let next = date.adding(days: 1) { lines.append("DTEND;VALUE=DATE:\(digits(next))") }
    lines += [
      "SUMMARY:\(escaped(summary))", "DESCRIPTION:\(escaped(description))", "TRANSP:TRANSPARENT",
    ]
    if hasAlarm {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P30D", "DESCRIPTION:\(escaped(summary))",
        "END:VALARM",
      ]
    }
    return lines + ["END:VEVENT"]
  }

  private static func digits(_ date: CalendarDate) -> String {
    String(date.iso.filter { $0 != "-" })
  }

  /// A text value (section 3.3.11) in which nothing of a document acts.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).visible.escaped { escapes[$0] } }.joined(separator: "\\n")
  }

  private static let escapes: [Unicode.Scalar: String] = ["\\": "\\\\", ";": "\\;", ",": "\\,"]

  /// A content line of at most 75 octets a piece (section 3.1), never cut within a character.
  private static func folded(_ line: String) -> String {
    var text = ""
    var count = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if count + width > 74 {
        text += "\r\n "
        count = 1
      }
      text.unicodeScalars.append(scalar)
      count += width
    }
    return text + "\r\n"
  }
}
