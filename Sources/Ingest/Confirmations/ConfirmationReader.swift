internal import Model
internal import Schema

/// Turns the tree of a `confirmed.yaml` into confirmations; whatever it does not know is reported with its place.
struct ConfirmationReader: EntryReader {
  private(set) var entries: [Confirmation] = []
  private(set) var log: DiagnosticLog

  static let stem = "confirmed"
  static let invalid = NoticeCode.confirmationInvalid

  init(_ file: YAMLFile) { log = DiagnosticLog(file, .definitions) }

  mutating func read(_ root: YAMLNode) {
    guard let record = log.record(root, ConfirmationsKey.self) else { return }
    let schema = record[.schema]
    if schema?.text != ConfirmationsSchema.schema {
      report(
        schema ?? root, "schema 应为 \(ConfirmationsSchema.schema)",
        "schema must be \(ConfirmationsSchema.schema)")
    }
    guard let list = record[.facts] else {
      report(root, "缺少 facts", "facts is missing")
      return
    }
    for node in log.elements(of: list) {
      if let confirmation = confirmation(node) { entries.append(confirmation) }
    }
  }

  private mutating func confirmation(_ node: YAMLNode) -> Confirmation? {
    guard let record = log.record(node, ConfirmationKey.self) else { return nil }
    let fact = text(record, .fact)
    let value = value(record, in: node)
    let file = text(record, .file)
    let digest = digest(record)
    let isPageRight = isPageRight(record)
    var page: Int?
    // Only a page from 1 on has one before it.
    if isPageRight, case .int(let number)? = record[.page]?.scalar { page = number - 1 }
    let by = text(record, .by)
    let on = date(record)
    let note = record[.note]?.text
    guard let fact, let value, let file, let digest, let by, let on, isPageRight
    else { return nil }
    return Confirmation(
      fact: fact, value: value, file: file, digest: digest, page: page,
      confirmer: Confirmer(by: by, on: on, note: note), source: log.file.path,
      position: node.position)
  }

  private mutating func value(_ record: Record<ConfirmationKey>, in node: YAMLNode)
    -> Confirmation.Written?
  {
    guard let value = record[.value] else {
      report(node, "缺少 value", "value is missing")
      return nil
    }
    if value.scalar == .null { return .null }
    if let items = value.sequence {
      let texts = items.compactMap(\.text)
      if texts.count == items.count { return .list(texts) }
    }
    guard let text = value.text else {
      report(value, "value 应为一个值或一个列表", "value must be one value or a list")
      return nil
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      report(value, "value 是空的：请填写纸面上的内容", "value is empty: write what the paper says")
      return nil
    }
    return .text(text)
  }

  private mutating func digest(_ record: Record<ConfirmationKey>) -> String? {
    guard let text = text(record, .sha256) else { return nil }
    let digest = text.lowercased()
    guard digest.count == 64, digest.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      report(
        record[.sha256] ?? record.node, "sha256 应为 64 位十六进制数，请从报告中复制",
        "sha256 must be 64 hexadecimal digits; copy it from the report")
      return nil
    }
    return digest
  }

  /// Whether the page is left out, or a number from 1 on.
  private mutating func isPageRight(_ record: Record<ConfirmationKey>) -> Bool {
    guard let node = record[.page], node.scalar != .null else { return true }
    if case .int(let page)? = node.scalar, page >= 1 { return true }
    report(node, "page 应为从 1 起的页码", "page must be a number from 1 on")
    return false
  }

  private mutating func text(_ record: Record<ConfirmationKey>, _ key: ConfirmationKey) -> String? {
    guard let node = record[key] else {
      report(record.node, "缺少 \(key.rawValue)", "\(key.rawValue) is missing")
      return nil
    }
    guard let text = node.text, text.contains(where: { !$0.isWhitespace }) else {
      report(
        node, "\(key.rawValue) 应为非空文本", "\(key.rawValue) must be a text that is not empty")
      return nil
    }
    return text
  }

  private mutating func date(_ record: Record<ConfirmationKey>) -> CalendarDate? {
    guard let text = text(record, .on), let node = record[.on] else { return nil }
    if let date = ChineseDate.parse(text) { return date }
    report(node, "on 应为日期（如 2026-11-22）", "on must be a date (2026-11-22)")
    return nil
  }

  private mutating func report(_ node: YAMLNode, _ chinese: String, _ english: String) {
    log.report("confirmed", at: node, chinese, english)
  }
}
