internal import Model
internal import Schema

/// What a pack says of itself under `pack`.
struct PackHeader {
  let id: String
  let version: String
  let title: LocalizedText
  let owner: String?
  let defaultLocale: ReportLocale
  let channels: [String]
  let subjects: [String]
  let minimumConfidence: Double
  let isWaivable: Bool

  /// The time zone in which an instant becomes a day; no other is supported.
  private static let timeZone = "Asia/Shanghai"

  /// - Parameter known: The channels that there are, each with what people call it; empty where nobody says.
  init?(
    _ node: YAMLNode, _ catalogue: FactCatalogue, _ known: [String: [String]],
    into log: inout DiagnosticLog
  ) {
    guard let record = log.record(node, PackHeaderKey.self) else { return nil }
    let id = log.string(record[.id])
    var channels: [String] = []
    let version = record[.version].flatMap { Self.version($0, into: &log) }
    let title = log.localized(record[.title])
    let locale: ReportLocale? = log.choice(record[.defaultLocale], "语言", "language")
    if let zone = record[.timezone], zone.text != Self.timeZone {
      log.report(
        "timezone", at: zone, "时区只能是 \(Self.timeZone)", "the time zone is \(Self.timeZone)")
    }
    let applies = record[.appliesTo].flatMap { log.record($0, AppliesToKey.self) }
    for node in log.texts(applies?[.channels]) {
      guard let name = log.string(node) else { continue }
      channels.append(name)
      guard !known.isEmpty, known[name] == nil else { continue }
      log.reportUnknown(
        "unknown-channel", name, at: node.position, among: known.keys, called: known, "渠道",
        "channel")
    }
    subjects = log.elements(of: applies?[.subjects], "事实列表", "a list of facts").compactMap {
      Self.subject($0, catalogue, into: &log)
    }
    let confidence = record[.minConfidence].flatMap { Self.confidence($0, into: &log) }
    owner = log.string(record[.owner])
    self.channels = channels
    isWaivable = log.bool(record[.waivable]) ?? false
    defaultLocale = locale ?? .chinese
    minimumConfidence = confidence ?? PackReader.minimumConfidence
    guard let id, let version, let title else { return nil }
    self.id = id
    self.version = version
    self.title = title
  }

  private static func version(_ node: YAMLNode, into log: inout DiagnosticLog) -> String? {
    guard let version = log.string(node) else { return nil }
    if VersionRange.numbers(version) != nil { return version }
    let numbers = version.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }
    let isWhole = numbers.contains(".") && numbers.last != "."
    let meant = isWhole ? String(numbers) : (numbers.first.map(String.init) ?? "1") + ".0.0"
    log.report(
      "version", at: node, "版本的形式为 1.4.0；请写 \(meant)", "a version looks like 1.4.0; write \(meant)")
    return nil
  }

  private static func subject(
    _ node: YAMLNode, _ catalogue: FactCatalogue, into log: inout DiagnosticLog
  ) -> String? {
    guard let key = log.string(node) else { return nil }
    if catalogue[key] != nil { return key }
    log.reportUnknown(
      "unknown-fact", key, at: node.position, among: catalogue.keys, "事实", "fact")
    return nil
  }

  private static func confidence(_ node: YAMLNode, into log: inout DiagnosticLog) -> Double? {
    guard let value = log.double(node) else { return nil }
    if (0...1).contains(value) { return value }
    log.report("range", at: node, "应在 0 与 1 之间", "it lies between 0 and 1")
    return nil
  }
}
