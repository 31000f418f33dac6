internal import Model

/// What a name server said to one question, freed of all that was not asked.
package struct LiveAnswer: Hashable, Sendable {
  /// That there is nothing, and where that is.
  package struct Absence: Hashable, Sendable {
    package let kind: DNSAbsence.Kind
    /// The name asked for, or the last of its aliases.
    package let name: DomainName

    package init(kind: DNSAbsence.Kind, name: DomainName) {
      self.kind = kind
      self.name = name
    }
  }

  package let question: DNSQuestion
  /// Aliases on the way, and the records at its end.
  package let records: [DNSMessage.Record]
  package let absence: Absence?
  package let failure: DNSFailure?

  package init(
    _ question: DNSQuestion, records: [DNSMessage.Record] = [], absence: Absence? = nil,
    failure: DNSFailure? = nil
  ) {
    self.question = question
    self.records = records
    self.absence = absence
    self.failure = failure
  }

  /// Returns an answer that did not come.
  package static func failed(_ question: DNSQuestion, _ failure: DNSFailure) -> LiveAnswer {
    LiveAnswer(question, failure: failure)
  }

  /// Reads the answer to a question.
  ///
  /// Only aliases that start at the name asked for and records at their end count: what else a server
  /// sends along is nobody's word.
  package static func reading(_ bytes: [UInt8], to question: DNSQuestion) -> LiveAnswer {
    do throws(DNSFailure) {
      let message = try DNSMessage(bytes)
      // Over TCP nothing is cut; a server that says so has no whole answer.
      guard !message.isTruncated else { throw .tooLarge }
      guard message.question == question else { throw .malformed }
      switch message.responseCode {
      case 0, 3: return try reading(message, to: question)
      case 5: throw .refused
      default: throw .serverFailure
      }
    } catch { return failed(question, error) }
  }

  private static func reading(
    _ message: DNSMessage, to question: DNSQuestion
  ) throws(DNSFailure) -> LiveAnswer {
    var name = question.name
    var way: [DNSMessage.Record] = []
    var visited: Set<DomainName> = [name]
    while question.type != .cname,
      let alias = message.answers.first(where: { $0.owner == name && $0.data.type == .cname }),
      case .cname(let target) = alias.data
    {
      guard visited.insert(target).inserted, way.count < RecordSet.longestAlias else {
        throw .aliasLoop
      }
      way.append(alias)
      name = target
    }
    let found = message.answers.filter { $0.owner == name && $0.data.type == question.type }
    var absence: Absence?
    if found.isEmpty, message.responseCode == 3 {
      absence = Absence(kind: .noName, name: name)
    } else if found.isEmpty, way.isEmpty {
      // After an alias the target's own server may know more.
      absence = Absence(kind: .noData, name: name)
    }
    return LiveAnswer(question, records: way + found, absence: absence)
  }
}

extension RecordSet {
  /// Adds what a server said.
  package mutating func add(_ answer: LiveAnswer, origin: RecordOrigin) {
    for record in answer.records {
      var full = DNSRecord(
        owner: record.owner, timeToLive: record.timeToLive, data: record.data, origin: origin)
      full.origin.evidence.raw = full.text
      add(full)
    }
    if let absence = answer.absence {
      let question = DNSQuestion(absence.name, answer.question.type)
      var origin = origin
      origin.evidence.raw = "\(question.text): \(absence.kind.text)"
      add(absence: absence.kind, of: question, origin: origin)
    }
    if let failure = answer.failure { add(failure: failure, of: answer.question) }
  }

  /// Returns the question that is open where a question's aliases lead; `nil` where it is answered.
  package func open(_ question: DNSQuestion) -> DNSQuestion? {
    guard case .notSupplied = answer(question) else { return nil }
    var name = question.name
    for _ in 0..<Self.longestAlias {
      guard question.type != .cname,
        let alias = records(at: name).first(where: { $0.type == .cname }),
        case .cname(let target) = alias.data
      else { break }
      name = target
    }
    return DNSQuestion(name, question.type)
  }
}

extension DNSAbsence.Kind {
  fileprivate var text: String {
    switch self {
    case .noData: "NODATA"
    case .noName: "NXDOMAIN"
    }
  }
}
