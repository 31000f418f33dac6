import Testing

@testable import Model

@Suite struct PlainNumberTests {
  @Test(arguments: [
    ("1,234", 1234.0), ("86.5%", 0.865), ("８３％", 0.83), ("50 封", 50), ("4.6/5", 4.6), ("0.8", 0.8),
  ])
  func numbersOfTables(text: String, value: Double) { #expect(PlainNumber.value(text) == value) }

  @Test(arguments: ["", "约50", "1.2.3", "50/100", "-3", "%", "1e9", "九十"])
  func whatIsNoNumber(text: String) { #expect(PlainNumber.value(text) == nil) }
}
