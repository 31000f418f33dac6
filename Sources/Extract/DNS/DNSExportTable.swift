package import MailDNS
package import Model
internal import Tables

/// Reads the lists of records that consoles export as CSV and XLSX (阿里云, DNSPod, Cloudflare and the like).
package enum DNSExportTable {
  /// Whether a delimited text has the header of such a list.
  static func isTable(_ head: String) -> Bool {
    guard let delimiter = DelimitedText.delimiter(of: head) else { return false }
    return DNSExportHeader(DelimitedText.sheet(head, delimiter: delimiter).sheet) != nil
  }

  /// Returns a delimited text as a capture.
  ///
  /// - Parameter text: UTF-8.
  package static func capture(
    _ text: [UInt8], file: String, into extraction: inout Extraction
  ) -> DNSCapture? {
    let text = String(decoding: text, as: UTF8.self)
    guard let delimiter = DelimitedText.delimiter(of: text) else { return nil }
    let (sheet, remarks) = DelimitedText.sheet(text, delimiter: delimiter)
    extraction.addRemarks(remarks)
    return capture(sheet, remarks, file: file, page: nil)
  }

  /// The first sheet of a workbook that is a list of records, with its 0-based number.
  static func capture(_ workbook: Workbook, file: String) -> (capture: DNSCapture, page: Int)? {
    for (page, sheet) in workbook.sheets.enumerated() {
      if let capture = capture(sheet, workbook.remarks, file: file, page: page) {
        return (capture, page)
      }
    }
    return nil
  }

  private static func capture(
    _ sheet: TableSheet, _ remarks: [TableRemark], file: String, page: Int?
  ) -> DNSCapture? {
    guard let header = DNSExportHeader(sheet) else { return nil }
    let isCut = remarks.contains { remark in
      switch remark {
      case .cut, .cellTooLong, .unclosedQuote: true
      case .formulas, .externalLinks, .macros: false
      }
    }
    var list = list(sheet, header, isPart: isCut)
    list.readFileName(file)
    let raw = Dictionary(
      sheet.rows.map { ($0.number, $0.cells.joined(separator: " | ")) },
      uniquingKeysWith: { first, _ in first })
    do throws(DomainNameFault) {
      return try list.capture { row in
        RecordOrigin(
          evidence: Evidence(
            file: file, page: page, method: .dns, raw: raw[row.line].map { String($0.prefix(400)) },
            position: TextPosition(line: row.line, column: 1)))
      }
    } catch { return nil }
  }

  /// The rows of a sheet below its header.
  ///
  /// - Parameter isPart: whether there are more records than the sheet shows.
  static func list(_ sheet: TableSheet, _ header: DNSExportHeader, isPart: Bool) -> ConsoleList {
    var list = ConsoleList(.table, naming: header.hasWholeNames ? .whole : .relative)
    list.isPart = isPart
    list.readTitle(sheet, above: header)
    list.rows = sheet.rows.dropFirst(header.row + 1).compactMap { row($0, header) }
    if list.naming == .whole, list.zone == nil { list.zone = apex(of: list.rows) }
    return list
  }

  /// `nil` for a row without a type, as of notes below the list.
  private static func row(_ row: TableSheet.Row, _ header: DNSExportHeader) -> ConsoleRow? {
    let type = row[header.type].filter { !$0.isWhitespace }
    guard !type.isEmpty else { return nil }
    var read = ConsoleRow(
      host: row[header.host].filter { !$0.isWhitespace }, type: type,
      value: unmarked(row[header.value]), line: row.number)
    func text(_ column: Int?) -> String? {
      column.map { row[$0].filter { !$0.isWhitespace } }
    }
    read.zone = header.zone.flatMap { ZoneLabel.name(row[$0]) }
    read.preference = text(header.preference)
    read.timeToLive = text(header.timeToLive)
    read.network = text(header.network)
    read.isEnabled = text(header.status).map { !disabled.contains($0.lowercased()) } != false
    return read
  }

  static let disabled: Set = [
    "暂停", "已暂停", "停用", "已停用", "禁用", "disable", "disabled", "0", "false", "off", "关闭", "pause",
    "paused", "spam",
  ]

  /// Spreadsheet programs mark text that is to stay text with an apostrophe.
  private static func unmarked(_ cell: String) -> String {
    cell.hasPrefix("'") ? String(cell.dropFirst()) : cell
  }

  /// The shortest owner of whole names, which all others are below.
  private static func apex(of rows: [ConsoleRow]) -> DomainName? {
    let names = rows.compactMap { DomainName(text: $0.host) }
    guard let shortest = names.min(by: { ($0.labels.count, $0) < ($1.labels.count, $1) }),
      shortest.labels.count > 1, names.allSatisfy({ $0.isWithin(shortest) })
    else { return nil }
    return shortest
  }
}

extension ConsoleList {
  /// Takes the zone from the file's name where nothing else says it.
  mutating func readFileName(_ file: String) {
    guard zone == nil, let name = ZoneLabel.zone(inFileName: file) else { return }
    zone = name
    isZoneOfFileName = true
  }

  /// The zone and the time as they stand above the header, in a column, or on the sheet's tab.
  fileprivate mutating func readTitle(_ sheet: TableSheet, above header: DNSExportHeader) {
    for row in sheet.rows.prefix(header.row) {
      for (index, cell) in row.cells.enumerated() {
        let next = row[index + 1]
        time = time ?? CaptureTime.labelled(cell, next: next)
        zone = zone ?? ZoneLabel.zone(in: cell, next: next)
      }
    }
    if zone == nil, let column = header.zone {
      zone = sheet.rows.dropFirst(header.row + 1).first.flatMap { ZoneLabel.name($0[column]) }
    }
    zone = zone ?? ZoneLabel.name(sheet.name)
  }
}
