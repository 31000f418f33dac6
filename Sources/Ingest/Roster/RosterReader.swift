internal import Model
internal import Schema

/// Turns the rows of a roster into declarations; what it does not understand becomes notices.
struct RosterReader {
  private(set) var rows: [Roster.Row] = []
  private(set) var notices: [Notice] = []
  private let file: String
  private let isSpreadsheet: Bool
  private let titles: [String]
  private let columns: [RosterColumn?]
  /// The titles of columns that are kept though they are no keys, by their 0-based places.
  private let labels: [Int: String]
  /// The numbers of the rows that name folders.
  private var numbers: [String: Int] = [:]

  /// Those titles in the order of the columns.
  var labelTitles: [String] { labels.sorted { $0.key < $1.key }.map(\.value) }

  /// Whether a row names the columns: one of its cells says folder.
  static func isHeader(_ row: RosterTable.Row, schema: DeclarationSchema) -> Bool {
    row.cells.contains { cell in
      if case .folder? = RosterColumn(trimmed(cell), schema: schema) { true } else { false }
    }
  }

  /// Whether a row names columns without a folder: one is the company's name, and there are others.
  static func namesCompanies(_ row: RosterTable.Row, schema: DeclarationSchema) -> Bool {
    let titles = row.cells.map(trimmed).filter { !$0.isEmpty }
    return titles.count > 1
      && titles.contains { RosterColumn($0, schema: schema)?.path == "company.name" }
  }

  init(file: String, schema: DeclarationSchema, isSpreadsheet: Bool, header: RosterTable.Row) {
    self.file = file
    self.isSpreadsheet = isSpreadsheet
    titles = header.cells.map(Self.trimmed)
    let columns = titles.map {
      $0 == Self.ownLabel ? nil : RosterColumn($0, schema: schema)
    }
    self.columns = columns
    var seen: Set<String> = []
    for (index, column) in columns.enumerated() {
      guard let path = column?.path, !seen.insert(path).inserted else { continue }
      notices.append(
        Notice(
          file: file, stage: .declare, code: .declarationDuplicate,
          details: [
            "line": String(header.number), "column": String(index + 1), "key": titles[index],
          ]))
    }
    labels = Self.labels(titles, columns, schema)
    for (index, title) in titles.enumerated()
    where columns[index] == nil && labels[index] == nil && !Self.isCounter(title) {
      notices.append(
        Notice(
          file: file, stage: .declare, code: .rosterColumnUnknown,
          details: ["column": title].with("suggestion", Self.suggestion(for: title, schema))))
    }
  }

  /// The titles of columns that are kept though they are no keys, by their places.
  ///
  /// What is nearly a key is none, and what may be a key of several persons; those are told.
  private static func labels(
    _ titles: [String], _ columns: [RosterColumn?], _ schema: DeclarationSchema
  ) -> [Int: String] {
    var labels: [Int: String] = [:]
    for (index, title) in titles.enumerated() where columns[index] == nil && !isCounter(title) {
      let isClear =
        title == ownLabel
        || RosterColumn.titles(called: title, schema: schema).isEmpty
          && nearKey(title, schema) == nil && !PersonalForm.mayStand(in: title)
      if isClear, !labels.values.contains(title) { labels[index] = title }
    }
    return labels
  }

  /// Who looks after the company in the group; on the paper of a branch it is who heads that.
  private static let ownLabel = "负责人"

  /// A column that numbers the rows, or has no title.
  private static func isCounter(_ title: String) -> Bool {
    ["", "序号", "编号", "序", "no", "no.", "#", "id"].contains(title.lowercased())
  }

  /// The key that a title misspells; two characters are too few to tell.
  private static func nearKey(_ title: String, _ schema: DeclarationSchema) -> String? {
    guard title.count > 2 else { return nil }
    return NearestName.suggestion(for: title, among: RosterColumn.names(of: schema))
      ?? NearestName.suggestion(for: title, among: RosterColumn.longNames(of: schema))
  }

  private static func suggestion(for title: String, _ schema: DeclarationSchema) -> LocalizedText {
    let meant = RosterColumn.titles(called: title, schema: schema)
    if !meant.isEmpty {
      return LocalizedText(
        "请写明是谁的：\(meant.joined(separator: "、"))。",
        "Say whose it is: \(meant.joined(separator: ", ")).")
    }
    return nearKey(title, schema).map {
      LocalizedText("是否想写「\($0)」？", "Did you mean \"\($0)\"?")
    } ?? LocalizedText("可用的列见 rules/declared.yaml。", "See rules/declared.yaml.")
  }

  /// What stands below a table.
  private static let remarks = [
    "填表", "填报", "制表", "审核", "复核", "日期", "备注", "说明", "注：", "注:", "单位", "联系",
  ]

  /// In characters.
  private static let longestLabel = 200

  private var folderIndex: Int? {
    columns.firstIndex { if case .folder = $0 { true } else { false } }
  }

  var isByCompany: Bool { folderIndex == nil }

  mutating func read(_ row: RosterTable.Row) {
    guard row.cells.contains(where: { !Self.trimmed($0).isEmpty }) else { return }
    guard let index = folderIndex ?? columns.firstIndex(where: { $0?.path == "company.name" })
    else { return }
    let folder = index < row.cells.count ? Self.folder(row.cells[index]) : ""
    let cells = row.cells.map(Self.trimmed)
    guard !RosterTotal.isRow(cells, columns, folder: folder) else { return }
    if let reason = problem(with: folder, of: company(in: cells)) {
      notices.append(
        Notice(
          file: file, stage: .declare, code: .rosterRowUnusable,
          details: ["line": String(row.number)].with("reason", reason)))
      return
    }
    var declaration = Declaration(notices: [])
    var seen: Set<String> = []
    for (column, cell) in row.cells.enumerated() where column < columns.count {
      guard case .value(let path, let type) = columns[column], seen.insert(path).inserted else {
        continue
      }
      read(
        Self.trimmed(cell), path: path, type: type,
        at: TextPosition(line: row.number, column: column + 1), into: &declaration)
    }
    let labels = labels.sorted { $0.key < $1.key }.compactMap { index, title in
      let value = index < cells.count ? cells[index] : ""
      return value.isEmpty
        ? nil : SubmissionLabel(title: title, value: String(value.prefix(Self.longestLabel)))
    }
    numbers[folder] = row.number
    rows.append(
      Roster.Row(number: row.number, folder: folder, declaration: declaration, labels: labels))
  }

  private func read(
    _ cell: String, path: String, type: DeclaredType, at position: TextPosition,
    into declaration: inout Declaration
  ) {
    guard !cell.isEmpty else { return }
    let title = titles[position.column - 1]
    var details = [
      "line": String(position.line), "column": String(position.column), "key": title,
    ]
    if Self.isDamagedNumber(cell) {
      details["column"] = title
      declaration.unread.append(.init(path: path, type: type, file: file, position: position))
      declaration.notices.append(
        Notice(file: file, stage: .declare, code: .rosterNumberDamaged, details: details))
      return
    }
    let text = type.kind == .date ? date(cell) : cell
    let node = YAMLNode(content: .scalar(text, .quoted), position: position)
    let taken = DeclaredValueTaking(file: file).taken(
      node, path: path, type: type, raw: cell, details)
    declaration.facts += taken.facts
    declaration.notices += taken.notices
    declaration.unread += taken.unread
  }

  /// The company's name or code as a row has it.
  private func company(in cells: [String]) -> String? {
    let wanted = ["company.name", "company.credit_code"]
    return wanted.lazy.compactMap { path in
      zip(columns, cells).first { column, cell in
        if case .value(path, _)? = column { !cell.isEmpty } else { false }
      }?.1
    }.first
  }

  /// Why a row is of no use; `nil` where it is.
  private func problem(with folder: String, of company: String?) -> LocalizedText? {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    if folder.contains(where: { "：:".contains($0) }), Self.remarks.contains(where: folder.hasPrefix)
    {
      return LocalizedText("像是表尾的说明，不是文件夹", "it looks like a remark below the table, not a folder")
    }
    if isByCompany {
      if folder.isEmpty { return LocalizedText("没有企业名称", "it names no company") }
      if let other = numbers[folder] {
        return LocalizedText(
          "企业「\(folder)」与第 \(other) 行相同", "row \(other) names the same company, \"\(folder)\"")
      }
    }
    if folder.isEmpty {
      return company.map {
        LocalizedText("「\($0)」没有写文件夹，因此没有核对这一家", "\"\($0)\" has no folder, so it is not checked")
      } ?? LocalizedText("没有文件夹", "it names no folder")
    }
    let isUnsafe =
      folder.hasPrefix("/") || parts.contains { $0.isEmpty || $0 == ".." || $0 == "." }
      || folder.unicodeScalars.contains { $0.properties.generalCategory == .control }
    if isUnsafe {
      return LocalizedText("文件夹应为批次目录中的相对路径", "the folder must be a path inside the batch")
    }
    if let other = numbers[folder] {
      return LocalizedText(
        "文件夹「\(folder)」与第 \(other) 行相同", "row \(other) names the same folder, \"\(folder)\"")
    }
    return nil
  }

  /// Days since 1899-12-30, as spreadsheets keep dates; other texts stay.
  private func date(_ cell: String) -> String {
    guard isSpreadsheet, let days = Int(cell), (20_000...80_000).contains(days) else { return cell }
    return CalendarDate(dayNumber: days - 25_569).map(\.iso) ?? cell
  }

  /// `9.14403E+17`: a code that a spreadsheet took for a number; its last digits are gone.
  private static func isDamagedNumber(_ cell: String) -> Bool {
    guard let mark = cell.firstIndex(where: { $0 == "E" || $0 == "e" }) else { return false }
    let digits = cell[..<mark]
    let exponent = cell[cell.index(after: mark)...].drop { $0 == "+" || $0 == "0" }
    guard let power = Int(exponent), power >= 14, !digits.isEmpty else { return false }
    return digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
  }

  /// `="0123"` and `'0123` are how people keep spreadsheets from counting.
  private static func trimmed(_ cell: String) -> String {
    var text = cell.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    if text.hasPrefix("=\""), text.hasSuffix("\""), text.count > 3 {
      text = text.dropFirst(2).dropLast()
    } else if text.hasPrefix("'") {
      text = text.dropFirst()
    }
    return String(text)
  }

  private static func folder(_ cell: String) -> String {
    var text = trimmed(cell)
    if text.hasPrefix("./") { text.removeFirst(2) }
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    return text
  }
}
