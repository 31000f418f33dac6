internal import Model

/// One answer of `dig`, from its header to its statistics, or what a part of it still shows.
struct DigAnswer {
  private enum Section { case before, question, answer, besides, after }

  private let text: EvidenceText
  private let command: ToolCommand?
  private let start: Int
  private var section = Section.before
  private(set) var hasHeader = false
  private var status: String?
  private var isCut = false
  private var announced: Int?
  private var question: DNSQuestion?
  private var failure: (reason: String, line: Int)?
  private(set) var time: Instant?
  private var answerLines: [(text: Substring, line: Int)] = []
  private var besidesLines: [(text: Substring, line: Int)] = []
  private var looseLines: [(text: Substring, line: Int)] = []
  private var transferSize: Int?

  /// Whether anything below the command was seen.
  private(set) var isBegun = false

  init(_ text: EvidenceText, command: ToolCommand?, line: Int) {
    self.text = text
    self.command = command
    start = line
  }

  /// Whether a line can only come from `dig`.
  static func isMark(_ line: Substring) -> Bool {
    line.hasPrefix("; <<>> DiG") || line.hasPrefix(";; ->>HEADER<<-")
      || line.hasPrefix(";; QUESTION SECTION") || line.hasPrefix(";; ANSWER SECTION")
      || line.hasPrefix(";; AUTHORITY SECTION") || line.hasPrefix(";; Got answer")
      || line.hasPrefix(";; global options")
  }

  mutating func take(_ line: Substring, number: Int) {
    if !line.allSatisfy(\.isWhitespace) { isBegun = true }
    if line.hasPrefix(";") { return comment(line, number) }
    if line.allSatisfy(\.isWhitespace) {
      if section == .answer || section == .besides { section = .after }
      return
    }
    switch section {
    case .answer: answerLines.append((line, number))
    case .besides: besidesLines.append((line, number))
    case .before, .question, .after: looseLines.append((line, number))
    }
  }

  private mutating func comment(_ line: Substring, _ number: Int) {
    let body = line.drop { $0 == ";" || $0 == " " }
    if body.hasPrefix("->>HEADER<<-") {
      hasHeader = true
      status = Self.word(after: "status:", in: body).map(String.init)
    } else if body.hasPrefix("flags:") {
      // OPT has flags of its own.
      guard let count = Self.word(after: "ANSWER:", in: body) else { return }
      announced = Int(count)
      isCut = body.prefix { $0 != ";" }.split(separator: " ").contains("tc")
    } else if body.hasPrefix("QUESTION SECTION") {
      section = .question
    } else if body.hasPrefix("ANSWER SECTION") {
      section = .answer
    } else if body.hasPrefix("AUTHORITY SECTION") || body.hasPrefix("ADDITIONAL SECTION") {
      section = .besides
    } else if body.hasPrefix("WHEN:") {
      time = EvidenceTime.instant(body.dropFirst(5).drop { $0 == " " })
    } else if body.hasPrefix("XFR size:") {
      transferSize = Self.word(after: "XFR size:", in: body).flatMap { Int($0) }
    } else if Self.isFailure(body) {
      failure = failure ?? (String(body.prefix(80)), number)
    } else if section == .question, question == nil {
      readQuestion(body)
    }
  }

  /// `example.com.  IN  MX`.
  private mutating func readQuestion(_ body: Substring) {
    let words = body.split { $0 == " " || $0 == "\t" }
    guard words.count >= 2, let type = words.last, RecordType.isName(String(type)),
      let name = ToolCommand.name(words[0])
    else { return }
    question = DNSQuestion(name, RecordType(name: String(type)))
  }

  private static func isFailure(_ body: Substring) -> Bool {
    ["connection timed out", "communications error", "no servers could be reached"]
      .contains { body.firstRange(of: $0) != nil } || body.hasPrefix("Transfer failed")
  }

  private static func word(after label: String, in text: Substring) -> Substring? {
    guard let range = text.firstRange(of: label) else { return nil }
    return text[range.upperBound...].split { $0 == " " || $0 == "," || $0 == ";" }.first
  }

  // MARK: The end

  func enter(into book: inout AnswerBook, _ capture: inout DNSCapture) {
    let asked = questions
    for question in asked { capture.ask(question) }
    if let time { capture.times.append(time) }
    let found = records(answerLines, &capture)
    book.add(besides: records(besidesLines, &capture))
    guard let question = asked.first else {
      book.add(answer: found, line: start)
      enterLoose(asked, into: &book, &capture)
      return
    }
    if let failure {
      for question in asked {
        book.add(failure: .timeout, of: question, reason: failure.reason, line: failure.line)
      }
    }
    if hasHeader {
      enter(found, question, into: &book)
    } else {
      book.add(answer: found, line: start)
      enterLoose(asked, into: &book, &capture)
    }
  }

  private var questions: [DNSQuestion] {
    if let question { return [question] }
    guard let command else { return [] }
    return command.queries.compactMap { query in
      query.name.flatMap { name in query.type.map { DNSQuestion(name, $0) } }
    }
  }

  /// An answer with its header: whole, cut, empty or refused.
  private func enter(_ found: [DNSRecord], _ question: DNSQuestion, into book: inout AnswerBook) {
    let end = Self.end(of: question.name, in: found)
    switch status {
    case "NOERROR"?:
      guard !isCut, announced == found.count else {
        return book.add(truncated: question, line: start)
      }
      book.add(answer: found, line: start)
      if !found.contains(where: { $0.owner == end && $0.type == question.type }) {
        book.add(
          absence: .noData, of: DNSQuestion(end, question.type),
          origin: text.origin(line: start, captured: time))
      }
    case "NXDOMAIN"?:
      book.add(answer: found, line: start)
      book.add(
        absence: .noName, of: DNSQuestion(end, question.type),
        origin: text.origin(line: start, captured: time))
    case let status?:
      let failure: DNSFailure = status == "REFUSED" ? .refused : .serverFailure
      book.add(failure: failure, of: question, reason: status, line: start)
    case nil: book.add(truncated: question, line: start)
    }
  }

  /// The name that aliases lead to.
  private static func end(of name: DomainName, in records: [DNSRecord]) -> DomainName {
    var name = name
    for _ in 0..<RecordSet.longestAlias {
      let alias = records.first { $0.owner == name && $0.type == .cname }
      guard case .cname(let target)? = alias?.data else { break }
      name = target
    }
    return name
  }

  /// Lines outside sections: values of `+short`, records of `+noall +answer`, or a transferred zone.
  private func enterLoose(
    _ asked: [DNSQuestion], into book: inout AnswerBook, _ capture: inout DNSCapture
  ) {
    if command?.isShort == true {
      ShortAnswer(text, questions: asked, captured: time).enter(looseLines, into: &book, &capture)
      return
    }
    let found = records(looseLines, &capture)
    book.add(answer: found, line: start)
    // A transfer begins and ends with the SOA record; the size counts it twice.
    if command?.isTransfer == true, let apex = command?.queries.first?.name,
      transferSize == found.count, found.last?.type == .soa
    {
      capture.set.add(completeZone: apex, origin: text.origin(line: start, captured: time))
    }
  }

  private func records(
    _ lines: [(text: Substring, line: Int)], _ capture: inout DNSCapture
  ) -> [DNSRecord] {
    guard !lines.isEmpty else { return [] }
    let words = RecordWords(bytes: Array(lines.map(\.text).joined(separator: "\n").utf8))
    var scanner = ZoneScanner(words.bytes)
    var found: [DNSRecord] = []
    while let entry = scanner.next() {
      let line = lines[min(entry.line, lines.count) - 1].line
      guard entry.fault == nil, let head = words.head(entry.words, from: 1) else {
        // Anything may stand between answers in a terminal.
        if entry.fault == .quoteOpen {
          capture.remark(.lineUnread(line, .quoteOpen))
          capture.doubt(words, entry)
        }
        continue
      }
      do throws(LineFault) {
        found.append(
          DNSRecord(
            owner: try words.name(entry.words[0].range, origin: nil),
            timeToLive: head.timeToLive, recordClass: head.recordClass,
            data: try words.data(head.type, entry.words[head.data...], origin: nil),
            origin: text.origin(
              line: line, raw: String(lines[min(entry.line, lines.count) - 1].text.prefix(400)),
              captured: time)))
      } catch {
        capture.remark(.lineUnread(line, error))
        capture.doubt(words, entry)
      }
    }
    return found
  }
}

extension DNSCapture {
  /// The records that a line is about are not known, since it cannot be read.
  fileprivate mutating func doubt(_ words: RecordWords, _ entry: ZoneScanner.Entry) {
    guard let first = entry.words.first, let head = words.head(entry.words, from: 1) else { return }
    do throws(LineFault) {
      let owner = try words.name(first.range, origin: nil)
      set.add(failure: .malformed, of: DNSQuestion(owner, head.type))
    } catch {
      // Without a name it is about nothing.
    }
  }
}
