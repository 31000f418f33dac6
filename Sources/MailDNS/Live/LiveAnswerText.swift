/// A question is written as texts on the pipe between processes.
package struct DNSQuestionText: Codable, Hashable, Sendable {
  package var name: String
  package var type: String

  package init(_ question: DNSQuestion) {
    name = question.name.description
    type = question.type.name
  }

  /// The question that the texts say; `nil` where they are none.
  package var question: DNSQuestion? {
    DomainName(text: name).map { DNSQuestion($0, RecordType(name: type)) }
  }
}

/// An answer is written as texts on the pipe between processes.
package struct LiveAnswerText: Codable, Sendable {
  struct Record: Codable {
    var owner: String
    var timeToLive: Int
    var type: String
    var fields: [String]
  }

  struct Absence: Codable {
    var name: String
    var isNameMissing: Bool
  }

  var question: DNSQuestionText
  var records: [Record]
  var absence: Absence?
  var failure: String?

  package init(_ answer: LiveAnswer) {
    question = DNSQuestionText(answer.question)
    records = answer.records.map { record in
      Record(
        owner: record.owner.description, timeToLive: record.timeToLive,
        type: record.data.type.name, fields: record.data.fieldTexts)
    }
    absence = answer.absence.map {
      Absence(name: $0.name.description, isNameMissing: $0.kind == .noName)
    }
    failure = answer.failure?.rawValue
  }

  /// The answer that the texts say; `nil` where they make none.
  package var answer: LiveAnswer? {
    guard let question = question.question else { return nil }
    if let failure { return DNSFailure(rawValue: failure).map { .failed(question, $0) } }
    var read: [DNSMessage.Record] = []
    for record in records {
      guard let owner = DomainName(text: record.owner),
        let data = RecordData(RecordType(name: record.type), fieldTexts: record.fields)
      else { return nil }
      read.append(DNSMessage.Record(owner: owner, timeToLive: record.timeToLive, data: data))
    }
    var absent: LiveAnswer.Absence?
    if let absence {
      guard let name = DomainName(text: absence.name) else { return nil }
      absent = LiveAnswer.Absence(kind: absence.isNameMissing ? .noName : .noData, name: name)
    }
    return LiveAnswer(question, records: read, absence: absent)
  }
}
