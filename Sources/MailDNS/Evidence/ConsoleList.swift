package import Model

/// A row is one record as a console lists it.
package struct ConsoleRow: Hashable, Sendable {
  /// `@`, `www`, or the whole name; as the list writes it.
  package var host: String
  /// Of lists that say the zone beside each record; `nil` for that of the list.
  package var zone: DomainName?
  package var type: String
  package var value: String
  /// Of an MX record; `nil` where it stands before the value.
  package var preference: String?
  package var timeToLive: String?
  /// For whom the record is (解析线路); `nil` for all.
  package var network: String?
  package var isEnabled = true
  /// The line or row is 1-based.
  package var line: Int

  package init(host: String, type: String, value: String, line: Int) {
    self.host = host
    self.type = type
    self.value = value
    self.line = line
  }
}

/// The records of a zone as a console shows or exports them.
package struct ConsoleList: Sendable {
  /// How host columns write names.
  package enum Naming: Sendable {
    /// Below the zone, without it: `_dmarc.example.com` is then below the zone too, which is a mistake to be seen.
    case relative
    /// Whole names, as Cloudflare has them.
    case whole
  }

  package var format: DNSCapture.Format
  package var naming: Naming
  /// `nil` where the list does not say whose it is.
  package var zone: DomainName?
  /// Whether only the file's name says whose it is.
  package var isZoneOfFileName = false
  package var rows: [ConsoleRow] = []
  /// How many records there are, where the list says so.
  package var total: Int?
  /// Whether it shows a part of the zone only, as a screenshot does.
  package var isPart = false
  package var time: Instant?

  package init(_ format: DNSCapture.Format, naming: Naming) {
    self.format = format
    self.naming = naming
  }

  /// - Parameter origin: where a row stands.
  /// - Throws: ``DomainNameFault`` where the zone's name is none.
  package func capture(origin: (ConsoleRow) -> RecordOrigin) throws(DomainNameFault) -> DNSCapture {
    var capture = DNSCapture(format)
    capture.zone = zone
    if zone == nil { capture.remark(.zoneUnknown) }
    if let zone, isZoneOfFileName { capture.remark(.zoneOfFileName(zone)) }
    var seen: Set<DomainName> = []
    capture.otherZones = rows.compactMap(\.zone).filter { $0 != zone && seen.insert($0).inserted }
    if let time { capture.times = [time] }
    let apex: DomainName
    if let zone { apex = zone } else { apex = try DomainName(NameEvidence.namelessZone) }
    var hasGaps = isPart
    let disabled = rows.filter { !$0.isEnabled }.map(\.line)
    if !disabled.isEmpty { capture.remark(.recordsDisabled(lines: Array(disabled.prefix(20)))) }
    var others: [Int] = []
    let enabled = rows.filter(\.isEnabled)
    let defaults = Set(
      enabled.filter(\.isDefault).map(Key.init))
    for row in enabled {
      if !row.isDefault, defaults.contains(Key(row)) {
        others.append(row.line)
        continue
      }
      do throws(LineFault) {
        let record = try record(
          row, apex: row.zone ?? apex, origin: origin(row), &capture)
        guard capture.add(record) else {
          hasGaps = true
          break
        }
      } catch {
        // What is known of such a record is that it is there.
        if error != .dataInvalid { hasGaps = true }
        capture.remark(.lineUnread(row.line, error))
      }
    }
    if !others.isEmpty { capture.remark(.otherNetworks(lines: Array(others.prefix(20)))) }
    if let total, total > rows.count {
      hasGaps = true
      capture.remark(.listIncomplete(have: rows.count, total: total))
    }
    if !hasGaps, let first = rows.first {
      for zone in [apex] + capture.otherZones {
        capture.set.add(completeZone: zone, origin: origin(first))
      }
    }
    return capture
  }

  private struct Key: Hashable {
    let host: String
    let type: String
    let zone: DomainName?

    init(_ row: ConsoleRow) {
      host = row.host.lowercased()
      type = row.type
      zone = row.zone
    }
  }

  private func record(
    _ row: ConsoleRow, apex: DomainName, origin: RecordOrigin, _ capture: inout DNSCapture
  ) throws(LineFault) -> DNSRecord {
    let type = RecordType(name: row.type.filter { !$0.isWhitespace })
    let owner = try owner(of: row, apex: apex)
    let data: RecordData
    do throws(RecordDataFault) {
      data = try RecordData(type, fields(of: row, type))
    } catch {
      capture.set.add(failure: .malformed, of: DNSQuestion(owner, type))
      throw .dataInvalid
    }
    return DNSRecord(
      owner: owner,
      timeToLive: row.timeToLive.flatMap { Int($0) }, data: data, origin: origin)
  }

  private func owner(
    of row: ConsoleRow, apex: DomainName
  ) throws(LineFault) -> DomainName {
    let host = row.host
    if host.isEmpty || host == "@" { return apex }
    do throws(DomainNameFault) {
      let name = try DomainName(host, relativeTo: naming == .relative ? apex : nil)
      // A zone of whole names may still write the names below it alone.
      return naming == .relative || name.isWithin(apex) || host.hasSuffix(".")
        ? name : try DomainName(host, relativeTo: apex)
    } catch { throw .nameInvalid }
  }

  /// The value as a zone file would have it; names are whole, strings stand with or without quotes.
  private func fields(of row: ConsoleRow, _ type: RecordType) -> [RecordField] {
    switch type {
    case .txt:
      if row.value.hasPrefix("\""), let fields = RecordField.all(of: row.value),
        fields.allSatisfy(\.isQuoted)
      {
        return fields
      }
      // Backslashes of a console mean themselves.
      let escaped = row.value.split(separator: "\\", omittingEmptySubsequences: false)
        .joined(separator: "\\\\")
      return [RecordField(escaped, isQuoted: true)]
    case .mx:
      let words = row.value.split { $0 == " " || $0 == "\t" }.map { RecordField(String($0)) }
      if words.count == 2, row.preference?.isEmpty != false || row.preference == words[0].text {
        return words
      }
      let preference = row.preference.flatMap { Double($0) }.flatMap { Int(exactly: $0) }
        .map(String.init)
      return (preference.map { [RecordField($0)] } ?? [])  // allowed: refused as too few fields
        + words
    default:
      // allowed: refused as too few fields
      return RecordField.all(of: row.value) ?? []
    }
  }
}

extension ConsoleRow {
  private static let defaults: Set<String> = [
    "", "默认", "default", "全网默认", "all", "全部", "0", "通用", "公网", "any",
  ]

  fileprivate var isDefault: Bool {
    network.map { Self.defaults.contains($0.lowercased().filter { !$0.isWhitespace }) } != false
  }
}
