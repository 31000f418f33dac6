internal import Model

/// Values without their names, as `dig +short` prints them.
struct ShortAnswer {
  private let text: EvidenceText
  private let questions: [DNSQuestion]
  private let captured: Instant?

  /// - Parameter questions: what was asked; empty where the command is not in the evidence.
  init(_ text: EvidenceText, questions: [DNSQuestion], captured: Instant?) {
    self.text = text
    self.questions = questions
    self.captured = captured
  }

  /// What a line can be; `nil` where it is no value.
  static func data(_ line: some StringProtocol) -> RecordData? {
    guard line.utf8.count <= 70_000, let fields = RecordField.all(of: line),
      let first = fields.first
    else { return nil }
    let type: RecordType
    if fields.allSatisfy(\.isQuoted) {
      type = .txt
    } else if fields.count == 2, first.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      fields[1].text.hasSuffix(".")
    {
      type = .mx
    } else if fields.count == 1, IPv4Address(first.text) != nil {
      type = .a
    } else if fields.count == 1, first.text.contains(":"), IPv6Address(first.text) != nil {
      type = .aaaa
    } else if fields.count == 1, first.text.hasSuffix("."), first.text.count > 1 {
      type = .cname
    } else {
      return nil
    }
    do throws(RecordDataFault) { return try RecordData(type, fields) } catch { return nil }
  }

  /// An empty output says nothing: a server's failure prints nothing either.
  func enter(
    _ lines: [(text: Substring, line: Int)], into book: inout AnswerBook,
    _ capture: inout DNSCapture
  ) {
    var records: [DNSRecord] = []
    // Aliases come before the value they lead to.
    var owner: DomainName?
    for (line, number) in lines {
      guard let data = Self.data(line) else { continue }
      let origin = text.origin(line: number, raw: String(line.prefix(400)), captured: captured)
      let fitting = questions.filter { $0.type == data.type }
      if case .cname(let target) = data, questions.count == 1, questions[0].type != .cname {
        if questions[0].type == .ns, let data = Self.nameServer(data) {
          records.append(DNSRecord(owner: questions[0].name, data: data, origin: origin))
          continue
        }
        records.append(
          DNSRecord(owner: owner ?? questions[0].name, data: data, origin: origin))
        owner = target
      } else if fitting.count == 1 {
        records.append(DNSRecord(owner: owner ?? fitting[0].name, data: data, origin: origin))
      } else {
        capture.ownerless.append((data, origin))
        capture.remark(.ownerUnknown(line: number))
      }
    }
    guard let line = lines.first?.line else { return }
    book.add(answer: records, line: line)
  }

  private static func nameServer(_ data: RecordData) -> RecordData? {
    if case .cname(let name) = data { .ns(name) } else { nil }
  }
}
