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
  let minimumConfidence: Double
  let isWaivable: Bool

  /// The time zone in which an instant becomes a day; no other is supported.
  private static let timeZone = "Asia/Shanghai"

  init?(_ node: YAMLNode, into log: inout DiagnosticLog) {
    guard let entries = log.entries(of: node, PackForm.header) else { return nil }
    let id = entries["id"].flatMap { log.string($0) }
    let version = entries["version"].flatMap { Self.version($0, into: &log) }
    let title = entries["title"].flatMap { log.localized($0) }
    let locale: ReportLocale? = entries["default_locale"].flatMap {
      log.choice($0, "语言", "language")
    }
    if let zone = entries["timezone"], zone.text != Self.timeZone {
      log.report(
        "timezone", at: zone, "时区只能是 \(Self.timeZone)", "the time zone is \(Self.timeZone)")
    }
    let channels = entries["applies_to"].flatMap { node in
      log.entries(of: node, PackForm.scope)?["channels"]
    }
    let confidence = entries["min_confidence"].flatMap { Self.confidence($0, into: &log) }
    owner = entries["owner"].flatMap { log.string($0) }
    self.channels = log.strings(channels)
    isWaivable = entries["waivable"].flatMap { log.bool($0) } ?? false
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
    log.report("version", at: node, "版本的形式为 1.4.0", "a version looks like 1.4.0")
    return nil
  }

  private static func confidence(_ node: YAMLNode, into log: inout DiagnosticLog) -> Double? {
    guard let value = log.double(node) else { return nil }
    if (0...1).contains(value) { return value }
    log.report("range", at: node, "应在 0 与 1 之间", "it lies between 0 and 1")
    return nil
  }
}
