internal import Tables

/// The columns of a console's list of records, by the words of its header.
struct DNSExportHeader {
  /// Index among the sheet's rows.
  private(set) var row: Int
  let host: Int
  let type: Int
  let value: Int
  let preference: Int?
  let timeToLive: Int?
  let network: Int?
  let status: Int?
  let zone: Int?
  /// Whether the host column holds whole names.
  let hasWholeNames: Bool

  private static let rowLimit = 30

  private static let hosts: Set = [
    "主机记录", "主机", "主机名", "rr", "host", "hostname", "hostrecord", "记录名", "记录名称", "子域名", "subdomain",
    "前缀", "主机头",
  ]
  /// English consoles call the host so; the whole name stands there.
  private static let names: Set = ["name", "recordname", "fqdn"]
  private static let types: Set = ["记录类型", "类型", "type", "recordtype", "解析类型"]
  private static let values: Set = [
    "记录值", "值", "value", "content", "内容", "解析值", "recordvalue", "data", "target", "指向",
  ]
  private static let preferences: Set = [
    "mx优先级", "优先级", "mx", "priority", "mxpriority", "mx值", "preference",
  ]
  private static let times: Set = ["ttl", "ttl值", "生存时间", "缓存时间", "生效时间"]
  private static let networks: Set = [
    "解析线路", "线路", "线路类型", "dns解析线路", "line", "recordline", "线路名称", "解析请求来源",
  ]
  private static let statuses: Set = [
    "状态", "记录状态", "解析状态", "status", "enabled", "启用状态", "state", "启用",
  ]
  private static let zones: Set = ["域名", "根域名", "domain", "domainname", "zone", "主域名"]

  /// The header in the first rows; `nil` where none is there.
  init?(_ sheet: TableSheet) {
    for index in sheet.rows.indices.prefix(Self.rowLimit) {
      guard let found = DNSExportHeader(sheet.rows[index], at: index) else { continue }
      self = found
      return
    }
    return nil
  }

  private init?(_ row: TableSheet.Row, at index: Int) {
    let words = row.cells.map(Self.plain)
    func column(_ known: Set<String>) -> Int? { words.firstIndex(where: known.contains) }
    guard let type = column(Self.types), let value = column(Self.values), type != value,
      let host = column(Self.hosts) ?? column(Self.names), host != value
    else { return nil }
    self.row = index
    self.host = host
    self.type = type
    self.value = value
    hasWholeNames = Self.names.contains(words[host])
    preference = column(Self.preferences)
    timeToLive = column(Self.times)
    network = column(Self.networks)
    status = column(Self.statuses)
    zone = column(Self.zones)
  }

  /// The same header in another row.
  func moved(to row: Int) -> DNSExportHeader {
    var copy = self
    copy.row = row
    return copy
  }

  /// `TTL（秒）` and `MX 优先级*` without what stands around the words.
  private static func plain(_ cell: String) -> String {
    let head = cell.prefix { !"(（[【".contains($0) }
    return head.lowercased().filter { !$0.isWhitespace && !"*＊:：_-".contains($0) }
  }
}
