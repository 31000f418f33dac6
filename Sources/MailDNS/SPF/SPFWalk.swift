internal import Model

/// One way through the terms of a domain's SPF, as for a server that none of them names.
struct SPFWalk {
  enum Outcome: Hashable {
    case result(SPFResult)
    case unknown
  }

  /// A defect before it is known in which record of the domain it shows.
  struct Remark: Hashable {
    let kind: MailDefect.Kind
    let subject: String
    let offset: Int?
  }

  let lookup: any DNSLookup
  let providers: MailProviders
  private(set) var lookups = 0
  private(set) var voids = 0
  private(set) var includes: [String] = []
  private(set) var unexpanded: [DomainName] = []
  private(set) var questions: [DNSQuestion] = []
  private(set) var failures: [DNSQuestion] = []
  private(set) var defects: [Remark] = []
  private var path: [DomainName] = []
  private var walked = 0

  /// Records may include each other many times over; beyond this no limit is of interest any more.
  private static let termLimit = 400

  init(lookup: any DNSLookup, providers: MailProviders) {
    self.lookup = lookup
    self.providers = providers
  }

  /// Whether nothing that the result depends on is missing.
  var isCertain: Bool { unexpanded.isEmpty && failures.isEmpty }

  mutating func result(of domain: DomainName) -> Outcome {
    let question = DNSQuestion(domain, .txt)
    switch lookup.answer(question) {
    case .notSupplied:
      ask(question)
      return .unknown
    case .failed:
      if !failures.contains(question) { failures.append(question) }
      return .unknown
    case .empty: return .result(.none)
    case .records(let records):
      let texts = records.compactMap(\.data.joinedText).filter(SPFRecord.isSPF)
      guard texts.count <= 1 else { return .result(.permerror) }
      guard let record = texts.first.flatMap(SPFRecord.init) else { return .result(.none) }
      path.append(domain)
      defer { path.removeLast() }
      return result(of: record, at: domain)
    }
  }

  private mutating func result(of record: SPFRecord, at domain: DomainName) -> Outcome {
    guard record.faults.isEmpty else { return .result(.permerror) }
    for (qualifier, mechanism, term) in record.directives {
      walked += 1
      guard walked <= Self.termLimit else { return .result(.permerror) }
      if mechanism.isLookup { lookups += 1 }
      switch mechanism {
      case .all: return .result(qualifier.result)
      case .include(let spec):
        switch included(spec, term, at: domain) {
        case .result(.pass): return .result(qualifier.result)
        case .result(.permerror): return .result(.permerror)
        case .result, .unknown: continue
        }
      case .a(let target): check(target.domain, at: domain, [.a, .aaaa], term)
      case .mx(let target): check(target.domain, at: domain, [.mx], term)
      case .exists, .ptr, .ip4, .ip6: continue
      }
    }
    guard let redirect = record.redirect else { return .result(.neutral) }
    lookups += 1
    return redirected(redirect, at: domain)
  }

  private mutating func included(
    _ spec: DomainSpec, _ term: SPFTerm, at domain: DomainName
  ) -> Outcome {
    if path.count == 1 || path.dropFirst().allSatisfy(redirects.contains) {
      includes.append(spec.text)
    }
    guard let text = text(of: spec, at: domain) else { return .unknown }
    guard let target = DomainName(text: text) else {
      remark(.spfIncludeFaulty, term)
      return .result(.permerror)
    }
    let outcome = follow(target, term)
    switch outcome {
    case .result(.none): remark(.spfIncludeWithoutSPF, term)
    case .result(.permerror): remark(.spfIncludeFaulty, term)
    case .result, .unknown: return outcome
    }
    return .result(.permerror)
  }

  private var redirects: Set<DomainName> = []

  private mutating func redirected(_ spec: DomainSpec, at domain: DomainName) -> Outcome {
    guard let text = text(of: spec, at: domain) else { return .unknown }
    guard let target = DomainName(text: text) else { return .result(.permerror) }
    redirects.insert(target)
    let outcome = follow(target, nil)
    guard case .result(.none) = outcome else { return outcome }
    remark(.spfIncludeWithoutSPF, subject: "redirect=" + spec.text)
    return .result(.permerror)
  }

  /// The result of a name that a term leads to; what is not supplied may be in the table.
  private mutating func follow(_ target: DomainName, _ term: SPFTerm?) -> Outcome {
    guard !path.contains(target) else {
      remark(.spfLoop, subject: target.text)
      return .result(.permerror)
    }
    let question = DNSQuestion(target, .txt)
    guard case .notSupplied = lookup.answer(question) else { return result(of: target) }
    ask(question)
    if let cost = providers.cost(ofInclude: target) {
      lookups += cost
      // Providers list their own servers; a stranger is none of them.
      return .result(.neutral)
    }
    if !unexpanded.contains(target) {
      unexpanded.append(target)
      remark(.spfNotExpanded, subject: target.text)
    }
    return .unknown
  }

  /// Counts a term whose name is known to have no such records.
  private mutating func check(
    _ spec: DomainSpec?, at domain: DomainName, _ types: [RecordType], _ term: SPFTerm
  ) {
    var host = domain
    if let spec {
      guard let name = text(of: spec, at: domain).flatMap(DomainName.init(text:)) else { return }
      host = name
    }
    var isVoid = true
    for type in types {
      let question = DNSQuestion(host, type)
      switch lookup.answer(question) {
      case .empty: continue
      case .notSupplied:
        ask(question)
        isVoid = false
      case .records, .failed: isVoid = false
      }
    }
    guard isVoid else { return }
    voids += 1
    remark(.spfVoid, term)
  }

  /// The name in a term, its macros replaced; `nil` where they depend on the mail.
  private func text(of spec: DomainSpec, at domain: DomainName) -> String? {
    var text = ""
    for part in spec.macros.parts {
      switch part {
      case .literal(let literal): text += literal
      case .expansion(let expansion):
        guard expansion.letter == "d" else { return nil }
        text += expansion.applied(to: domain.text)
      }
    }
    return text
  }

  private mutating func ask(_ question: DNSQuestion) {
    if !questions.contains(question) { questions.append(question) }
  }

  /// Offsets are of use in the domain's own record alone.
  private mutating func remark(_ kind: MailDefect.Kind, _ term: SPFTerm) {
    remark(kind, subject: term.text, offset: path.count <= 1 ? term.offset : nil)
  }

  private mutating func remark(_ kind: MailDefect.Kind, subject: String, offset: Int? = nil) {
    let remark = Remark(kind: kind, subject: subject, offset: offset)
    if !defects.contains(remark) { defects.append(remark) }
  }
}
