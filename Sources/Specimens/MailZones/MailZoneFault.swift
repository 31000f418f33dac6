/// A mistake that is planted into a zone.
package enum MailZoneFault: String, CaseIterable, Codable {
  case spfMissing, spfTwice, spfSpaceInInclude, spfFullWidthColon, spfCurlyQuotes, spfWrongInclude
  case spfPassAll, spfNoAll, spfTermsAfterAll, spfWithoutSpace
  case dmarcMissing, dmarcNone, dmarcAtApex, dmarcTwice, dmarcDoubledName
  case dkimPKCS7, dkimShort, dkimRevoked, dkimCut
  case mxAddress, mxAlias, mxURL, mxNull, mxOfOther, mxMixed, mxMissing

  /// The kinds in `dns.defects` that must come of it, and no other.
  var defects: Set<String> {
    switch self {
    case .spfMissing: ["spf_missing"]
    case .spfTwice: ["spf_several_records"]
    case .spfSpaceInInclude: ["spf_space_in_term"]
    case .spfFullWidthColon: ["spf_full_width"]
    case .spfCurlyQuotes: ["spf_quoted", "spf_version"]
    case .spfWrongInclude: ["spf_wrong_include"]
    case .spfPassAll: ["spf_pass_all"]
    case .spfNoAll: ["spf_no_all"]
    case .spfTermsAfterAll: ["spf_after_all"]
    case .spfWithoutSpace: ["spf_version"]
    case .dmarcMissing: ["dmarc_missing"]
    case .dmarcNone: ["dmarc_policy_none"]
    case .dmarcAtApex: ["dmarc_missing", "dmarc_wrong_name"]
    case .dmarcTwice: ["dmarc_several_records"]
    case .dmarcDoubledName: ["dmarc_missing", "doubled_name"]
    case .dkimPKCS7: ["dkim_pkcs7"]
    case .dkimShort: ["dkim_short_key"]
    case .dkimRevoked: ["dkim_revoked"]
    case .dkimCut: ["dkim_not_a_key"]
    case .mxAddress: ["mx_address"]
    case .mxAlias: ["mx_alias"]
    case .mxURL: ["mx_url"]
    case .mxNull: ["mx_null"]
    case .mxOfOther: ["mx_unlike_spf"]
    case .mxMixed: ["mx_several_providers"]
    case .mxMissing: ["mx_missing"]
    }
  }

  /// Whether evidence in a form can show it.
  func isVisible(in format: MailZoneFormat) -> Bool {
    switch self {
    // Nobody asks for a name that should not be there.
    case .dmarcDoubledName: format.showsWholeZone
    case .spfMissing, .dmarcMissing, .dmarcAtApex, .mxMissing: format.deniesRecords
    default: true
    }
  }

  func plant(in zone: inout MailZone, _ dice: inout Dice) {
    switch self {
    case .spfMissing: zone.remove { $0.isSPF }
    case .spfTwice: zone.add("@", "TXT", "v=spf1 ip4:198.51.100.7 -all")
    case .spfSpaceInInclude: zone.changeSPF { $0.replacing("include:", with: "include: ") }
    case .spfFullWidthColon: zone.changeSPF { $0.replacing("include:", with: "include：") }
    case .spfCurlyQuotes: zone.changeSPF { "“" + $0 + "”" }
    case .spfWrongInclude:
      // Of the same provider, or it would be two mistakes.
      zone.receive(MailZone.Provider.all[0].hosts)
      zone.changeSPF { _ in "v=spf1 include:_spf.qq.com ~all" }
    case .spfPassAll: zone.changeSPF { $0.dropLast(4) + "+all" }
    case .spfNoAll: zone.changeSPF { String($0.dropLast(5)) }
    case .spfTermsAfterAll: zone.changeSPF { $0 + " ip4:198.51.100.7" }
    case .spfWithoutSpace: zone.changeSPF { $0.replacing("v=spf1 ", with: "v=spf1") }
    case .dmarcMissing: zone.remove { $0.owner == "_dmarc" }
    case .dmarcNone:
      let domain = zone.domain
      zone.change("_dmarc") { _ in "v=DMARC1; p=none; rua=mailto:dmarc@\(domain)" }
    case .dmarcAtApex: zone.move("_dmarc", to: "@")
    case .dmarcTwice: zone.add("_dmarc", "TXT", "v=DMARC1; p=reject; rua=mailto:a@\(zone.domain)")
    case .dmarcDoubledName: zone.move("_dmarc", to: "_dmarc." + zone.domain)
    case .dkimPKCS7: zone.changeKey { _ in DKIMKeyText.pkcs7(&dice) }
    case .dkimShort: zone.changeKey { _ in DKIMKeyText.rsa(bits: 512, &dice) }
    case .dkimRevoked: zone.changeKey { _ in "" }
    case .dkimCut: zone.changeKey { String($0.prefix(120)) }
    case .mxAddress: zone.receive([(5, "192.0.2.25")])
    case .mxAlias:
      zone.receive([(5, "mail." + zone.domain)])
      zone.add("mail", "CNAME", "mx.hosting-demo.cn")
    case .mxURL: zone.receive([(5, "https://mail.\(zone.domain)")])
    case .mxNull: zone.receive([(0, ".")])
    case .mxOfOther:
      let other = MailZone.Provider.all.first { $0.name != zone.provider }
      if let other { zone.receive(other.hosts) }
    case .mxMixed:
      let other = MailZone.Provider.all.first { $0.name != zone.provider }
      if let host = other?.hosts.first {
        zone.records.append(
          MailZone.Record(owner: "@", type: "MX", preference: 20, value: host.host))
      }
    case .mxMissing: zone.remove { $0.type == "MX" }
    }
  }
}

extension MailZone.Record {
  fileprivate var isSPF: Bool { type == "TXT" && value.hasPrefix("v=spf1") }
}

extension MailZone {
  fileprivate mutating func add(_ owner: String, _ type: String, _ value: String) {
    records.append(Record(owner: owner, type: type, value: value))
  }

  fileprivate mutating func remove(_ isMeant: (Record) -> Bool) {
    records.removeAll(where: isMeant)
  }

  fileprivate mutating func changeSPF(_ change: (String) -> String) {
    for index in records.indices where records[index].isSPF {
      records[index].value = change(records[index].value)
    }
  }

  fileprivate mutating func change(_ owner: String, _ change: (String) -> String) {
    for index in records.indices where records[index].owner == owner {
      records[index].value = change(records[index].value)
    }
  }

  fileprivate mutating func changeKey(_ change: (String) -> String) {
    self.change(selector + "._domainkey") { value in
      let mark = value.range(of: "p=")
      return mark.map { value[..<$0.upperBound] + change(String(value[$0.upperBound...])) } ?? value
    }
  }

  fileprivate mutating func move(_ owner: String, to other: String) {
    for index in records.indices where records[index].owner == owner {
      records[index].owner = other
    }
  }

  fileprivate mutating func receive(_ hosts: [(preference: Int, host: String)]) {
    remove { $0.type == "MX" }
    records += hosts.map {
      Record(owner: "@", type: "MX", preference: $0.preference, value: $0.host)
    }
  }
}

extension String {
  fileprivate func range(of wanted: String) -> Range<Index>? { firstRange(of: wanted) }
}
