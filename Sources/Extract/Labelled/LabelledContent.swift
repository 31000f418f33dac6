internal import Model
internal import Tables

/// A file of labelled values before anybody knows what the labels mean.
enum LabelledContent {
  case json(JSONValue)
  /// Sheets of a workbook, a delimited text or the tables of a page, with the page of evidence.
  case tables([(sheet: TableSheet, page: Int?)], lines: [(text: String, row: Int)])

  /// - Returns: `nil` where the bytes are no text.
  init?(text bytes: [UInt8], isMarkup: Bool) {
    guard let text = PlainText.decoded(bytes) else { return nil }
    if isMarkup {
      let page = MarkupPage(text)
      self = .tables([(page.table, nil)], lines: page.lines)
      return
    }
    if let first = text.first(where: { !$0.isWhitespace }), "{[".contains(first),
      let value = JSONValue(text)
    {
      self = .json(value)
      return
    }
    var tables: [(sheet: TableSheet, page: Int?)] = []
    if let delimiter = DelimitedText.delimiter(of: text) {
      tables = [(DelimitedText.sheet(text, delimiter: delimiter).sheet, nil)]
    }
    self = .tables(tables, lines: Self.lines(of: text))
  }

  init(_ workbook: Workbook) {
    self = .tables(workbook.sheets.enumerated().map { ($0.element.filled, $0.offset) }, lines: [])
  }

  /// Lines of pairs are few; a table of a million rows is none.
  private static let lineLimit = 20_000

  private static func lines(of text: String) -> [(text: String, row: Int)] {
    text.split(maxSplits: lineLimit, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .prefix(lineLimit).enumerated()
      .compactMap { $0.element.isEmpty ? nil : ($0.element.trimmed, $0.offset + 1) }
  }

  /// All records whose labels are in the set.
  func records<Field>(_ labels: LabelSet<Field>) -> [LabelledRecord<Field>] {
    switch self {
    case .json(let value): return JSONRecords(labels: labels).records(in: value)
    case .tables(let tables, let lines):
      var records = tables.flatMap {
        TableRecords(labels: labels, page: $0.page).records(in: $0.sheet)
      }
      guard let beside = LineRecord(labels: labels).record(in: lines) else { return records }
      if records.isEmpty { return [beside] }
      for index in records.indices { records[index].complete(from: beside) }
      return records
    }
  }
}

/// Pairs of label and value, each on its line, or the value on the line after.
private struct LineRecord<Field: Hashable & CaseIterable & Sendable> {
  let labels: LabelSet<Field>

  func record(in lines: [(text: String, row: Int)]) -> LabelledRecord<Field>? {
    var record = LabelledRecord<Field>(page: nil)
    for (index, line) in lines.enumerated() {
      if let pair = labels.pair(in: line.text), !pair.value.isEmpty {
        record.add(pair.value, row: line.row, to: pair.field)
      } else if let field = labels.field(of: line.text), lines.indices.contains(index + 1) {
        let next = lines[index + 1]
        // Two labels in a row are the head of something else.
        guard labels.field(of: next.text) == nil, labels.pair(in: next.text) == nil else {
          continue
        }
        record.add(next.text, row: next.row, to: field)
      }
    }
    return record.fields.isEmpty ? nil : record
  }
}
