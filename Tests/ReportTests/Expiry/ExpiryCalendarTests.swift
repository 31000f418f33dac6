import Model
import Testing

@testable import Report

/// Reads the calendar as RFC 5545 has it, with nothing forgiven.
struct ExpiryCalendarTests {
  struct Property {
    let name: String
    let parameters: String
    let value: String
  }

  /// The content lines, unfolded.
  private static func properties(_ text: String) throws -> [Property] {
    let bytes = Array(text.utf8)
    #expect(bytes.suffix(2) == [0x0D, 0x0A])
    for (index, byte) in bytes.enumerated() where byte == 0x0A { #expect(bytes[index - 1] == 0x0D) }
    var lines: [String] = []
    for line in text.unicodeScalars.split(separator: "\r\n".unicodeScalars.first ?? "\r") {
      let content = String(String.UnicodeScalarView(line.filter { $0 != "\n" }))
      guard !content.isEmpty else { continue }
      #expect(content.utf8.count <= 75)
      if content.hasPrefix(" "), let last = lines.popLast() {
        lines.append(last + content.dropFirst())
      } else {
        lines.append(content)
      }
    }
    return try lines.map { line in
      let colon = try #require(line.firstIndex(of: ":"))
      let head = line[..<colon].split(separator: ";", maxSplits: 1)
      let isName = head.first?.allSatisfy { $0.isASCII && ($0.isUppercase || $0 == "-") }
      #expect(isName == true)
      return Property(
        name: String(try #require(head.first)),
        parameters: head.count > 1 ? String(head[1]) : "",
        value: String(line[line.index(after: colon)...]))
    }
  }

  private static func calendar(
    _ locale: ReportLocale = .chinese, on day: String = "2026-11-22"
  ) throws -> String {
    ExpiryCalendar.text(
      of: try ExpiryTests.list(
        [
          ExpiryTests.items([
            ExpiryTests.card(
              "m1", "李小芳 身份证.jpg", .known, .date(try Specimen.date("2026-12-01"))),
            ExpiryTests.card(
              "m2", "反面.jpg", .known, .date(try Specimen.date("2020-12-01")), role: "operator"),
            ExpiryTests.card("m3", "李小芳.jpg", .unread, nil, role: "other"),
          ]),
          ExpiryTests.items(
            [
              ExpiryTests.card(
                "m1", "a.jpg", .known, .date(try Specimen.date("2026-12-01")))
            ], in: "另一\r\nBEGIN:VALARM;,\\"),
        ], on: day), locale: locale)
  }

  private static func ids(_ text: String) throws -> Set<String> {
    Set(try properties(text).filter { $0.name == "UID" }.map(\.value))
  }

  /// A calendar that takes in the list of another day, or in another language, has no event twice.
  @Test func eventsKeepTheirIdentifiers() throws {
    let ids = try Self.ids(try Self.calendar())
    #expect(ids.count == 4)
    #expect(try Self.ids(try Self.calendar(.english)) == ids)
    #expect(try Self.ids(try Self.calendar(on: "2026-12-15")) == ids)
  }

  @Test(arguments: ReportLocale.allCases)
  func everyComponentIsClosedAndHasWhatItMust(locale: ReportLocale) throws {
    var open: [String] = []
    var events: [[Property]] = []
    for property in try Self.properties(try Self.calendar(locale)) {
      switch property.name {
      case "BEGIN":
        open.append(property.value)
        if property.value == "VEVENT" { events.append([]) }
      case "END": #expect(open.popLast() == property.value)
      default: if open.last == "VEVENT" { events[events.count - 1].append(property) }
      }
    }
    #expect(open.isEmpty)
    #expect(events.count == 4)
    for event in events {
      for name in ["UID", "DTSTAMP", "DTSTART", "SUMMARY"] {
        #expect(event.count { $0.name == name } == 1)
      }
      #expect(event.first { $0.name == "DTSTART" }?.parameters == "VALUE=DATE")
    }
    let ids = events.compactMap { $0.first { $0.name == "UID" }?.value }
    #expect(Set(ids).count == ids.count)
    let starts = events.compactMap { $0.first { $0.name == "DTSTART" }?.value }
    #expect(starts == ["20201201", "20261201", "20261201", "20261122"])
  }

  @Test func itHoldsNoFileAndNoPerson() throws {
    let text = try Self.properties(try Self.calendar()).map(\.value).joined(separator: "\n")
    for secret in Specimen.secrets + [".jpg", "李小芳"] { #expect(!text.contains(secret)) }
    #expect(text.contains("深圳市星河科技有限公司"))
  }
}
