internal import MailDNS
internal import Model

/// A zone's name beside a label: `域名：example.com`.
enum ZoneLabel {
  private static let labels: Set = ["域名", "domain", "zone", "主域名", "根域名", "domainname"]

  /// - Parameter next: the cell to the right.
  static func zone(in cell: String, next: String) -> DomainName? {
    let parts = cell.split(maxSplits: 1, omittingEmptySubsequences: false) { ":：".contains($0) }
    guard let label = parts.first.map(plain), labels.contains(label) else { return nil }
    return name(parts.count == 2 && !parts[1].isEmpty ? String(parts[1]) : next)
  }

  /// A name of several labels.
  static func name(_ text: String) -> DomainName? {
    let text = text.filter { !$0.isWhitespace }
    guard text.contains("."), text.utf8.count <= 255, !text.contains("/") else { return nil }
    return DomainName(text: text).flatMap { $0.isHostName ? $0 : nil }
  }

  /// Endings of the names that companies have: `dns.records.csv` is no export of a domain `dns.records`.
  private static let endings: Set = [
    "cn", "com", "net", "org", "gov", "edu", "hk", "tw", "mo", "top", "vip", "shop", "store",
    "tech", "xyz", "ltd", "group", "cloud", "site", "online", "asia", "info", "biz", "cc", "co",
    "io", "ai", "ren", "club", "work", "wang", "test", "example",
  ]

  /// The domain in a file's name, `example.com.cn_解析记录.xlsx`; `nil` where there is none or more than one.
  static func zone(inFileName file: String) -> DomainName? {
    guard let last = file.split(separator: "/").last, let dot = last.lastIndex(of: ".") else {
      return nil
    }
    let words = last[..<dot].split { character in
      !(character.isASCII && (character.isLetter || character.isNumber || "-.".contains(character)))
    }
    let names = words.compactMap { word -> DomainName? in
      let parts = word.split(separator: ".")
      guard parts.count > 1, endings.contains(parts[parts.count - 1].lowercased()) else {
        return nil
      }
      // The site's own host stands for the domain.
      return name(parts.drop { $0.lowercased() == "www" }.joined(separator: "."))
    }
    return Set(names).count == 1 ? names[0] : nil
  }

  private static func plain(_ text: Substring) -> String {
    text.lowercased().filter { !$0.isWhitespace }
  }
}

/// A time beside a label: `导出时间：2026-11-22 10:00`.
enum CaptureTime {
  /// - Parameter next: the cell to the right.
  static func labelled(_ cell: String, next: String) -> Instant? {
    EvidenceTime.labelled(cell) ?? EvidenceTime.labelled(cell + ":" + next)
  }
}
