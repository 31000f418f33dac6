internal import CEL
internal import Model
internal import Schema

/// The sources that rules, tables and checklists may cite: the rows of `sources.csv`.
struct SourceRegister: Sendable {
  static let fileName = "sources.csv"
  static let columns = ["id", "title", "place", "seen"]
  /// Parts ids in a cell of a table that names several.
  static let separator: Character = "|"
  private static let idPattern = "^[a-z0-9][a-z0-9.-]*$"

  struct Entry: Sendable {
    let source: CitedSource
    let cell: CSVFile.Cell
  }

  private(set) var entries: [String: Entry] = [:]
  /// Whether any file was there to read.
  private(set) var hasFile = false

  subscript(id: String) -> CitedSource? { entries[id]?.source }

  /// Why an id is none of the register's, and what to do.
  func refusal(of id: String) -> LocalizedText {
    guard hasFile else {
      return LocalizedText(
        "没有出处「\(id)」：规则文件夹中没有 \(Self.fileName)；请建立该文件，首行为 \(Self.header)",
        "there is no source \"\(id)\": the rules folder has no \(Self.fileName); "
          + "make one whose first line is \(Self.header)")
    }
    let hint = Hint(id, among: entries.keys)
    return LocalizedText(
      "\(Self.fileName) 中没有出处「\(id)」\(hint.chinese)；新的出处请在规则包旁的 \(Self.fileName)（首行 \(Self.header)）中加一行，"
        + "例如 house-1,公司制度第三条,公司制度汇编,2026-01-31，再写 ref: house-1",
      "\(Self.fileName) has no source \"\(id)\"\(hint.english); a new source gets a row in \(Self.fileName) beside the pack "
        + "(first line \(Self.header)), "
        + "such as house-1,House rule 3,the company's rules,2026-01-31, and is cited as ref: house-1"
    )
  }

  private static var header: String { columns.joined(separator: ",") }

  /// Adds the rows of a file; what is wrong with them is reported, and such rows are left out.
  mutating func add(_ file: CSVFile) -> [Diagnostic] {
    hasFile = true
    guard let header = file.rows.first, header.cells == Self.columns else {
      let row = file.rows.first ?? CSVTable.Row(cells: [], line: 1)
      return [
        file.cell(0, of: row).diagnostic(
          "source-file", "首行应为 \(Self.header)", "the first line must be \(Self.header)")
      ]
    }
    var diagnostics: [Diagnostic] = []
    for row in file.rows.dropFirst() {
      do throws(Refusal) {
        let source = try Self.source(row)
        let cell = file.cell(0, of: row)
        if let first = entries[source.id]?.cell {
          diagnostics.append(
            cell.diagnostic(
              "duplicate-source", "出处「\(source.id)」已在 \(first.file.path) 第 \(first.row.line) 行",
              "the source \"\(source.id)\" is in \(first.file.path), line \(first.row.line) already"
            ))
        } else {
          entries[source.id] = Entry(source: source, cell: cell)
        }
      } catch {
        diagnostics.append(
          file.cell(error.column, of: row).diagnostic("source-file", error.chinese, error.english))
      }
    }
    return diagnostics
  }

  /// What is wrong with a row, and in which 0-based column.
  private struct Refusal: Error {
    let column: Int
    let chinese: String
    let english: String
  }

  private static func source(_ row: CSVTable.Row) throws(Refusal) -> CitedSource {
    guard row.cells.count == columns.count else {
      throw Refusal(
        column: 0,
        chinese: "应有 \(columns.count) 列，此行有 \(row.cells.count) 列；含逗号的内容须加引号",
        english:
          "there are \(columns.count) columns, here \(row.cells.count); quote what holds a comma")
    }
    guard PatternSyntax.matches(row.cells[0], idPattern) else {
      throw Refusal(
        column: 0, chinese: "id 由小写字母、数字、点和连字符组成",
        english: "an id is of lower-case letters, digits, dots and hyphens")
    }
    for column in 1...2 where row.cells[column].allSatisfy(\.isWhitespace) {
      throw Refusal(
        column: column, chinese: "缺少 \(columns[column])",
        english: "the \(columns[column]) is missing")
    }
    guard let seen = CalendarDate(iso: row.cells[3]) else {
      throw Refusal(
        column: 3, chinese: "seen 应为日期（YYYY-MM-DD）", english: "seen is a date (YYYY-MM-DD)")
    }
    return CitedSource(id: row.cells[0], title: row.cells[1], place: row.cells[2], seen: seen)
  }
}

extension DiagnosticLog {
  /// The source of that id; nothing where the node is missing, which the record has reported.
  mutating func source(_ node: YAMLNode?, of sources: SourceRegister) -> CitedSource? {
    guard let node, let id = string(node) else { return nil }
    if let source = sources[id] { return source }
    let reason = sources.refusal(of: id)
    report("unknown-source", at: node, reason.chinese, reason.english)
    return nil
  }
}
