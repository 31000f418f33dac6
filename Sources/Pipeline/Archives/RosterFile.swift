internal import Foundation
package import Ingest
internal import Model
internal import Native
internal import Tables

/// `--roster`: a delimited text is parsed here, a spreadsheet in a worker.
package enum RosterFile {
  /// In bytes.
  static let sizeLimit = 32 << 20

  /// Returns the roster at a path.
  package static func read(
    _ path: String, schema: DeclarationSchema, archives: Archives
  ) throws(RosterUnusable) -> Roster {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileSystem.read(
        try FileSystem.resolved(Array(path.utf8)), limit: sizeLimit)
    } catch {
      throw RosterUnusable(
        reason: LocalizedText(
          "无法打开（不存在、无权限或超过 \(sizeLimit) 字节）",
          "it cannot be opened: missing, not permitted, or over \(sizeLimit) bytes"))
    }
    return try Roster(
      try table(bytes, archives), file: URL(fileURLWithPath: path).lastPathComponent,
      schema: schema)
  }

  private static func table(
    _ bytes: [UInt8], _ archives: Archives
  ) throws(RosterUnusable) -> RosterTable {
    switch MediaType(sniffing: bytes) {
    case .xlsx: return try archives.table(in: bytes)
    case .xls, .compoundFile:
      throw RosterUnusable(
        reason: LocalizedText(
          "是旧版 .xls 或加密的表格，请另存为不加密的 .xlsx 或 .csv",
          "an old .xls or an encrypted workbook; save it as .xlsx without password"))
    default: break
    }
    guard let text = PlainText.decoded(bytes) else {
      throw RosterUnusable(
        reason: LocalizedText(
          "不是 .xlsx，也不是 UTF-8 或 GBK 的文本", "neither .xlsx nor a text in UTF-8 or GBK"))
    }
    // A roster may have one column: only folders.
    let delimiter = DelimitedText.delimiter(of: text) ?? ","
    let (sheet, remarks) = DelimitedText.sheet(text, delimiter: delimiter)
    for case .unclosedQuote(let line) in remarks {
      throw RosterUnusable(
        reason: LocalizedText(
          "第 \(line) 行的引号没有闭合，其后的行无法分清；请补上引号",
          "a quotation mark in line \(line) is never closed, so rows cannot be told apart; close it"
        ))
    }
    return RosterTable(sheet, isSpreadsheet: false)
  }
}

extension RosterTable {
  init(_ sheet: TableSheet, isSpreadsheet: Bool) {
    self.init(
      rows: sheet.rows.map { Row(number: $0.number, cells: $0.cells) },
      isSpreadsheet: isSpreadsheet)
  }
}
