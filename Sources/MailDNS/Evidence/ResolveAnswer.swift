internal import Model

/// One answer of PowerShell's `Resolve-DnsName`, as a table or as a list (`| Format-List`).
///
/// Tables are cut to the width of the window: a value that ends in `...` is not whole, and its record is unknown.
struct ResolveAnswer {
  private let text: EvidenceText
  private let asked: DNSQuestion?
  private let start: Int
  /// The words of a table's header with the columns at which they begin.
  private var columns: [(name: String, start: Int)] = []
  private var header: [(name: String, start: Int)] = []
  /// The pairs of a list's entry, values as they stand; wrapped lines still apart.
  private var entry: [(name: String, lines: [Substring])] = []
  private var entryLine = 0
  private var records: [DNSRecord] = []
  private var besides: [DNSRecord] = []
  private var cut: [(question: DNSQuestion, line: Int)] = []
  private var hasAuthority = false
  private var problem: (kind: NslookupError.Kind, reason: String, line: Int)?

  /// A string of TXT holds no more (RFC 1035 3.3); PowerShell parts several by commas.
  private static let stringLimit = 255
  private static let entryLimit = 64

  init(_ text: EvidenceText, command: ToolCommand?, line: Int) {
    self.text = text
    start = line
    // Without a type it asks for addresses.
    asked = command?.queries.first.flatMap { query in
      query.name.map { DNSQuestion($0, query.type ?? .a) }
    }
  }

  /// Whether a line is a table's header, or the pair of a list that only it prints.
  static func isMark(_ line: Substring) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    if words.prefix(4) == ["Name", "Type", "TTL", "Section"] { return true }
    guard let pair = pair(line) else { return false }
    return ["NameExchange", "NameHost"].contains(pair.name)
      || pair.name == "Section" && ["Answer", "Authority", "Additional"].contains(pair.value)
  }

  /// Whether a list may begin with the line: `Name : example.com`.
  static func isStart(_ line: Substring) -> Bool {
    isMark(line)
      || pair(line).map { $0.name == "Name" && ToolCommand.name($0.value) != nil } == true
  }

  /// `NameExchange : mx.example.com`.
  private static func pair(_ line: Substring) -> (name: String, value: Substring)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[..<colon].trimming(\.isWhitespace)
    guard let first = line.first, !first.isWhitespace, !name.isEmpty,
      name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
      line[..<colon].last == " "
    else { return nil }
    return (String(name), line[line.index(after: colon)...].trimming(\.isWhitespace))
  }

  mutating func take(_ line: Substring, number: Int) {
    if takeProblem(line, number) { return }
    if line.allSatisfy(\.isWhitespace) {
      closeEntry()
      columns = []
    } else if Self.isTableHead(line) {
      closeEntry()
      header = Self.words(of: line)
      columns = []
    } else if !header.isEmpty, line.allSatisfy({ $0 == "-" || $0.isWhitespace }) {
      columns = header
      header = []
    } else if !columns.isEmpty {
      takeRow(line, number)
    } else if let pair = Self.pair(line), entry.count < Self.entryLimit {
      if entry.isEmpty || pair.name == "Name" { closeEntry() }
      if entry.isEmpty { entryLine = number }
      entry.append((pair.name, [pair.value]))
    } else if line.first?.isWhitespace == true, !entry.isEmpty {
      // A long value goes on, further in.
      entry[entry.count - 1].lines.append(line.trimming(\.isWhitespace))
    }
  }

  private static func isTableHead(_ line: Substring) -> Bool {
    line.split(whereSeparator: \.isWhitespace).prefix(4) == ["Name", "Type", "TTL", "Section"]
  }

  private static func words(of line: Substring) -> [(name: String, start: Int)] {
    var words: [(name: String, start: Int)] = []
    var isOpen = false
    for (place, character) in line.enumerated() {
      if character.isWhitespace {
        isOpen = false
      } else if isOpen, let last = words.indices.last {
        words[last].name.append(character)
      } else {
        words.append((String(character), place))
        isOpen = true
      }
    }
    return words
  }

  private mutating func takeRow(_ line: Substring, _ number: Int) {
    let characters = Array(line)
    var cells: [String: String] = [:]
    for (index, column) in columns.enumerated() where column.start < characters.count {
      let next = columns.indices.contains(index + 1) ? columns[index + 1].start : characters.count
      let cell = characters[column.start..<min(next, characters.count)]
      cells[column.name] = String(cell).trimmed
    }
    add(cells, line: number)
  }

  private mutating func closeEntry() {
    defer { entry = [] }
    guard entry.count > 1 else { return }
    var cells: [String: String] = [:]
    for (name, lines) in entry where cells[name] == nil { cells[name] = Self.joined(lines) }
    add(cells, line: entryLine)
  }

  /// Joins the lines of one value: where a key was broken nothing stood, other texts break at spaces.
  private static func joined(_ lines: [Substring]) -> String {
    let isKey = lines.contains { $0.firstRange(of: "p=") != nil }
    return lines.joined(separator: isKey ? "" : " ")
  }

  private mutating func add(_ cells: [String: String], line: Int) {
    guard let type = cells["Type"].map({ RecordType(name: $0) }), !isCut(cells["Type"]),
      let owner = isCut(cells["Name"]) ? asked?.name : cells["Name"].flatMap(DomainName.init(text:))
    else { return }
    let isAnswer = cells["Section"] != "Authority" && cells["Section"] != "Additional"
    if type == .soa, !isAnswer { hasAuthority = true }
    guard let data = data(type, cells) else {
      if isAnswer, type != .soa { cut.append((DNSQuestion(owner, type), line)) }
      return
    }
    let record = DNSRecord(
      owner: owner, timeToLive: cells["TTL"].flatMap { Int($0) }, data: data,
      origin: text.origin(line: line))
    if isAnswer { records.append(record) } else { besides.append(record) }
  }

  private func isCut(_ cell: String?) -> Bool {
    cell.map { $0.hasSuffix("...") || $0.hasSuffix("…") } == true
  }

  /// `nil` where a cell is cut, or the values make no record.
  private func data(_ type: RecordType, _ cells: [String: String]) -> RecordData? {
    func whole(_ names: String...) -> String? {
      let cell = names.lazy.compactMap { cells[$0] }.first
      return isCut(cell) || cell?.isEmpty == true ? nil : cell
    }
    let fields: [RecordField]
    switch type {
    case .mx:
      guard let preference = whole("Preference"), let host = whole("NameExchange", "Exchange")
      else { return nil }
      fields = [RecordField(preference), RecordField(host)]
    case .txt:
      return whole("Strings", "Text").map { .txt(Self.strings($0)) }
    case .cname, .ns, .ptr:
      guard let host = whole("NameHost", "Server") else { return nil }
      fields = [RecordField(host)]
    case .a, .aaaa:
      guard let address = whole("IPAddress", "IP4Address", "IP6Address") else { return nil }
      fields = [RecordField(address)]
    default: return nil
    }
    do throws(RecordDataFault) { return try RecordData(type, fields) } catch { return nil }
  }

  /// `{v=spf1 -all}`; of several strings only where one alone could not hold them all.
  private static func strings(_ cell: String) -> [String] {
    let inside =
      cell.hasPrefix("{") && cell.hasSuffix("}") ? String(cell.dropFirst().dropLast()) : cell
    guard inside.utf8.count > stringLimit else { return [inside] }
    var strings = [""]
    for part in inside.components(parting: ", ") {
      let last = strings.count - 1
      let joined = strings[last].isEmpty ? part : strings[last] + ", " + part
      if strings[last].isEmpty || joined.utf8.count <= 100 {
        strings[last] = joined
      } else {
        strings.append(part)
      }
    }
    return strings
  }

  /// `Resolve-DnsName : example.com : DNS name does not exist`.
  private mutating func takeProblem(_ line: Substring, _ number: Int) -> Bool {
    let body = line.drop(while: \.isWhitespace)
    guard body.lowercased().hasPrefix("resolve-dnsname"), body.contains(":") else { return false }
    let lower = body.lowercased()
    guard let found = Self.problems.first(where: { lower.contains($0.word) }) else { return false }
    problem = problem ?? (found.kind, String(body.prefix(80)), number)
    return true
  }

  private static let problems: [(word: String, kind: NslookupError.Kind)] = [
    ("name does not exist", .noName), ("名称不存在", .noName), ("名稱不存在", .noName),
    ("no records found", .noData), ("找不到给定 dns 查询的记录", .noData), ("没有找到", .noData),
    ("timeout", .failed(.timeout)), ("timed out", .failed(.timeout)), ("超时", .failed(.timeout)),
    ("refused", .failed(.refused)), ("拒绝", .failed(.refused)),
    ("server failure", .failed(.serverFailure)), ("服务器失败", .failed(.serverFailure)),
  ]

  // MARK: The end

  mutating func enter(into book: inout AnswerBook, _ capture: inout DNSCapture) {
    closeEntry()
    if let asked { capture.ask(asked) }
    for record in records where asked == nil { capture.ask(DNSQuestion(record.owner, record.type)) }
    if let asked, !records.contains(where: { $0.owner == asked.name }),
      let other = records.first(where: { SearchSuffix.made($0.owner, from: asked.name) })
    {
      return book.add(elsewhere: other.owner, of: asked, line: start)
    }
    // Of an answer with a record that is not whole nothing is known.
    let unknown = Set(cut.map(\.question))
    for (question, line) in cut { book.add(truncated: question, line: line) }
    book.add(
      answer: records.filter { !unknown.contains(DNSQuestion($0.owner, $0.type)) }, line: start)
    book.add(besides: besides)
    guard let asked, cut.isEmpty, !records.contains(where: { $0.type == asked.type }) else {
      return
    }
    let end = records.last.flatMap { record in
      if case .cname(let target) = record.data { target } else { nil }
    }
    let question = DNSQuestion(end ?? asked.name, asked.type)
    guard let problem else {
      // Nothing at all was printed, or the zone that would know.
      if hasAuthority {
        book.add(absence: .noData, of: question, origin: text.origin(line: start))
      } else {
        book.add(truncated: question, line: start)
      }
      return
    }
    let origin = text.origin(line: problem.line)
    switch problem.kind {
    case .noName: book.add(absence: .noName, of: question, origin: origin)
    case .noData: book.add(absence: .noData, of: question, origin: origin)
    case .failed(let failure):
      book.add(failure: failure, of: question, reason: problem.reason, line: problem.line)
    }
  }
}

extension String {
  /// The parts between a separator of several characters.
  fileprivate func components(parting separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
