internal import Model

/// What receivers are asked to do with mail that fails (RFC 9989 4.7).
package enum DMARCPolicy: String, Hashable, Sendable, Comparable {
  case none, quarantine, reject

  private var strength: Int {
    switch self {
    case .none: 0
    case .quarantine: 1
    case .reject: 2
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.strength < right.strength }
}

/// A DMARC record is taken apart by its tags (RFC 9989 4.7 and 4.8).
package struct DMARCRecord: Hashable, Sendable {
  package let text: String
  package let policy: DMARCPolicy
  /// The policy that holds for subdomains: `sp`, or else the domain's own.
  package let subdomainPolicy: DMARCPolicy
  /// For names that do not exist: `np`, or that for subdomains.
  package let missingPolicy: DMARCPolicy
  /// The value of `psd`, which is `y`, `n` or `u`.
  package let publicSuffix: String
  package let isTesting: Bool
  /// The addresses of `rua` and `ruf` that are well-formed.
  package let reports: [ReportAddress]
  package let defects: [MailDefect]

  /// An address to which reports go.
  package struct ReportAddress: Hashable, Sendable {
    /// The tag that names it: `rua` or `ruf`.
    package let tag: String
    package let address: String
    package let host: DomainName
  }

  /// Returns whether a TXT record is a DMARC record: `v=DMARC1` first, in these letters (RFC 9989 4.8).
  package static func isDMARC(_ text: String) -> Bool {
    guard let first = TagList(text).tags.first else { return false }
    let lead = text.prefix { $0 != ";" }.filter { !$0.isWhitespace }
    return first.name == "v" && first.value == "DMARC1" && lead == "v=DMARC1"
  }

  /// Whether somebody meant it to be one.
  static func looksLikeDMARC(_ text: String) -> Bool {
    let plain = text.lowercased()
    return ["dmarc", "dklm", "dmrac"].contains { plain.hasPrefix("v=" + $0) || plain.hasPrefix($0) }
      || plain.contains("v=dmarc") || plain.contains("ｄｍａｒｃ") || plain.contains("＝dmarc")
  }

  package init(_ text: String, origin: RecordOrigin?) {
    let list = TagList(text)
    var notes = DMARCNotes(text: text, origin: origin)
    notes.check(list)
    let own = notes.policy("p", in: list)
    if list.tag("p") == nil { notes.note(.dmarcNoPolicy, "", nil) }
    let policy = own ?? DMARCPolicy.none
    let below = notes.policy("sp", in: list) ?? policy
    let missing = notes.policy("np", in: list) ?? below
    self.text = text
    self.policy = policy
    subdomainPolicy = below
    missingPolicy = missing
    publicSuffix = list["psd"]?.lowercased() ?? "u"
    isTesting = list["t"]?.lowercased() == "y"
    reports = ["rua", "ruf"].flatMap { notes.addresses($0, in: list) }
    if policy == .none {
      let tag = list.tag("p")
      notes.note(.dmarcPolicyNone, tag.map { "p=" + $0.value } ?? "p", tag?.offset)
    }
    if below < policy || missing < policy {
      notes.note(.dmarcSubdomains, below < policy ? "sp=\(below)" : "np=\(missing)", nil)
    }
    if isTesting { notes.note(.dmarcTesting, "", list.tag("t")?.offset) }
    if list["rua"] == nil { notes.note(.dmarcNoReports, "", nil) }
    defects = notes.defects
  }
}

/// Goes through the tags and keeps what is wrong with them.
private struct DMARCNotes {
  let text: String
  let origin: RecordOrigin?
  var defects: [MailDefect] = []

  mutating func note(_ kind: MailDefect.Kind, _ subject: String, _ offset: Int?) {
    defects.append(MailDefect(kind, subject, record: text, offset: offset, origin: origin))
  }

  mutating func check(_ list: TagList) {
    for fault in list.faults { note(.dmarcSyntax, String(fault.text.prefix(40)), fault.offset) }
    for tag in list.repeated { note(.dmarcRepeatedTag, tag.name, tag.offset) }
    for tag in list.tags {
      switch tag.name {
      case "v", "p", "sp", "np", "rua", "ruf": break
      case "adkim", "aspf": expect(["r", "s"], tag)
      case "psd": expect(["y", "n", "u"], tag)
      case "t": expect(["y", "n"], tag)
      case "fo":
        let options = tag.value.split(separator: ":").map { $0.filter { !$0.isWhitespace } }
        if options.isEmpty || !options.allSatisfy({ ["0", "1", "d", "s"].contains($0) }) {
          note(.dmarcBadValue, "fo=" + tag.value, tag.offset)
        }
      case "pct", "rf", "ri": note(.dmarcHistoricTag, "\(tag.name)=\(tag.value)", tag.offset)
      default: note(.dmarcUnknownTag, tag.name, tag.offset)
      }
    }
  }

  private mutating func expect(_ values: [String], _ tag: TagList.Tag) {
    if !values.contains(tag.value.lowercased()) {
      note(.dmarcBadValue, "\(tag.name)=\(tag.value)", tag.offset)
    }
  }

  mutating func policy(_ name: String, in list: TagList) -> DMARCPolicy? {
    guard let tag = list.tag(name) else { return nil }
    if let policy = DMARCPolicy(rawValue: tag.value.lowercased()) { return policy }
    note(.dmarcBadValue, "\(name)=\(tag.value)", tag.offset)
    return nil
  }

  mutating func addresses(_ name: String, in list: TagList) -> [DMARCRecord.ReportAddress] {
    guard let tag = list.tag(name) else { return [] }
    return tag.value.split(separator: ",", omittingEmptySubsequences: false).compactMap { part in
      let uri = part.filter { !$0.isWhitespace }
      // `!10m` was a limit of size (RFC 7489 6.2), ignored now.
      let plain = uri.prefix { $0 != "!" }
      guard plain.lowercased().hasPrefix("mailto:") else {
        note(.dmarcReportAddress, "\(name)=\(uri)", tag.offset)
        return nil
      }
      let address = plain.dropFirst(7)
      guard let at = address.lastIndex(of: "@"), at > address.startIndex,
        let host = DomainName(text: String(address[address.index(after: at)...])), host.isHostName,
        host.labels.count > 1
      else {
        note(.dmarcReportAddress, "\(name)=\(uri)", tag.offset)
        return nil
      }
      return DMARCRecord.ReportAddress(tag: name, address: String(address), host: host)
    }
  }
}
