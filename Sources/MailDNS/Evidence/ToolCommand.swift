/// A command line that asks DNS, as it stands in a terminal: `$ dig mx example.com +short`.
struct ToolCommand: Hashable {
  enum Tool: String, CaseIterable {
    case dig, nslookup, host
    /// Of PowerShell, in lower case as commands are read.
    case resolve = "resolve-dnsname"
  }

  /// What one command asks for; it may ask several things.
  struct Query: Hashable {
    var name: DomainName?
    var type: RecordType?
  }

  let tool: Tool
  var queries: [Query] = []
  /// Whether only values are printed.
  var isShort = false
  /// Whether it asks for a whole zone.
  var isTransfer = false

  /// `nil` where the line is no command.
  init?(_ line: some StringProtocol) {
    // `Host example.com not found: 3(NXDOMAIN)` is an answer.
    // The banner `; <<>> DiG 9.18.28 <<>> example.com` only looks like one behind a prompt.
    guard line.utf8.count <= 1_000, line.firstRange(of: " not found: ") == nil,
      line.drop(while: \.isWhitespace).first != ";"
    else { return nil }
    for tool in Tool.allCases {
      guard let arguments = Self.arguments(of: tool, in: line) else { continue }
      self.tool = tool
      switch tool {
      case .dig: readDig(arguments)
      case .nslookup: readNslookup(arguments)
      case .host: readHost(arguments)
      case .resolve: readResolve(arguments)
      }
      guard tool == .nslookup || !queries.isEmpty else { return nil }
      return
    }
    return nil
  }

  /// What follows the tool's name where that stands at the start or after a prompt.
  private static func arguments(of tool: Tool, in line: some StringProtocol) -> [String]? {
    let lower = line.lowercased()
    guard let range = lower.firstRange(of: tool.rawValue) else { return nil }
    let before = lower[..<range.lowerBound]
    let prompt = before.last { $0 != " " && $0 != "\t" }
    guard prompt.map({ ">$#%➜~❯".contains($0) }) != false else { return nil }
    var rest = lower[range.upperBound...]
    if rest.hasPrefix(".exe") { rest = rest.dropFirst(4) }
    guard rest.first.map({ $0 == " " || $0 == "\t" }) != false else { return nil }
    // `Resolve-DnsName : example.com : DNS name does not exist` is an answer.
    guard rest.first(where: { $0 != " " && $0 != "\t" }) != ":" else { return nil }
    return rest.split { $0 == " " || $0 == "\t" }.map(String.init)
  }

  private mutating func readDig(_ arguments: [String]) {
    var query = Query()
    func isFull(_ query: Query) -> Bool { query.name != nil && query.type != nil }
    var next = arguments.makeIterator()
    while let word = next.next() {
      if word.hasPrefix("+") {
        if word == "+short" { isShort = true }
      } else if word == "-t" || word == "-q" || word == "-c" || word == "-p" || word == "-b" {
        guard let value = next.next() else { break }
        if word == "-t" { query.type = RecordType(name: value) }
        if word == "-q" { query.name = Self.name(value) }
      } else if word.hasPrefix("@") || word.hasPrefix("-") || ["in", "ch", "hs"].contains(word) {
        continue
      } else if word == "axfr" || word.hasPrefix("ixfr") {
        isTransfer = true
      } else if RecordType.isName(word), query.type == nil || isFull(query) {
        if isFull(query) {
          queries.append(query)
          query = Query()
        }
        query.type = RecordType(name: word)
      } else if let name = Self.name(word) {
        if query.name != nil {
          queries.append(query)
          query = Query()
        }
        query.name = name
      }
    }
    if query.name != nil { queries.append(query) }
    for index in queries.indices where queries[index].type == nil { queries[index].type = .a }
  }

  private mutating func readNslookup(_ arguments: [String]) {
    var query = Query()
    for word in arguments {
      if let type = Self.setting(word.drop { $0 == "-" || $0 == "/" }), word.first != "=" {
        query.type = type
      } else if !word.hasPrefix("-"), query.name == nil {
        query.name = Self.name(word)
      }
    }
    if query.name != nil || query.type != nil { queries = [query] }
  }

  private mutating func readHost(_ arguments: [String]) {
    var query = Query()
    var next = arguments.makeIterator()
    while let word = next.next() {
      if word == "-t" {
        query.type = next.next().map(RecordType.init(name:))
      } else if word.hasPrefix("-t") {
        query.type = RecordType(name: String(word.dropFirst(2)))
      } else if !word.hasPrefix("-"), query.name == nil {
        query.name = Self.name(word)
      }
    }
    if query.name != nil { queries = [query] }
  }

  /// `-Name example.com -Type MX -Server 223.5.5.5 | fl`, names and types also by their place.
  private mutating func readResolve(_ arguments: [String]) {
    var query = Query()
    var next = arguments.prefix { !["|", ">", ";"].contains($0) }.makeIterator()
    while let word = next.next() {
      let plain = word.filter { !"\"'".contains($0) }
      switch plain {
      case "-type", "-t", "-ty": query.type = next.next().map(RecordType.init(name:))
      case "-name", "-n": query.name = next.next().flatMap(Self.name)
      case "-server", "-s", "-erroraction", "-ea": _ = next.next()
      default:
        guard !plain.hasPrefix("-") else { continue }
        if query.name == nil {
          query.name = Self.name(plain)
        } else if RecordType.isName(plain), query.type == nil {
          query.type = RecordType(name: plain)
        }
      }
    }
    if query.name != nil { queries = [query] }
  }

  /// The type of `qt=mx`, `type=txt`, `querytype=a`, `q=mx`.
  static func setting(_ word: some StringProtocol) -> RecordType? {
    let parts = word.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, ["qt", "q", "type", "ty", "querytype"].contains(parts[0].lowercased())
    else { return nil }
    return RecordType(name: String(parts[1]))
  }

  /// A name of several labels, or below `_`.
  static func name(_ word: some StringProtocol) -> DomainName? {
    guard word.contains("."), !word.contains("/"), !word.contains("=") else { return nil }
    return DomainName(text: String(word))
  }
}
