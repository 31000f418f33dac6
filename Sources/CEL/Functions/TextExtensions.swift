internal import Model

/// Functions on texts of cel-spec's extension `strings`; positions count Unicode scalars.
enum TextExtensions {
  static let all: [Function] = [
    Function(
      "charAt", "该位置的字符，从 0 起；末尾之后为空文本", "the character at an index, empty just past the end",
      [
        .of(.member, cost: weight) { (text: String, index: Int) throws(CELError) in
          let scalars = Array(text.unicodeScalars)
          try requireIndex(index, in: 0...scalars.count)
          return index < scalars.count ? String(scalars[index]) : ""
        }
      ]),
    Function(
      "indexOf", "该文本首次出现的位置，没有则为 -1", "where a text is first found, -1 where it is not",
      [
        .of(.member, cost: Weight.product) { (text: String, part: String) in
          TextSearch(text).first(part, from: 0)
        },
        .of(.member, cost: Weight.product) {
          (text: String, part: String, start: Int) throws(CELError) in
          let search = TextSearch(text)
          try requireIndex(start, in: 0...search.count)
          return search.first(part, from: start)
        },
      ]),
    Function(
      "lastIndexOf", "该文本最后出现的位置，没有则为 -1", "where a text is last found, -1 where it is not",
      [
        .of(.member, cost: Weight.product) { (text: String, part: String) in
          let search = TextSearch(text)
          return search.last(part, upTo: search.count)
        },
        .of(.member, cost: Weight.product) {
          (text: String, part: String, end: Int) throws(CELError) in
          let search = TextSearch(text)
          try requireIndex(end, in: 0...search.count)
          return search.last(part, upTo: end)
        },
      ]),
    Function(
      "substring", "从起点（到终点之前）的文本", "the text from a start on, up to before an end",
      [
        .of(.member, cost: weight) { (text: String, start: Int) throws(CELError) in
          try slice(text, start, nil)
        },
        .of(.member, cost: weight) { (text: String, start: Int, end: Int) throws(CELError) in
          try slice(text, start, end)
        },
      ]),
    Function(
      "lowerAscii", "ASCII 字母变小写", "ASCII letters in lower case",
      [.of(.member, cost: weight) { (text: String) in mapped(text) { $0.isUpper ? $0 + 32 : $0 } }]),
    Function(
      "upperAscii", "ASCII 字母变大写", "ASCII letters in upper case",
      [.of(.member, cost: weight) { (text: String) in mapped(text) { $0.isLower ? $0 - 32 : $0 } }]),
    Function(
      "trim", "去掉首尾空白", "without white space at both ends",
      [
        .of(.member, cost: weight) { (text: String) in
          let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
          let count = scalars.reversed().prefix { $0.properties.isWhitespace }.count
          return String(Substring(scalars.dropLast(count)))
        }
      ]),
    Function(
      "reverse", "字符倒序", "the characters in reverse",
      [
        .of(.member, cost: weight) { (text: String) in
          var view = String.UnicodeScalarView()
          view.append(contentsOf: text.unicodeScalars.reversed())
          return String(view)
        }
      ]),
    Function(
      "replace", "替换文本，可限次数", "with a text replaced by another, at most so many times",
      [
        .of(.member, cost: replacing) { (text: String, part: String, new: String) in
          replaced(text, part, by: new, limit: -1)
        },
        .init(
          [.string, .string, .string, .int], .string, style: .member, cost: replacing
        ) { (values) throws(CELError) in
          guard case .string(let text) = values[0], case .string(let part) = values[1],
            case .string(let new) = values[2], case .int(let limit) = values[3]
          else { throw CELError(.noSuchOverload, "replace") }
          return .string(replaced(text, part, by: new, limit: limit))
        },
      ]),
    Function(
      "split", "按分隔符切成列表，可限项数", "the parts between separators, at most so many",
      [
        .init([.string, .string], .list(.string), style: .member, cost: splitting) {
          (values) throws(CELError) in
          try split(values, limit: -1)
        },
        .init([.string, .string, .int], .list(.string), style: .member, cost: splitting) {
          (values) throws(CELError) in
          guard case .int(let limit) = values[2] else { throw CELError(.noSuchOverload, "split") }
          return try split(values, limit: limit)
        },
      ]),
    Function(
      "join", "用分隔符连接列表中的文本", "the texts of a list, with a separator between them",
      [
        .init([.list(.string)], .string, style: .member, cost: Weight.sum) {
          (values) throws(CELError) in
          .string(try texts(values[0]).joined())
        },
        .init(
          [.list(.string), .string], .string, style: .member,
          cost: { (Weight.of($0[0]) + 1) * (Weight.of($0[1]) + 1) }
        ) { (values) throws(CELError) in
          guard case .string(let separator) = values[1] else {
            throw CELError(.noSuchOverload, "join")
          }
          return .string(try texts(values[0]).joined(separator: separator))
        },
      ]),
    Function(
      "strings.quote", "加引号并转义的文本", "the text in quotes, with escapes",
      [.of(cost: weight) { (text: String) in quoted(text) }]),
  ]

  @Sendable private static func weight(_ values: [CELValue]) -> Int { Weight.of(values[0]) * 2 }

  // Each character may become an element.
  @Sendable private static func splitting(_ values: [CELValue]) -> Int {
    let (sum, overflow) = Weight.product(values).addingReportingOverflow(10 * Weight.of(values[0]))
    return overflow ? .max : sum
  }

  // Each character may become the new text.
  @Sendable private static func replacing(_ values: [CELValue]) -> Int {
    let (product, overflow) = (Weight.of(values[0]) + 1)
      .multipliedReportingOverflow(by: Weight.of(values[1]) + 10 * Weight.of(values[2]) + 1)
    return overflow ? .max : product
  }

  private static func requireIndex(_ index: Int, in range: ClosedRange<Int>) throws(CELError) {
    if !range.contains(index) { throw CELError(.indexOutOfRange, String(index)) }
  }

  private static func slice(_ text: String, _ start: Int, _ end: Int?) throws(CELError) -> String {
    let scalars = Array(text.unicodeScalars)
    let end = end ?? scalars.count
    try requireIndex(start, in: 0...scalars.count)
    try requireIndex(end, in: 0...scalars.count)
    guard start <= end else { throw CELError(.indexOutOfRange, "\(start)..\(end)") }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<end])
    return String(view)
  }

  private static func mapped(_ text: String, _ change: (UInt8) -> UInt8) -> String {
    String(decoding: text.utf8.map(change), as: UTF8.self)
  }

  private static func replaced(
    _ text: String, _ part: String, by new: String, limit: Int
  ) -> String {
    let search = TextSearch(text)
    let pieces = search.pieces(partedBy: part, limit: limit < 0 ? -1 : limit + 1)
    return limit == 0 ? text : pieces.joined(separator: new)
  }

  private static func split(_ values: [CELValue], limit: Int) throws(CELError) -> CELValue {
    guard case .string(let text) = values[0], case .string(let separator) = values[1] else {
      throw CELError(.noSuchOverload, "split")
    }
    if limit == 0 { return .list([]) }
    let pieces = TextSearch(text).pieces(partedBy: separator, limit: limit)
    // Between all characters the ends count as none.
    let isBetweenAll = separator.isEmpty
    return .list((isBetweenAll ? pieces.filter { !$0.isEmpty } : pieces).map(CELValue.string))
  }

  private static func texts(_ value: CELValue) throws(CELError) -> [String] {
    guard case .list(let elements) = value else { throw CELError(.noSuchOverload, "join") }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element else { throw CELError(.noSuchOverload, "join") }
      texts.append(text)
    }
    return texts
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.escaped { escapes[$0] } + "\""
  }

  private static let escapes: [Unicode.Scalar: String] = [
    "\u{07}": "\\a", "\u{08}": "\\b", "\u{0C}": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
    "\u{0B}": "\\v", "\\": "\\\\", "\"": "\\\"",
  ]
}

extension UInt8 {
  fileprivate var isUpper: Bool { (0x41...0x5A).contains(self) }
  fileprivate var isLower: Bool { (0x61...0x7A).contains(self) }
}
