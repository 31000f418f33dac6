internal import Model
internal import Testing

@Suite struct InstantTests {
  @Test(arguments: [
    ("20200817111329Z", "2020-08-17"), ("20200817161329Z", "2020-08-18"),
    ("200817111329Z", "2020-08-17"), ("2008171113Z", "2020-08-17"),
    ("2020-01-25T07:31:56.377Z", "2020-01-25"), ("2020-01-25 23:31:56", "2020-01-25"),
    ("20200125233156+0800", "2020-01-25"), ("20200125233156.5Z", "2020-01-26"),
    ("500101000000Z", "1950-01-01"),
  ])
  func knownFormsAreRead(_ text: String, _ day: String) {
    #expect(Instant(reading: text)?.shanghaiDate?.iso == day)
  }

  @Test(arguments: [
    "", "Z", "2020", "20201317111329Z", "20200817251329Z", "2020081711132xZ", "2020-08-17",
    "20200817111329+99999", "-------------------",
  ])
  func othersAreNot(_ text: String) { #expect(Instant(reading: text) == nil) }

  @Test func dayBeginsInShanghai() throws {
    let day = try #require(CalendarDate(iso: "2026-11-22"))
    #expect(Instant(startOf: day).shanghaiDate == day)
    #expect(Instant(seconds: Instant(startOf: day).seconds - 1).shanghaiDate?.iso == "2026-11-21")
    #expect(Instant(seconds: .max).shanghaiDate == nil)
  }
}
