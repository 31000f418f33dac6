internal import MailDNS
internal import Model
internal import Papers
internal import Recognition
internal import Tables

/// Evidence of DNS on a page: a terminal, or a console's list of records.
///
/// Values stand as they were read: a full-width letter or a curly quotation mark may be the record's own.
struct DNSScreenshot {
  private let text: PageText
  private let place: PagePlace

  /// No value that was read from pixels is surer: a letter of a name may be another one.
  private static let surest = 0.8

  init(_ text: PageText, place: PagePlace) {
    self.text = text
    self.place = place
  }

  /// What the page says; `nil` where it is no evidence of DNS.
  var capture: DNSCapture? {
    if let list { return list }
    let lines = text.rows.map { row in
      EvidenceText.PictureLine(
        text: delimited(row.map { text.lines[$0].line.text }.joined(separator: " ")),
        page: place.page, box: box(of: row), method: place.method, confidence: confidence(of: row))
    }
    let body = lines.map(\.text).joined(separator: "\n")
    guard let format = DNSEvidenceText.format(of: body) else { return nil }
    return DNSEvidenceText.capture(EvidenceText(lines, file: place.file), as: format)
  }

  /// With the outermost quotation marks as every terminal prints them; the evidence keeps what was read.
  private func delimited(_ line: String) -> String {
    guard let first = line.firstIndex(where: { "“”\"".contains($0) }),
      let last = line.lastIndex(where: { "“”\"".contains($0) }), first < last
    else { return line }
    return line[..<first] + "\"" + line[line.index(after: first)..<last] + "\""
      + line[line.index(after: last)...]
  }

  // MARK: Lists

  /// A list of records with its header; a part of the zone, as far as can be seen.
  private var list: DNSCapture? {
    guard let index = text.rows.indices.first(where: { header(at: $0) != nil }),
      let header = header(at: index)
    else { return nil }
    let columns = text.rows[index].map { left(of: $0) }
    let sheet = TableSheet(
      name: "",
      rows: text.rows.indices.map { number in
        TableSheet.Row(
          number: number + 1,
          cells: number == index
            ? texts(of: text.rows[number])
            : number < index ? texts(of: text.rows[number]) : cells(text.rows[number], columns))
      })
    var list = DNSExportTable.list(sheet, header, isPart: true)
    list.joinWrapped(sheet, header)
    do throws(DomainNameFault) {
      return try list.capture { row in
        let line = text.rows[row.line - 1]
        return RecordOrigin(
          evidence: Evidence(
            file: place.file, page: place.page, box: box(of: line), method: place.method,
            raw: texts(of: line).joined(separator: " | ")),
          confidence: confidence(of: line))
      }
    } catch { return nil }
  }

  private func header(at index: Int) -> DNSExportHeader? {
    DNSExportHeader(
      TableSheet(
        name: "", rows: [TableSheet.Row(number: index + 1, cells: texts(of: text.rows[index]))])
    )?.moved(to: index)
  }

  private func texts(of row: [Int]) -> [String] { row.map { text.lines[$0].line.text } }

  /// The texts of a row below the headings they stand under.
  private func cells(_ row: [Int], _ columns: [Double]) -> [String] {
    var cells = [String](repeating: "", count: columns.count)
    for line in row {
      let start = left(of: line)
      let slack = text.lines[line].box.height
      guard let column = columns.lastIndex(where: { $0 <= start + slack }) else { continue }
      let read = text.lines[line].line.text
      cells[column] += cells[column].isEmpty ? read : " " + read
    }
    return cells
  }

  private func left(of line: Int) -> Double {
    let places = text.lines[line].box.quad.corners.map { text.level.level($0).x }
    return places.reduce(.infinity, min)
  }

  // MARK: Evidence

  private func confidence(of row: [Int]) -> Double {
    guard place.method == .ocr else { return 1 }
    return row.map { text.lines[$0].line.meanProbability }.reduce(Self.surest, min)
  }

  private func box(of row: [Int]) -> Quad {
    let corners = row.flatMap { text.lines[$0].box.quad.corners }
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return Quad(x: 0, y: 0, width: 0, height: 0) }
    return place.box(Quad(x: left, y: top, width: right - left, height: bottom - top))
  }
}

extension ConsoleList {
  /// Joins values that go on in a row without a type to the value above.
  fileprivate mutating func joinWrapped(_ sheet: TableSheet, _ header: DNSExportHeader) {
    for row in sheet.rows.dropFirst(header.row + 1) {
      let others = row.cells.indices.filter { $0 != header.value && !row[$0].isEmpty }
      guard others.isEmpty, !row[header.value].isEmpty,
        let above = rows.lastIndex(where: { $0.line < row.number })
      else { continue }
      rows[above].value += row[header.value]
    }
  }
}
