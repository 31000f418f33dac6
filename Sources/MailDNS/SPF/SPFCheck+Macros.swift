extension SPFCheck {
  /// The name that a term means, its macros replaced; `nil` where that gives no name.
  func name(_ spec: DomainSpec, at domain: DomainName) throws(SPFStop) -> DomainName? {
    var text = try expanded(spec.macros, at: domain)
    // Too long a name loses labels on its left (RFC 7208 7.3).
    if text.hasSuffix(".") { text.removeLast() }
    while text.utf8.count > 253 {
      guard let dot = text.firstIndex(of: ".") else { break }
      text = String(text[text.index(after: dot)...])
    }
    // A backslash of the sender is a letter here, not an escape.
    return DomainName(
      text: text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\"))
  }

  func expanded(_ macros: MacroString, at domain: DomainName) throws(SPFStop) -> String {
    var text = ""
    for part in macros.parts {
      switch part {
      case .literal(let literal): text += literal
      case .expansion(let expansion):
        text += expansion.applied(to: try value(of: expansion.letter, at: domain))
      }
    }
    return text
  }

  private func value(of letter: Character, at domain: DomainName) throws(SPFStop) -> String {
    switch letter {
    case "s": mail.sender
    case "l": mail.localPart
    case "o": mail.domain
    case "d": domain.text
    case "i": dotted
    case "p": try bestName(at: domain)
    case "v":
      switch mail.address {
      case .v4: "in-addr"
      case .v6: "ip6"
      }
    case "h": mail.hello
    case "c": mail.address.text
    case "r": mail.receiver
    default: String(mail.time)
    }
  }

  /// `192.0.2.1`, or the 32 hexadecimal digits with dots between them.
  private var dotted: String {
    switch mail.address {
    case .v4(let address): address.text
    case .v6(let address):
      stride(from: 124, through: 0, by: -4)
        .map {
          String(
            UInt8(truncatingIfNeeded: address.bits >> UInt128($0) & 0xF), radix: 16, uppercase: true
          )
        }
        .joined(separator: ".")
    }
  }

  /// The names of the sender's address that lead back to it, of at most ten (RFC 7208 5.5).
  func validatedNames() throws(SPFStop) -> [DomainName] {
    let zone =
      switch mail.address {
      case .v4: ".in-addr.arpa"
      case .v6: ".ip6.arpa"
      }
    let reversed = dotted.split(separator: ".").reversed().joined(separator: ".") + zone
    guard let reverseName = DomainName(text: reversed) else { return [] }
    let question = DNSQuestion(reverseName, .ptr)
    let answer = lookup.answer(question)
    if case .notSupplied = answer { throw .notExpanded(question) }
    var names: [DomainName] = []
    for record in answer.records.prefix(Self.hostLimit) {
      guard case .ptr(let name) = record.data else { continue }
      do throws(SPFStop) {
        if try addresses(of: name).contains(mail.address) { names.append(name) }
      } catch {
        // A name that cannot be looked up is left out; one that is not supplied is not known.
        if case .notExpanded = error { throw error }
      }
    }
    return names
  }

  /// The name for `%{p}`: the domain itself, one below it, or any (RFC 7208 7.3).
  private func bestName(at domain: DomainName) throws(SPFStop) -> String {
    let names = try validatedNames()
    let best = names.first { $0 == domain } ?? names.first { $0.isWithin(domain) } ?? names.first
    return best?.text ?? "unknown"
  }

  /// The domain's own words for a failure (RFC 7208 6.2); `nil` where something about them is wrong.
  func explanation(_ spec: DomainSpec, of domain: DomainName) throws(SPFStop) -> String? {
    do throws(SPFStop) {
      guard let name = try name(spec, at: domain) else { return nil }
      let records = try records(DNSQuestion(name, .txt))
      guard records.count == 1, let text = records[0].data.joinedText,
        let macros = MacroString(text, .visibleAndSpaces)
      else { return nil }
      return try expanded(macros, at: domain)
    } catch {
      // The verdict stands whatever its explanation does.
      return nil
    }
  }
}
