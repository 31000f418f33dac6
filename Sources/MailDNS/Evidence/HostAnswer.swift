internal import Model

/// What `host` prints: a sentence for each record.
struct HostAnswer {
  private let text: EvidenceText
  private let questions: [DNSQuestion]
  private let start: Int
  private var records: [DNSRecord] = []
  private var absences: [(DNSQuestion, DNSAbsence.Kind, Int)] = []
  private var failures: [(DNSFailure, reason: String, line: Int)] = []
  private var faults: [(question: DNSQuestion, line: Int)] = []

  init(_ text: EvidenceText, command: ToolCommand?, line: Int) {
    self.text = text
    start = line
    // allowed: sentences name what they are about
    questions = (command?.queries ?? []).compactMap { query in
      query.name.flatMap { name in query.type.map { DNSQuestion(name, $0) } }
    }
  }

  private static let sentences: [(String, RecordType)] = [
    (" mail is handled by ", .mx), (" descriptive text ", .txt), (" has address ", .a),
    (" has IPv6 address ", .aaaa), (" is an alias for ", .cname), (" name server ", .ns),
    (" domain name pointer ", .ptr),
  ]

  /// Whether a line is one of its sentences.
  static func isMark(_ line: Substring) -> Bool {
    sentences.contains { sentence in
      line.firstRange(of: sentence.0).map { name(line[..<$0.lowerBound]) != nil } == true
    } || absence(line) != nil
      || line.hasPrefix("Host ") && line.firstRange(of: " not found: ") != nil
  }

  /// `example.com has no MX record`.
  private static func absence(_ line: Substring) -> DNSQuestion? {
    let words = line.split(separator: " ")
    guard words.count == 5, words[1] == "has", words[2] == "no", words[4] == "record",
      let name = name(words[0])
    else { return nil }
    return DNSQuestion(name, RecordType(name: String(words[3])))
  }

  mutating func take(_ line: Substring, number: Int) {
    if let question = Self.absence(line) {
      absences.append((question, .noData, number))
    } else if line.hasPrefix("Host "), let range = line.firstRange(of: " not found: ") {
      let name = Self.name(line[..<range.lowerBound].dropFirst(5))
      let reason = line[range.upperBound...]
      if reason.contains("NXDOMAIN"), let name {
        // Any type will do: the name is not there.
        absences.append((DNSQuestion(name, questions.first?.type ?? .a), .noName, number))
      } else {
        failures.append(
          (
            reason.contains("REFUSED") ? .refused : .serverFailure, String(reason.prefix(80)),
            number
          ))
      }
    } else if line.hasPrefix(";;") {
      failures.append((.timeout, String(line.drop { $0 == ";" || $0 == " " }.prefix(80)), number))
    } else {
      takeRecord(line, number)
    }
  }

  private mutating func takeRecord(_ line: Substring, _ number: Int) {
    for (sentence, type) in Self.sentences {
      guard let range = line.firstRange(of: sentence),
        let owner = Self.name(line[..<range.lowerBound])
      else { continue }
      guard let fields = RecordField.all(of: line[range.upperBound...]) else {
        faults.append((DNSQuestion(owner, type), number))
        return
      }
      do throws(RecordDataFault) {
        records.append(
          DNSRecord(
            owner: owner, data: try RecordData(type, fields),
            origin: text.origin(line: number, raw: String(line.prefix(400)))))
      } catch {
        faults.append((DNSQuestion(owner, type), number))
      }
      return
    }
  }

  private static func name(_ text: some StringProtocol) -> DomainName? {
    guard !text.contains(where: \.isWhitespace) else { return nil }
    return ToolCommand.name(text)
  }

  func enter(into book: inout AnswerBook, _ capture: inout DNSCapture) {
    for fault in faults {
      capture.remark(.lineUnread(fault.line, .dataInvalid))
      capture.set.add(failure: .malformed, of: fault.question)
    }
    let seen = records.map { DNSQuestion($0.owner, $0.type) } + absences.map(\.0)
    for question in questions.isEmpty ? seen : questions { capture.ask(question) }
    if let asked = questions.first, !records.contains(where: { $0.owner == asked.name }),
      let other = (records.map(\.owner) + absences.map(\.0.name))
        .first(where: { SearchSuffix.made($0, from: asked.name) })
    {
      return book.add(elsewhere: other, of: asked, line: start)
    }
    book.add(answer: records, line: start)
    for (question, kind, line) in absences {
      book.add(absence: kind, of: question, origin: text.origin(line: line))
    }
    for failure in failures {
      for question in questions {
        book.add(failure: failure.0, of: question, reason: failure.reason, line: failure.line)
      }
    }
    let isSilent = records.isEmpty && absences.isEmpty && failures.isEmpty
    if isSilent, let question = questions.first { book.add(truncated: question, line: start) }
  }
}
