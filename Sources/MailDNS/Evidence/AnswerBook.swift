internal import Model

/// The answers of a session, put together: what contradicts itself is not known.
struct AnswerBook {
  private struct Answer {
    let records: [DNSRecord]
    let line: Int
  }

  private enum Silence {
    case absent(DNSAbsence.Kind, RecordOrigin)
    case failed(DNSFailure, reason: String)
    case truncated
    /// Answered for a name below the resolver's search suffix.
    case elsewhere(DomainName)
  }

  private var answers: [DNSQuestion: [Answer]] = [:]
  private var silences: [DNSQuestion: [(silence: Silence, line: Int)]] = [:]
  private var besides: [DNSRecord] = []
  private var count = 0

  /// Adds all records of one answer; they are grouped by owner and type.
  mutating func add(answer records: [DNSRecord], line: Int) {
    guard count + records.count <= DNSCapture.recordLimit else { return }
    count += records.count
    for (question, group) in Dictionary(grouping: records, by: { DNSQuestion($0.owner, $0.type) }) {
      answers[question, default: []].append(Answer(records: group, line: line))
    }
  }

  /// Adds records that came along with an answer to something else; there may be more of them.
  mutating func add(besides records: [DNSRecord]) {
    guard count + records.count <= DNSCapture.recordLimit else { return }
    count += records.count
    besides += records
  }

  mutating func add(absence kind: DNSAbsence.Kind, of question: DNSQuestion, origin: RecordOrigin) {
    silences[question, default: []].append(
      (.absent(kind, origin), origin.evidence.position?.line ?? 1))
  }

  mutating func add(failure: DNSFailure, of question: DNSQuestion, reason: String, line: Int) {
    silences[question, default: []].append((.failed(failure, reason: reason), line))
  }

  mutating func add(elsewhere other: DomainName, of question: DNSQuestion, line: Int) {
    silences[question, default: []].append((.elsewhere(other), line))
  }

  mutating func add(truncated question: DNSQuestion, line: Int) {
    silences[question, default: []].append((.truncated, line))
  }

  /// Everything into a capture.
  ///
  /// - Parameter text: what was read, for where its lines stand.
  func enter(into capture: inout DNSCapture, from text: EvidenceText) {
    let questions = Set(answers.keys).union(silences.keys).sorted()
    for question in questions { enter(question, into: &capture, text) }
    for record in besides where answers[DNSQuestion(record.owner, record.type)] == nil {
      if !capture.add(record) { return }
    }
  }

  private func enter(
    _ question: DNSQuestion, into capture: inout DNSCapture, _ text: EvidenceText
  ) {
    // allowed: either may be missing
    let given = answers[question] ?? []
    // allowed: as above
    let silent = silences[question] ?? []
    let absences = silent.compactMap { entry in
      if case .absent(let kind, let origin) = entry.silence {
        (kind: kind, origin: origin, line: entry.line)
      } else {
        nil
      }
    }
    let contents = Set(given.map { Set($0.records.map(\.data)) })
    let kinds = Set(absences.map(\.kind))
    // An alias answers every question: an absence is then that of its target.
    if contents.count > 1 || kinds.count > 1 || (!contents.isEmpty && !kinds.isEmpty) {
      let lines = (given.map(\.line) + absences.map(\.line)).sorted()
      capture.set.add(
        failure: .malformed, of: question, origin: lines.first.map { text.origin(line: $0) })
      capture.remark(.answersDiffer(question, lines: lines))
      return
    }
    if let answer = given.first {
      for record in answer.records where !capture.add(record) { return }
      return
    }
    if let absence = absences.first {
      capture.set.add(absence: absence.kind, of: question, origin: absence.origin)
      return
    }
    for entry in silent {
      let origin = text.origin(line: entry.line)
      switch entry.silence {
      case .absent: break
      case .failed(let failure, let reason):
        capture.set.add(failure: failure, of: question, origin: origin)
        capture.remark(.queryFailed(question, reason: reason, line: entry.line))
      case .truncated:
        capture.set.add(failure: .malformed, of: question, origin: origin)
        capture.remark(.answerTruncated(question, line: entry.line))
      case .elsewhere(let other):
        capture.set.add(failure: .searchSuffix, of: question, origin: origin)
        capture.remark(.answeredElsewhere(question, other, line: entry.line))
      }
    }
  }
}
