internal import Model
internal import Schema

/// Turns the tree of a `waivers.yaml` into waivers; whatever it does not know is reported with its place.
struct WaiverReader: EntryReader {
  private(set) var entries: [Waiver] = []
  private(set) var log: DiagnosticLog

  static let stem = "waivers"
  static let invalid = NoticeCode.waiversInvalid

  /// Whether the waivers are for a whole group.
  private let isOfGroup: Bool

  init(_ file: YAMLFile) { self.init(file, isOfGroup: false) }

  init(_ file: YAMLFile, isOfGroup: Bool) {
    log = DiagnosticLog(file, .definitions)
    self.isOfGroup = isOfGroup
  }

  /// Reads the waivers of a group that stand in a file of its own.
  static func ofGroup(_ list: YAMLNode, in file: YAMLFile) -> (
    waivers: [Waiver], mistakes: [Diagnostic]
  ) {
    var reader = WaiverReader(file, isOfGroup: true)
    reader.readAll(list)
    return (reader.entries, reader.log.diagnostics)
  }

  mutating func read(_ root: YAMLNode) {
    guard let record = log.record(root, WaiversKey.self) else { return }
    let schema = record[.schema]
    if schema?.text != WaiversSchema.schema {
      report(
        schema ?? root, "schema 应为 \(WaiversSchema.schema)",
        "schema must be \(WaiversSchema.schema)")
    }
    // Whose waivers they are is said for people; the folder decides.
    _ = text(record, .submission)
    guard let list = record[.waivers] else {
      report(root, "缺少 waivers", "waivers is missing")
      return
    }
    readAll(list)
  }

  private mutating func readAll(_ list: YAMLNode) {
    for node in log.elements(of: list) {
      if let waiver = waiver(node) { entries.append(waiver) }
    }
  }

  private mutating func waiver(_ node: YAMLNode) -> Waiver? {
    guard let record = log.record(node, WaiverKey.self) else { return nil }
    let mayBeLeftOut: Set<WaiverKey> = [.facts, .verdict, .submissions]
    for key in WaiverKey.allCases where !mayBeLeftOut.contains(key) && record[key] == nil {
      report(node, "缺少 \(key.rawValue)", "\(key.rawValue) is missing")
    }
    let facts = self.facts(record[.facts])
    let verdict: WaivedVerdict? =
      record[.verdict] == nil ? .fail : log.choice(record[.verdict], "结论", "verdict to waive")
    let submissions = self.submissions(record)
    guard let rule = text(record, .rule), let owner = text(record, .owner),
      let reason = reason(record), let granted = date(record, .granted),
      let expires = date(record, .expires), let facts, let verdict
    else { return nil }
    guard granted <= expires, expires.dayNumber - granted.dayNumber <= Waiver.longest else {
      report(
        record[.expires] ?? node,
        "expires 应在 granted 之后 \(Waiver.longest) 天以内",
        "expires must lie within \(Waiver.longest) days of granted")
      return nil
    }
    var waiver = Waiver(
      rule: rule, verdict: verdict.verdict, facts: facts, reason: reason, owner: owner,
      granted: granted, expires: expires,
      file: log.file.path, position: node.position)
    waiver.submissions = submissions
    return waiver
  }

  /// The names and patterns, none for all; `nil` where the folder decides.
  private mutating func submissions(_ record: Record<WaiverKey>) -> [String]? {
    guard let node = record[.submissions] else { return isOfGroup ? [] : nil }
    guard isOfGroup else {
      report(
        node, "submissions 只在项目文件 dossier.yaml 的 waivers 中有用；这里的豁免只管所在的提交",
        "submissions counts under waivers of a project file (dossier.yaml); here a waiver is for the folder that it is in"
      )
      return nil
    }
    let names = node.sequence ?? [node]
    let texts = names.compactMap(\.text).filter { !$0.isEmpty }
    if texts.count != names.count || texts.isEmpty {
      report(
        node, "submissions 应为提交的名称或通配（如 [星河科技, 华南-*]）",
        "submissions must be names of submissions, or patterns such as [xinghe, south-*]")
    }
    return texts
  }

  /// A list is compared item by item, anything else as its text.
  private mutating func facts(_ node: YAMLNode?) -> [String: [String]]? {
    guard let node else { return [:] }
    guard let entries = node.mapping else {
      report(node, "facts 应为「事实: 值」", "facts must be facts with values")
      return nil
    }
    var facts: [String: [String]] = [:]
    for entry in entries {
      let texts = entry.value.sequence?.compactMap(\.text) ?? entry.value.text.map { [$0] }
      guard let texts else {
        report(entry.value, "应为一个值或一个列表", "a value or a list is wanted")
        return nil
      }
      facts[entry.key] = texts
    }
    return facts
  }

  /// One text, or one in each language.
  private mutating func reason(_ waiver: Record<WaiverKey>) -> LocalizedText? {
    guard let node = waiver[.reason] else { return nil }
    if node.mapping == nil {
      return text(waiver, .reason).map { LocalizedText($0, $0) }
    }
    guard let record = log.record(node, ReasonKey.self) else { return nil }
    let texts = (record[.chinese]?.text, record[.english]?.text)
    guard let chinese = texts.0 ?? texts.1, let english = texts.1 ?? texts.0 else {
      report(node, "reason 为空", "reason is empty")
      return nil
    }
    return LocalizedText(chinese, english)
  }

  private mutating func text<Key>(_ record: Record<Key>, _ key: Key) -> String? {
    guard let node = record[key] else { return nil }
    guard let text = node.text, text.contains(where: { !$0.isWhitespace }) else {
      report(
        node, "\(key.rawValue) 应为非空文本", "\(key.rawValue) must be a text that is not empty")
      return nil
    }
    return text
  }

  private mutating func date(_ waiver: Record<WaiverKey>, _ key: WaiverKey) -> CalendarDate? {
    guard let node = waiver[key] else { return nil }
    // An instant counts by its day, as it is written; other dates are read as in declarations.
    let text = node.text.map { CalendarDate(iso: String($0.prefix(10)))?.iso ?? $0 }
    if let date = text.flatMap(ChineseDate.parse) { return date }
    report(
      node, "\(key.rawValue) 应为日期（如 2026-11-22）", "\(key.rawValue) must be a date (2026-11-22)")
    return nil
  }

  private mutating func report(_ node: YAMLNode, _ chinese: String, _ english: String) {
    log.report("waiver", at: node, chinese, english)
  }
}
