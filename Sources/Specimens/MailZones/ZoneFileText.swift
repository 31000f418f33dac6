/// A zone as zone files write it.
struct ZoneFileText {
  let zone: MailZone

  /// With `$ORIGIN`, relative names, left-out owners and strings over several lines.
  var relative: String {
    var lines = [
      "; exported: 2026-11-20 09:30", "$ORIGIN \(zone.domain).", "$TTL 10m",
      "@ IN SOA ns1.dns-demo.cn. admin.dns-demo.cn. ( 2026112001 ; serial",
      "    3600 600 86400 600 )", "  IN NS ns1.dns-demo.cn.",
    ]
    var last = "@"
    for record in zone.records {
      let owner = record.owner == last ? "   " : record.owner
      last = record.owner
      if record.type == "TXT", record.value.count > 100 {
        lines.append("\(owner) TXT ( ; in parts")
        lines += Self.strings(record.value, 90).map { "    " + $0 } + ["    )"]
      } else {
        lines.append("\(owner) 600 IN \(Self.data(of: record))")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whole names on every line, class and time to live in changing order.
  var absolute: String {
    let head = ["\(zone.domain). 600 IN SOA ns1.dns-demo.cn. admin.dns-demo.cn. 1 2 3 4 5"]
    let lines = zone.records.enumerated().map { index, record in
      let middle = ["600 IN", "IN 600", "IN", "600", ""][index % 5]
      return "\(zone.name(of: record.owner).uppercased()). \(middle) \(Self.data(of: record))"
    }
    return (head + lines).joined(separator: "\r\n") + "\r\n"
  }

  /// With comments that name zone and time.
  var cloudflare: String {
    let head = [
      ";;", ";; Domain:     \(zone.domain).", ";; Exported:   2026-11-20 01:30:00 UTC", ";;", "",
      ";; SOA Record",
      "\(zone.domain)\t3600\tIN\tSOA\tdns.cloudflare-demo.cn. admin.dns-demo.cn. 1 2 3 4 5", "",
    ]
    let lines = zone.records.map { record in
      "\(zone.name(of: record.owner)).\t1\tIN\t\(Self.data(of: record))"
    }
    return (head + lines).joined(separator: "\n") + "\n"
  }

  /// `MX 5 mxbiz1.qq.com.`, with tabs.
  static func data(of record: MailZone.Record) -> String {
    switch record.type {
    case "MX": "MX\t\(record.preference ?? 0) \(dotted(record.value))"
    case "CNAME": "CNAME\t\(dotted(record.value))"
    case "TXT": "TXT\t" + strings(record.value, 255).joined(separator: " ")
    default: "\(record.type)\t\(record.value)"
    }
  }

  static func dotted(_ name: String) -> String { name.hasSuffix(".") ? name : name + "." }

  /// Quoted strings of at most so many bytes, `"` and `\` escaped.
  static func strings(_ text: String, _ length: Int) -> [String] {
    var parts: [String] = []
    var part = ""
    for character in text {
      if part.utf8.count + character.utf8.count > length {
        parts.append(part)
        part = ""
      }
      part.append(character)
    }
    return (parts + [part]).map { part in
      "\"" + part.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
  }
}
