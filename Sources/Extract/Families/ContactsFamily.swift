internal import Charts
internal import MailDNS
internal import Model
internal import Native
internal import Tables

/// Contact lists as workbooks, delimited texts or JSON; and charts in workbooks.
struct ContactsFamily: SourceFamily {
  static let factDeclarations = ContactsFacts.declarations

  /// Workbooks may be a console's list of records, too.
  private let providers: MailProviders

  init(_ tools: ReadingTools) { providers = tools.providers }

  /// How much of a text is looked at to tell a contact list.
  private static let glance = 65_536

  func claims(_ source: Source) -> Bool {
    switch source.mediaType {
    case .xlsx, .xls: return true
    case .html, .xml:
      return source.bytes.count <= Self.markupLimit && Self.markup(source).map(Self.isTable) == true
    case .text:
      // A glance may cut a character of two to four bytes.
      guard let text = PlainText.decoded(source.bytes) else { return false }
      let head = String(text.prefix(Self.glance))
      guard let first = head.first(where: { !$0.isWhitespace }) else { return false }
      if "{[".contains(first) {
        return
          (head.contains("\"userlist\"") || head.contains("\"parentid\"")
          || head.contains("\"userid\"")) && JSONValue(text).map(ContactsJSON.claims) == true
      }
      guard let sheet = Self.sheet(head) else { return false }
      return ContactsHeader(sheet) != nil
    default: return false
    }
  }

  /// Exports of web systems have some hundred kilobytes.
  private static let markupLimit = 8 << 20

  /// A page's tables, or a workbook in XML, which are called `.xls` as well.
  private static func markup(_ source: Source) -> Workbook? {
    guard source.mediaType == .xml else {
      return PlainText.decoded(source.bytes).map {
        Workbook(sheets: [MarkupPage($0).table], remarks: [])
      }
    }
    do throws(XMLRefusal) { return try Workbook(xml: source.bytes) } catch { return nil }
  }

  /// Whether a workbook is a list or a chart by its header: a page may hold tables for any purpose.
  private static func isTable(_ workbook: Workbook) -> Bool {
    workbook.sheets.contains { ContactsHeader($0) != nil }
      || DNSExportTable.capture(workbook, file: "") != nil
      || !TableChart.read(workbook).draft.boxes.isEmpty
  }

  func read(_ source: Source, into extraction: inout Extraction) {
    switch source.mediaType {
    case .xlsx: return readWorkbook(source, into: &extraction)
    case .xls: return readOldWorkbook(source, into: &extraction)
    case .html, .xml:
      if let workbook = Self.markup(source) { readSheets(of: workbook, into: &extraction) }
      return
    default: break
    }
    guard let text = PlainText.decoded(source.bytes) else { return }
    if let first = text.first(where: { !$0.isWhitespace }), "{[".contains(first) {
      guard let value = JSONValue(text) else { return }
      let (list, holdsPeople) = ContactsJSON.read(value)
      extraction.addContacts(list, holdsPeople: holdsPeople, page: nil)
      return
    }
    guard let delimiter = DelimitedText.delimiter(of: text) else { return }
    let (sheet, remarks) = DelimitedText.sheet(text, delimiter: delimiter)
    extraction.addRemarks(remarks)
    guard let header = ContactsHeader(sheet) else { return }
    extraction.addContacts(
      ContactsList(sheet, header, page: nil), holdsPeople: true, page: nil)
  }

  private func readWorkbook(_ source: Source, into extraction: inout Extraction) {
    let workbook: Workbook
    do throws(Workbook.Refusal) { workbook = try Workbook(source.bytes) } catch {
      extraction.add(ChartRefusal(error))
      return
    }
    readSheets(of: workbook, into: &extraction)
  }

  private func readOldWorkbook(_ source: Source, into extraction: inout Extraction) {
    do throws(OldWorkbook.Refusal) {
      let workbook = try Workbook(old: source.bytes)
      guard workbook.sheets.contains(where: { !$0.rows.isEmpty }) else {
        let reason = LocalizedText("没有读到任何单元格", "no cell could be read")
        return extraction.note(.spreadsheetUnread, .only("reason", reason))
      }
      readSheets(of: workbook, into: &extraction)
    } catch {
      let reason: LocalizedText
      switch error {
      case .encrypted: return extraction.note(.chartEncrypted)
      case .tooLarge(let limit):
        reason = LocalizedText("超过 \(limit) 字节", "more than \(limit) bytes")
      case .damaged(let code):
        reason = LocalizedText("内容损坏，错误 \(code)", "its content is damaged, error \(code)")
      }
      extraction.note(.spreadsheetUnread, .only("reason", reason))
    }
  }

  private func readSheets(of workbook: Workbook, into extraction: inout Extraction) {
    for (page, sheet) in workbook.sheets.enumerated() {
      guard let header = ContactsHeader(sheet) else { continue }
      extraction.addRemarks(workbook.remarks)
      extraction.addContacts(ContactsList(sheet, header, page: page), holdsPeople: true, page: page)
      return
    }
    if let (capture, page) = DNSExportTable.capture(workbook, file: extraction.file) {
      extraction.addRemarks(workbook.remarks)
      extraction.addDNS(capture, providers, pages: [page])
      return
    }
    let labelled = LabelledFamily.documents(in: workbook, file: extraction.file)
    guard labelled.isEmpty else {
      extraction.addRemarks(workbook.remarks)
      extraction.documents += labelled
      return
    }
    let reading = TableChart.read(workbook)
    guard !reading.draft.boxes.isEmpty else {
      extraction.addRemarks(workbook.remarks)
      return extraction.note(.kindUnknown, page: 0)
    }
    extraction.addChart(reading)
  }

  private static func sheet(_ text: String) -> TableSheet? {
    DelimitedText.delimiter(of: text).map { DelimitedText.sheet(text, delimiter: $0).sheet }
  }
}

extension Extraction {
  fileprivate mutating func addContacts(_ list: ContactsList, holdsPeople: Bool, page: Int?) {
    let hierarchy = list.hierarchy
    documents.append(
      Document(
        kind: .contacts, confidence: 0.99, pages: [page ?? 0],  // allowed: a text is one page
        rotationDegrees: 0, isReadWhole: true,
        facts: ContactsFacts.facts(
          of: list, hierarchy, evidence: Evidence(file: file, page: page, method: .textLayer),
          holdsPeople: holdsPeople),
        hierarchy: hierarchy))
  }
}
