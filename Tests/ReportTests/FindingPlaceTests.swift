import Model
import Testing

@testable import Report

@Suite struct FindingPlaceTests {
  @Test(arguments: [
    ("名册.xlsx", 4, 6, "名册.xlsx F4"), ("a.XLSX", 12, 28, "a.XLSX AB12"),
    ("a.xlsx", 1, 52, "a.xlsx AZ1"),
    ("名册.csv", 4, 6, "名册.csv:4:6"), ("declared.yaml", 5, 9, "declared.yaml:5:9"),
  ])
  func cellsAreCalledAsSpreadsheetsCallThem(file: String, line: Int, column: Int, text: String) {
    let place = FindingPlace(
      fact: "declared.company.name", file: file, page: nil, box: nil,
      position: TextPosition(line: line, column: column))
    #expect(place.text(.chinese, withBox: true) == text)
  }
}
