package import MailDNS
internal import Model
internal import Tables

/// The lists of records that interfaces of consoles answer with: Aliyun, DNSPod (Tencent), Cloudflare.
package enum DNSExportJSON {
  /// Whether a text that starts as JSON speaks of records; a glance.
  static func isLikely(_ head: String) -> Bool {
    let lower = head.lowercased()
    func has(_ names: [String]) -> Bool { names.contains { lower.contains("\"\($0)\"") } }
    return has(types) && has(values) && has(hosts)
      && (lower.contains("\"mx\"") || lower.contains("\"txt\"") || lower.contains("\"a\"")
        || lower.contains("\"cname\"") || lower.contains("\"ns\""))
  }

  private static let types = ["type", "recordtype", "record_type"]
  private static let values = ["value", "content", "recordvalue", "record_value", "data"]
  private static let hosts = ["rr", "name", "host", "subdomain", "sub_domain", "hostrecord"]
  private static let preferences = ["priority", "mx", "mxpriority"]
  private static let networks = ["line", "recordline", "record_line"]
  private static let statuses = ["status", "enabled", "state"]
  private static let zones = ["domainname", "zone_name", "domain", "zone", "zonename"]
  private static let totals = ["totalcount", "total_count", "record_total", "recordcount"]

  /// - Parameter bytes: UTF-8.
  package static func capture(_ bytes: [UInt8], file: String) -> DNSCapture? {
    guard let value = JSONValue(String(decoding: bytes, as: UTF8.self)),
      let records = records(in: value, depth: 0), let first = records.first
    else { return nil }
    let naming: ConsoleList.Naming =
      member(first, ["rr", "subdomain", "sub_domain", "hostrecord"]) == nil
        && member(first, ["content"]) != nil ? .whole : .relative
    var list = ConsoleList(.json, naming: naming)
    list.zone =
      text(first, zones).flatMap(ZoneLabel.name)
      ?? found(zones, in: value, depth: 0).flatMap(zone)
    list.readFileName(file)
    list.total = found(totals, in: value, depth: 0).flatMap(\.text).flatMap { Int($0) }
    list.rows = records.enumerated().compactMap { row($1, number: $0 + 1) }
    do throws(DomainNameFault) {
      return try list.capture { row in
        RecordOrigin(
          evidence: Evidence(
            file: file, method: .dns, raw: "\(row.host) \(row.type) \(row.value.prefix(400))",
            position: TextPosition(line: row.line, column: 1)))
      }
    } catch { return nil }
  }

  /// A name, or an object that has one.
  private static func zone(_ value: JSONValue) -> DomainName? {
    (value.text ?? text(value, ["name", "domain"])).flatMap(ZoneLabel.name)
  }

  private static func row(_ value: JSONValue, number: Int) -> ConsoleRow? {
    guard let type = text(value, types), let content = text(value, values),
      let host = text(value, hosts)
    else { return nil }
    var row = ConsoleRow(
      host: host, type: type, value: content, line: value.members?.first?.line ?? number)
    row.zone = text(value, zones).flatMap(ZoneLabel.name)
    row.preference = text(value, preferences)
    row.timeToLive = text(value, ["ttl"])
    row.network = text(value, networks)
    let status = member(value, statuses)
    if case .bool(let isEnabled)? = status { row.isEnabled = isEnabled }
    if let word = status?.text {
      row.isEnabled = !DNSExportTable.disabled.contains(word.lowercased())
    }
    return row
  }

  private static let depthLimit = 6

  /// The first array whose objects have a type, a host and a value.
  private static func records(in value: JSONValue, depth: Int) -> [JSONValue]? {
    guard depth < depthLimit else { return nil }
    if let items = value.items {
      if let first = items.first, text(first, types) != nil, text(first, values) != nil,
        text(first, hosts) != nil
      {
        return items
      }
      return items.lazy.prefix(16).compactMap { records(in: $0, depth: depth + 1) }.first
    }
    // allowed: no object has no members
    return (value.members ?? []).lazy.compactMap { records(in: $0.value, depth: depth + 1) }.first
  }

  /// The first member of one of the names, outside the records.
  private static func found(_ names: [String], in value: JSONValue, depth: Int) -> JSONValue? {
    guard depth < depthLimit, let members = value.members else { return nil }
    return member(value, names)
      ?? members.lazy.compactMap { found(names, in: $0.value, depth: depth + 1) }.first
  }

  private static func member(_ value: JSONValue, _ names: [String]) -> JSONValue? {
    guard let members = value.members else { return nil }
    for name in names {
      if let found = members.first(where: { $0.name.lowercased() == name }) { return found.value }
    }
    return nil
  }

  private static func text(_ value: JSONValue, _ names: [String]) -> String? {
    member(value, names)?.text
  }
}
