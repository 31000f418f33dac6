/// All that is known of DNS from some evidence: records, and the word that there are none.
///
/// What was not supplied is not known; it never counts as absent.
package struct RecordSet: Sendable {
  private var byOwner: [DomainName: [DNSRecord]] = [:]
  private var identities: Set<Identity> = []
  /// Owners and all names above them.
  private var existing: Set<DomainName> = []
  private var empty: [DNSQuestion: RecordOrigin] = [:]
  private var noNames: [DomainName: RecordOrigin] = [:]
  private var failures: [DNSQuestion: DNSFailure] = [:]
  private var failureOrigins: [DNSQuestion: RecordOrigin] = [:]
  private var zones: [DomainName: RecordOrigin] = [:]
  /// How many different records there are.
  package private(set) var count = 0

  package init() {}

  /// What makes two records the same, wherever they were read.
  private struct Identity: Hashable {
    let owner: DomainName
    let data: RecordData
  }

  /// Longer chains of aliases are taken for loops, as by most resolvers.
  package static let longestAlias = 12

  /// Adds a record; one that is there already is not added twice.
  package mutating func add(_ record: DNSRecord) {
    guard identities.insert(Identity(owner: record.owner, data: record.data)).inserted else {
      return
    }
    count += 1
    byOwner[record.owner, default: []].append(record)
    var name: DomainName? = record.owner
    while let next = name, existing.insert(next).inserted { name = next.parent }
  }

  /// Adds the word that there is no such record, or no such name.
  package mutating func add(
    absence kind: DNSAbsence.Kind, of question: DNSQuestion, origin: RecordOrigin
  ) {
    switch kind {
    case .noData: empty[question] = empty[question] ?? origin
    case .noName: noNames[question.name] = noNames[question.name] ?? origin
    }
  }

  /// Adds that a question was asked in vain.
  ///
  /// - Parameter origin: Where that was read; `nil` where nothing but the question tells.
  package mutating func add(
    failure: DNSFailure, of question: DNSQuestion, origin: RecordOrigin? = nil
  ) {
    failures[question] = failure
    failureOrigins[question] = failureOrigins[question] ?? origin
  }

  /// Where it was read that a question was asked in vain.
  package func failureOrigin(of question: DNSQuestion) -> RecordOrigin? {
    failureOrigins[question]
  }

  /// Adds that the records at and below a name are all there, as in a zone file or a whole export.
  package mutating func add(completeZone apex: DomainName, origin: RecordOrigin) {
    zones[apex] = zones[apex] ?? origin
  }

  /// Returns whether the zone that holds a name is all there.
  package func isWhole(at name: DomainName) -> Bool {
    var next: DomainName? = name
    while let name = next {
      if zones[name] != nil { return true }
      next = name.parent
    }
    return false
  }

  /// The records are sorted by owner, then in the order of the evidence.
  package var records: [DNSRecord] {
    byOwner.keys.sorted().flatMap { owner in records(at: owner) }
  }

  /// Returns the records of exactly that name, of all types, in the order of the evidence.
  package func records(at owner: DomainName) -> [DNSRecord] {
    if let records = byOwner[owner] { records } else { [] }
  }

  /// The word that there is nothing, by question, as it was added; sorted.
  var absences: [(question: DNSQuestion, absence: DNSAbsence)] {
    let names = noNames.map { name, origin in
      (DNSQuestion(name, .other("ANY")), DNSAbsence(kind: .noName, origin: origin))
    }
    let data = empty.map { ($0, DNSAbsence(kind: .noData, origin: $1)) }
    return (names + data).sorted { $0.0 < $1.0 }
  }

  /// What was asked in vain, sorted.
  var failedQuestions: [(question: DNSQuestion, failure: DNSFailure)] {
    failures.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The names below which all records are there, sorted.
  var wholeZones: [(name: DomainName, origin: RecordOrigin)] {
    zones.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The names that own records, sorted.
  package var owners: [DomainName] { byOwner.keys.sorted() }

  /// Returns what the evidence says about a question; aliases are followed.
  package func answer(_ question: DNSQuestion) -> DNSAnswer {
    var name = question.name
    for _ in 0...Self.longestAlias {
      let here = answerHere(DNSQuestion(name, question.type))
      guard case .alias(let target) = here else { return here.answer }
      name = target
    }
    return .failed(.aliasLoop)
  }

  private enum Here {
    case answer(DNSAnswer)
    case alias(DomainName)

    var answer: DNSAnswer { if case .answer(let answer) = self { answer } else { .notSupplied } }
  }

  /// The answer at one name, without following an alias.
  private func answerHere(_ question: DNSQuestion) -> Here {
    let own = records(at: question.name)
    // An answer that cannot be read whole is none, whatever is left of it.
    if failures[question] == .malformed { return .answer(.failed(.malformed)) }
    if let found = chosen(own, question.type) { return found }
    if let origin = empty[question] {
      return .answer(.empty(DNSAbsence(kind: .noData, origin: origin)))
    }
    if let origin = noNameOrigin(of: question.name), own.isEmpty {
      return .answer(.empty(DNSAbsence(kind: .noName, origin: origin)))
    }
    // Asked in vain here, it may have been answered elsewhere.
    if let failure = failures[question] { return .answer(.failed(failure)) }
    return answerOfZone(question)
  }

  private func chosen(_ records: [DNSRecord], _ type: RecordType) -> Here? {
    let fitting = records.filter { $0.type == type }
    if !fitting.isEmpty { return .answer(.records(fitting)) }
    for record in records {
      if case .cname(let target) = record.data { return .alias(target) }
    }
    return nil
  }

  /// Nothing exists below a name that does not exist (RFC 8020).
  private func noNameOrigin(of name: DomainName) -> RecordOrigin? {
    guard !noNames.isEmpty else { return nil }
    var next: DomainName? = name
    while let name = next {
      if let origin = noNames[name] { return origin }
      next = name.parent
    }
    return nil
  }

  /// What a whole zone says: wildcards (RFC 4592) and delegations included.
  private func answerOfZone(_ question: DNSQuestion) -> Here {
    var next: DomainName? = question.name
    var closest: DomainName?
    while let name = next {
      if closest == nil, existing.contains(name) { closest = name }
      if let origin = zones[name] {
        return answerOfZone(origin: origin, question, closest: closest ?? name)
      }
      // Another server answers for what is delegated.
      if records(at: name).contains(where: { $0.type == .ns }) { return .answer(.notSupplied) }
      next = name.parent
    }
    return .answer(.notSupplied)
  }

  private func answerOfZone(
    origin: RecordOrigin, _ question: DNSQuestion, closest: DomainName
  ) -> Here {
    if closest == question.name {
      return .answer(.empty(DNSAbsence(kind: .noData, origin: origin)))
    }
    guard let wildcard = closest.prefixed(by: "*"), byOwner[wildcard] != nil else {
      return .answer(.empty(DNSAbsence(kind: .noName, origin: origin)))
    }
    return chosen(records(at: wildcard), question.type)
      ?? .answer(.empty(DNSAbsence(kind: .noData, origin: origin)))
  }
}
