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
    do throws(DomainNameFault) {
      let name = try DomainName(text)
      return name.isHostName ? name : nil
    } catch { return nil }
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
