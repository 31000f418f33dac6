internal import Model

/// A DKIM key record is taken apart by its tags (RFC 6376 3.6.1, RFC 8301, RFC 8463).
package struct DKIMRecord: Hashable, Sendable {
  package let text: String
  /// `nil` where the key was revoked or cannot be read.
  package let key: DKIMKey?
  /// Whether `p=` is empty.
  package let isRevoked: Bool
  /// Whether `t=y` says that signatures do not count yet.
  package let isTesting: Bool
  /// Whether receivers may use it: a key that is neither revoked nor too short nor broken.
  package let isUsable: Bool
  package let defects: [MailDefect]

  /// Returns whether a TXT record below `_domainkey` is meant to be a key.
  package static func isKey(_ text: String) -> Bool {
    let list = TagList(text)
    return list["p"] != nil || list["v"]?.uppercased().hasPrefix("DKIM") == true
      || list["k"] != nil
  }

  package init(_ text: String, selector: String, origin: RecordOrigin?) {
    let list = TagList(text)
    var defects: [MailDefect] = []
    func note(_ kind: MailDefect.Kind, _ subject: String, _ offset: Int? = nil) {
      defects.append(
        MailDefect(
          kind, selector + (subject.isEmpty ? "" : ": " + subject), record: text, offset: offset,
          origin: origin))
    }
    for fault in list.faults { note(.dkimSyntax, String(fault.text.prefix(40)), fault.offset) }
    for tag in list.repeated { note(.dkimSyntax, tag.name + "=", tag.offset) }
    if let version = list.tag("v"), version.value != "DKIM1" || version != list.tags.first {
      note(.dkimVersion, "v=" + version.value, version.offset)
    }
    let type = list["k"] ?? "rsa"
    if type != "rsa", type != "ed25519" { note(.dkimKeyType, "k=" + type, list.tag("k")?.offset) }
    if let hash = list.tag("h"), !Self.parts(hash.value).contains("sha256") {
      note(.dkimHash, "h=" + hash.value, hash.offset)
    }
    if let service = list.tag("s"),
      Self.parts(service.value).allSatisfy({ $0 != "email" && $0 != "*" })
    {
      note(.dkimService, "s=" + service.value, service.offset)
    }
    isTesting = list["t"].map { Self.parts($0).contains("y") } == true
    if isTesting { note(.dkimTesting, "", list.tag("t")?.offset) }

    var key: DKIMKey?
    let value = list.tag("p")
    isRevoked = value?.value.isEmpty == true
    if let value, !value.value.isEmpty {
      do throws(DKIMKeyFault) {
        key = try DKIMKey(base64: value.value, type: type)
      } catch {
        let (kind, subject, found) = error.defect(type)
        note(kind, subject, value.offset)
        key = found
      }
    } else {
      note(isRevoked ? .dkimRevoked : .dkimKeyMissing, "", value?.offset)
    }
    if case .rsa(let bits) = key {
      if bits < 1024 {
        note(.dkimShortKey, "\(bits)", value?.offset)
      } else if bits < 2048 {
        note(.dkimWeakKey, "\(bits)", value?.offset)
      }
    }
    self.text = text
    self.key = key
    let fatal: Set<MailDefect.Kind> = [
      .dkimVersion, .dkimSyntax, .dkimShortKey, .dkimHash, .dkimService, .dkimKeyType,
    ]
    isUsable = key != nil && !defects.contains { fatal.contains($0.kind) }
    self.defects = defects
  }

  private static func parts(_ value: String) -> [String] {
    value.split(separator: ":").map { $0.filter { !$0.isWhitespace }.lowercased() }
  }
}

extension DKIMKeyFault {
  /// The defect, and the key where there is one all the same.
  fileprivate func defect(_ type: String) -> (MailDefect.Kind, String, DKIMKey?) {
    switch self {
    case .notBase64: (.dkimNotBase64, "", nil)
    case .pkcs7: (.dkimPKCS7, "", nil)
    case .certificate: (.dkimCertificate, "", nil)
    case .bareKey(let bits): (.dkimBareKey, "\(bits)", .rsa(bits: bits))
    case .notKey: (.dkimNotKey, "", nil)
    case .otherType: (.dkimKeyType, "k=" + type, nil)
    }
  }
}
