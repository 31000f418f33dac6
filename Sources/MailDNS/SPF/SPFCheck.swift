/// One mail to judge by SPF (RFC 7208 4.1).
package struct SPFMail: Hashable, Sendable {
  package var address: IPAddress
  /// The whole sender; `postmaster` is put before a domain alone.
  package var sender: String
  /// The name by which the server called itself.
  package var hello: String
  /// The receiving host, which explanations may name.
  package var receiver: String
  /// The seconds since 1970, which explanations may name; there is no clock here.
  package var time: Int

  package init(
    address: IPAddress, sender: String, hello: String, receiver: String = "unknown", time: Int = 0
  ) {
    self.address = address
    let sender = sender.isEmpty ? hello : sender
    if let at = sender.lastIndex(of: "@") {
      self.sender = at == sender.startIndex ? "postmaster" + sender : sender
    } else {
      self.sender = "postmaster@" + sender
    }
    self.hello = hello
    self.receiver = receiver
    self.time = time
  }

  var localPart: String { String(sender[..<(sender.lastIndex(of: "@") ?? sender.endIndex)]) }

  /// The domain that stands after the last `@`.
  package var domain: String {
    sender.lastIndex(of: "@").map { String(sender[sender.index(after: $0)...]) } ?? sender
  }
}

/// A verdict is what a check came to.
package enum SPFVerdict: Hashable, Sendable {
  /// - Parameter explanation: why a mail fails, in the domain's own words, where it has some.
  case result(SPFResult, explanation: String?)
  /// The answer to a question was needed and not supplied.
  case notExpanded(DNSQuestion)

  package var result: SPFResult? {
    if case .result(let result, _) = self { result } else { nil }
  }
}

/// Why an evaluation ends before its terms do.
enum SPFStop: Error {
  case result(SPFResult)
  case notExpanded(DNSQuestion)
}

/// `check_host()` of RFC 7208 4 with its limits.
package struct SPFCheck {
  /// The terms that ask (RFC 7208 4.6.4).
  package static let lookupLimit = 10
  /// The questions that may be answered by nothing.
  package static let voidLimit = 2
  static let hostLimit = 10

  let mail: SPFMail
  let lookup: any DNSLookup
  var lookups = 0
  var voids = 0

  private init(mail: SPFMail, lookup: any DNSLookup) {
    self.mail = mail
    self.lookup = lookup
  }

  /// Judges a mail by the records of its sender's domain.
  package static func verdict(of mail: SPFMail, _ lookup: any DNSLookup) -> SPFVerdict {
    // A name that is none, or of one label, has no policy (RFC 7208 4.3).
    guard let domain = DomainName(text: mail.domain), domain.labels.count > 1 else {
      return .result(.none, explanation: nil)
    }
    var check = SPFCheck(mail: mail, lookup: lookup)
    do throws(SPFStop) {
      let (result, spec, owner) = try check.evaluate(domain)
      guard result == .fail, let spec else { return .result(result, explanation: nil) }
      return .result(.fail, explanation: try check.explanation(spec, of: owner))
    } catch {
      switch error {
      case .result(let result): return .result(result, explanation: nil)
      case .notExpanded(let question): return .notExpanded(question)
      }
    }
  }

  /// The result for a domain, with the explanation to give and the domain it belongs to.
  mutating func evaluate(
    _ domain: DomainName
  ) throws(SPFStop) -> (SPFResult, DomainSpec?, DomainName) {
    guard let record = try record(of: domain) else { return (.none, nil, domain) }
    guard record.faults.isEmpty else { throw .result(.permerror) }
    for (qualifier, mechanism, _) in record.directives
    where try matches(mechanism, at: domain) {
      return (qualifier.result, record.explanation, domain)
    }
    guard let redirect = record.redirect else { return (.neutral, record.explanation, domain) }
    try count()
    guard let target = try name(redirect, at: domain) else { throw .result(.permerror) }
    let outcome = try evaluate(target)
    // A redirect to nothing is an error (RFC 7208 6.1).
    guard outcome.0 != .none else { throw .result(.permerror) }
    return outcome
  }

  /// The one SPF record of a domain.
  private func record(of domain: DomainName) throws(SPFStop) -> SPFRecord? {
    let question = DNSQuestion(domain, .txt)
    switch lookup.answer(question) {
    case .failed: throw .result(.temperror)
    case .notSupplied: throw .notExpanded(question)
    case .empty: return nil
    case .records(let records):
      let texts = records.compactMap(\.data.joinedText).filter(SPFRecord.isSPF)
      guard texts.count <= 1 else { throw .result(.permerror) }
      return texts.first.flatMap(SPFRecord.init)
    }
  }

  mutating func count() throws(SPFStop) {
    lookups += 1
    if lookups > Self.lookupLimit { throw .result(.permerror) }
  }

  private mutating func countVoid() throws(SPFStop) {
    voids += 1
    if voids > Self.voidLimit { throw .result(.permerror) }
  }

  private mutating func matches(
    _ mechanism: SPFMechanism, at domain: DomainName
  ) throws(SPFStop) -> Bool {
    if mechanism.isLookup { try count() }
    switch mechanism {
    case .all: return true
    case .ip4(let block), .ip6(let block): return block.contains(mail.address)
    case .include(let spec):
      guard let target = try name(spec, at: domain) else { throw .result(.permerror) }
      switch try evaluate(target).0 {
      case .pass: return true
      case .fail, .softfail, .neutral: return false
      case .temperror: throw .result(.temperror)
      case .permerror, .none: throw .result(.permerror)
      }
    case .a(let target):
      guard let host = try host(target.domain, at: domain) else { return false }
      let addresses = try addresses(of: host)
      if addresses.isEmpty { try countVoid() }
      return addresses.contains { target.matches($0, mail.address) }
    case .mx(let target): return try matchesExchanges(target, at: domain)
    case .exists(let spec):
      guard let host = try name(spec, at: domain) else { return false }
      let found = try !records(DNSQuestion(host, .a)).isEmpty
      if !found { try countVoid() }
      return found
    case .ptr(let spec):
      guard let host = try host(spec, at: domain) else { return false }
      return try validatedNames().contains { $0.isWithin(host) }
    }
  }

  private mutating func matchesExchanges(
    _ target: SPFTarget, at domain: DomainName
  ) throws(SPFStop) -> Bool {
    guard let host = try host(target.domain, at: domain) else { return false }
    var hosts: [DomainName] = []
    for record in try records(DNSQuestion(host, .mx)) {
      if case .mx(let exchange) = record.data { hosts.append(exchange.host) }
    }
    guard hosts.count <= Self.hostLimit else { throw .result(.permerror) }
    if hosts.isEmpty { try countVoid() }
    for host in hosts where !host.isRoot {
      if try addresses(of: host).contains(where: { target.matches($0, mail.address) }) {
        return true
      }
    }
    return false
  }

  /// The named host, or the domain itself; `nil` where the name is none, so that nothing matches.
  private func host(_ spec: DomainSpec?, at domain: DomainName) throws(SPFStop) -> DomainName? {
    guard let spec else { return domain }
    return try name(spec, at: domain)
  }

  /// Addresses of the sender's kind.
  func addresses(of host: DomainName) throws(SPFStop) -> [IPAddress] {
    let type: RecordType =
      switch mail.address {
      case .v4: .a
      case .v6: .aaaa
      }
    return try records(DNSQuestion(host, type)).compactMap { record in
      switch record.data {
      case .a(let address): .v4(address)
      case .aaaa(let address): .v6(address)
      default: nil
      }
    }
  }

  func records(_ question: DNSQuestion) throws(SPFStop) -> [DNSRecord] {
    switch lookup.answer(question) {
    case .records(let records): return records
    case .empty: return []
    case .failed: throw .result(.temperror)
    case .notSupplied: throw .notExpanded(question)
    }
  }
}

extension SPFTarget {
  fileprivate func matches(_ host: IPAddress, _ sender: IPAddress) -> Bool {
    switch host {
    case .v4: AddressBlock(host, prefix: prefix4)?.contains(sender) == true
    case .v6: AddressBlock(host, prefix: prefix6)?.contains(sender) == true
    }
  }
}
