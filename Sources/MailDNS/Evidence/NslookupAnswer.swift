internal import Model

/// One answer of `nslookup`, of Windows (English or Chinese) or of BIND.
struct NslookupAnswer {
  private let text: EvidenceText
  private(set) var question: (name: DomainName?, type: RecordType?)
  private let start: Int
  private var hasServer = false
  private var awaitsServerAddress = false
  private var hasAuthority = false
  private var isBeside = false
  private var records: [DNSRecord] = []
  private var besides: [DNSRecord] = []
  private var errors: [(text: Substring, line: Int)] = []
  private var faults: [(question: DNSQuestion, line: Int)] = []
  /// The owner of strings or addresses on the lines below.
  private var open: (owner: DomainName, kind: OpenKind, line: Int)?
  private var strings: [String] = []

  private enum OpenKind { case strings, addresses, aliases }

  init(_ text: EvidenceText, name: DomainName?, type: RecordType?, line: Int) {
    self.text = text
    question = (name, type)
    start = line
  }

  private static let serverLabels = [
    "server:", "服务器:", "服务器：", "伺服器:", "default server:", "默认服务器:", "默认服务器：", "預設伺服器:",
  ]
  private static let addressLabels = [
    "address:", "addresses:", "地址:", "地址：", "address：", "addresses：",
  ]
  private static let nameLabels = ["name:", "名称:", "名称：", "名稱:"]
  private static let aliasLabels = ["aliases:", "别名:", "别名：", "別名:"]
  private static let besideMarks = [
    "authoritative answers can be found from", "权威应答", "权威答案", "授权的应答", "授权应答",
  ]

  /// Whether the line names the server that answers, with which an answer begins.
  static func isServer(_ line: Substring) -> Bool { value(of: serverLabels, in: line) != nil }

  var isBegun: Bool { hasServer }

  private static func value(of labels: [String], in line: Substring) -> Substring? {
    let body = line.drop { $0 == " " || $0 == "\t" }
    let lower = body.prefix(40).lowercased()
    guard let label = labels.first(where: lower.hasPrefix) else { return nil }
    return body.dropFirst(label.count).drop { $0 == " " || $0 == "\t" }
  }

  mutating func take(_ line: Substring, number: Int) {
    let body = line.drop { $0 == " " || $0 == "\t" }
    if Self.isServer(line) {
      hasServer = true
      awaitsServerAddress = true
    } else if body.hasPrefix("**") {
      errors.append((body, number))
    } else if awaitsServerAddress, Self.value(of: Self.addressLabels, in: line) != nil {
      awaitsServerAddress = false
    } else if Self.besideMarks.contains(where: { body.lowercased().hasPrefix($0) }) {
      close()
      isBeside = true
    } else if body.isEmpty {
      // Windows leaves a line free between `text =` and the strings.
      if open?.kind != .strings || !strings.isEmpty { close() }
    } else if !takeAssignment(body, number) {
      takeList(line, body, number)
    }
  }

  /// `example.com  MX preference = 5, mail exchanger = mx.example.com`.
  private mutating func takeAssignment(_ body: Substring, _ number: Int) -> Bool {
    for (label, type) in Self.attributes {
      guard let range = body.firstRange(of: label) else { continue }
      let before = body[..<range.lowerBound]
      // The owner stands alone before it: what looks like a label inside a string is none.
      let words = before.split { $0 == " " || $0 == "\t" }
      guard words.count == 1, !before.contains("\""), let owner = Self.name(words[0]) else {
        continue
      }
      close()
      let value = body[range.upperBound...].drop { $0 == " " || $0 == "\t" }
      take(value, label: label, type: type, owner: owner, number)
      return true
    }
    if body.firstRange(of: "primary name server =") != nil {
      hasAuthority = true
      return true
    }
    return false
  }

  private static let attributes: [(String, RecordType)] = [
    ("MX preference =", .mx), ("mail exchanger =", .mx), ("text =", .txt),
    ("canonical name =", .cname), ("nameserver =", .ns), ("internet address =", .a),
    ("AAAA IPv6 address =", .aaaa), ("has AAAA address", .aaaa), ("name =", .ptr),
  ]

  private mutating func take(
    _ value: Substring, label: String, type: RecordType, owner: DomainName, _ number: Int
  ) {
    switch type {
    case .txt:
      open = (owner, .strings, number)
      if !value.isEmpty { takeStrings(value) }
    case .mx where label.hasPrefix("MX"):
      // `5, mail exchanger = mx.example.com`
      guard let exchanger = value.firstRange(of: "mail exchanger =") else { return }
      let host = value[exchanger.upperBound...].drop { $0 == " " }
      let preference = value[..<exchanger.lowerBound].filter { !", ".contains($0) }
      // Windows spells the root out.
      add(owner, type, "\(preference) \(host == "(root)" ? "." : host)", number)
    default: add(owner, type, String(value), number)
    }
  }

  private mutating func takeStrings(_ value: Substring) {
    let trimmed = value.reversed().drop(while: \.isWhitespace).reversed()
    let plain = String(trimmed)
    // An unclosed quote, or no quotes at all: the text as it stands is one string.
    guard plain.hasPrefix("\""), let fields = RecordField.all(of: plain) else {
      strings.append(plain)
      return
    }
    for field in fields {
      do throws(DomainNameFault) { strings.append(try field.characterString) } catch {
        strings.append(field.text)
      }
    }
  }

  /// Strings, addresses and aliases on lines of their own.
  private mutating func takeList(_ line: Substring, _ body: Substring, _ number: Int) {
    if let name = Self.value(of: Self.nameLabels, in: line).flatMap(Self.name) {
      close()
      open = (name, .addresses, number)
    } else if let value = Self.value(of: Self.addressLabels, in: line) {
      addAddress(value, number)
    } else if Self.value(of: Self.aliasLabels, in: line) != nil {
      open = open.map { ($0.owner, .aliases, number) }
    } else if let open, line.first == " " || line.first == "\t" || text.isPicture {
      switch open.kind {
      case .strings: takeStrings(body)
      case .addresses: addAddress(body, number)
      case .aliases: break
      }
    }
  }

  private mutating func addAddress(_ value: Substring, _ number: Int) {
    guard let open, open.kind == .addresses else { return }
    let address = String(value.prefix { !$0.isWhitespace })
    add(open.owner, address.contains(":") ? .aaaa : .a, address, number)
  }

  private mutating func close() {
    defer {
      open = nil
      strings = []
    }
    guard let open, open.kind == .strings, !strings.isEmpty else { return }
    add(DNSRecord(owner: open.owner, data: .txt(strings), origin: text.origin(line: open.line)))
  }

  private mutating func add(
    _ owner: DomainName, _ type: RecordType, _ fields: String, _ number: Int
  ) {
    guard let fields = RecordField.all(of: fields) else {
      faults.append((DNSQuestion(owner, type), number))
      return
    }
    do throws(RecordDataFault) {
      add(
        DNSRecord(
          owner: owner, data: try RecordData(type, fields), origin: text.origin(line: number)))
    } catch {
      faults.append((DNSQuestion(owner, type), number))
    }
  }

  private mutating func add(_ record: DNSRecord) {
    let isAsked = question.name == nil || question.type == nil || question.type == record.type
    if isBeside || !isAsked && record.type != .cname {
      besides.append(record)
    } else {
      records.append(record)
    }
  }

  private static func name(_ text: Substring) -> DomainName? {
    let plain = text.reversed().drop(while: \.isWhitespace).reversed()
    return DomainName(text: String(plain))
  }

  // MARK: The end

  mutating func enter(into book: inout AnswerBook, _ capture: inout DNSCapture) {
    close()
    for fault in faults {
      capture.remark(.lineUnread(fault.line, .dataInvalid))
      capture.set.add(failure: .malformed, of: fault.question)
    }
    let asked = question.name.flatMap { name in question.type.map { DNSQuestion(name, $0) } }
    if let asked { capture.ask(asked) }
    if let other = takeOutElsewhere(asked) {
      if asked == nil { capture.ask(other.asked) }
      return book.add(elsewhere: other.name, of: other.asked, line: other.line)
    }
    book.add(answer: records, line: start)
    book.add(besides: besides)
    for record in records where asked == nil { capture.ask(DNSQuestion(record.owner, record.type)) }
    for (words, line) in errors {
      enter(NslookupError(words), line, asked, into: &book)
    }
    guard let wanted = asked, errors.isEmpty, faults.isEmpty,
      !records.contains(where: { $0.type == wanted.type })
    else { return }
    let end = records.last.flatMap { record in
      if case .cname(let target) = record.data { target } else { nil }
    }
    let unanswered = DNSQuestion(end ?? wanted.name, wanted.type)
    // Windows shows the zone's SOA record where there is no record of the type.
    if hasAuthority {
      book.add(absence: .noData, of: unanswered, origin: text.origin(line: start))
    } else {
      book.add(truncated: unanswered, line: start)
    }
  }

  /// The name that was answered for in place of the one asked for, by the resolver's search suffix.
  private func takeOutElsewhere(
    _ asked: DNSQuestion?
  ) -> (name: DomainName, asked: DNSQuestion, line: Int)? {
    let owners = (records + besides).map { ($0.owner, $0.type, $0.origin.evidence.position?.line) }
    let named = errors.compactMap { error in
      NslookupError(error.text).name.map { ($0, RecordType.a, Int?.some(error.line)) }
    }
    for (name, type, line) in owners + named {
      if let asked {
        // What is said of the name itself counts, whatever else is said.
        if name == asked.name { return nil }
        if SearchSuffix.made(name, from: asked.name) { return (name, asked, line ?? start) }
      } else if let own = SearchSuffix.asked(in: name) {
        return (name, DNSQuestion(own, question.type ?? type), line ?? start)
      }
    }
    return nil
  }

  private func enter(
    _ error: NslookupError, _ line: Int, _ asked: DNSQuestion?, into book: inout AnswerBook
  ) {
    guard let kind = error.kind else { return }
    // What is said about another name, as of the server itself, is no answer.
    let name = error.name ?? asked?.name
    guard let name, asked == nil || asked?.name == name else { return }
    switch kind {
    case .noName:
      book.add(
        absence: .noName, of: DNSQuestion(name, asked?.type ?? .a), origin: text.origin(line: line))
    case .noData:
      guard let asked else { return }
      book.add(absence: .noData, of: asked, origin: text.origin(line: line))
    case .failed(let failure):
      guard let asked else { return }
      book.add(failure: failure, of: asked, reason: error.reason, line: line)
    }
  }
}
