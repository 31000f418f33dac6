internal import CEL
internal import Model
internal import Schema

/// The types that parameters and lookup columns are declared with.
enum DeclaredType: String, CaseIterable {
  case string, bool, int, double, date, duration
  case strings = "list<string>"
  case ints = "list<int>"
  case doubles = "list<double>"

  var celType: CELType {
    switch self {
    case .string: .string
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .date: .date
    case .duration: .duration
    case .strings: .list(.string)
    case .ints: .list(.int)
    case .doubles: .list(.double)
    }
  }

  /// The types of columns and of a verb's parameters: with `?` where null is allowed.
  static let nullableTypes = allCases.flatMap { [$0.rawValue, $0.rawValue + "?"] }

  /// The type that a column or a parameter is given.
  static func nullable(
    _ node: YAMLNode, into log: inout DiagnosticLog
  ) -> (type: DeclaredType, isNullable: Bool)? {
    guard let name = log.string(node) else { return nil }
    let isNullable = name.hasSuffix("?")
    if let type = DeclaredType(rawValue: isNullable ? String(name.dropLast()) : name) {
      return (type, isNullable)
    }
    log.reportUnknown(
      "unknown-value", name, at: node.position, among: nullableTypes, "类型", "type")
    return nil
  }

  private var element: DeclaredType? {
    switch self {
    case .strings: .string
    case .ints: .int
    case .doubles: .double
    case .string, .bool, .int, .double, .date, .duration: nil
    }
  }

  /// The node as a value of this type.
  func value(of node: YAMLNode) -> CELValue? {
    if let element {
      guard let nodes = node.sequence else { return nil }
      let values = nodes.compactMap { element.value(of: $0) }
      return values.count == nodes.count ? .list(values) : nil
    }
    guard let text = node.text, node.scalar != .null else { return nil }
    switch (self, node.scalar) {
    case (.bool, .bool(let value)): return .bool(value)
    case (.int, .int(let value)): return .int(value)
    case (.double, .int(let value)): return .double(Double(value))
    case (.double, .double(let value)): return .double(value)
    case (.string, _), (.date, _), (.duration, _): return value(ofText: text)
    default: return nil
    }
  }

  /// A text, as in a CSV file, as a value of this type; lists are parted by `|`.
  func value(ofText text: String) -> CELValue? {
    switch self {
    case .string: return .string(text)
    case .bool: return ["true": true, "false": false][text].map(CELValue.bool)
    case .int: return Int(text).map(CELValue.int)
    case .double: return Double(text).flatMap { $0.isFinite ? .double($0) : nil }
    case .date: return CalendarDate(iso: text).map(CELValue.date)
    case .duration: return CELDuration(days: text).map(CELValue.duration)
    case .strings, .ints, .doubles:
      guard let element else { return nil }
      let parts = text.isEmpty ? [] : text.split(separator: "|", omittingEmptySubsequences: false)
      let values = parts.compactMap { element.value(ofText: String($0)) }
      return values.count == parts.count ? .list(values) : nil
    }
  }
}

extension DeclaredType {
  /// The type of a fact's values, as rule files name it.
  init(_ type: ValueType) {
    switch type {
    case .string: self = .string
    case .bool: self = .bool
    case .int: self = .int
    case .double: self = .double
    case .date: self = .date
    case .list: self = .strings
    }
  }

  /// What a person means who writes a value in words of his own: `2022/1/13`, 一百万, `1,000,000`, 是.
  func meant(by text: String) -> String? {
    switch self {
    case .date: return ChineseDate.parse(text)?.iso
    case .int, .double:
      let number =
        ChineseAmount(parsing: text)?.amount ?? ChineseAmount(parsing: text + "元")?.amount
      guard let number = PlainNumber.value(text) ?? number else { return nil }
      return number == number.rounded() ? String(Int(number)) : self == .double ? "\(number)" : nil
    case .bool:
      return ["是": "true", "否": "false", "yes": "true", "no": "false"][text.lowercased()]
    case .duration:
      guard let days = PlainNumber.count(text) else { return nil }
      return "\(days)d"
    case .strings: return "[\(text)]"
    case .string, .ints, .doubles: return nil
    }
  }
}

extension CELDuration {
  /// Reads `30d` or `2w`, whole days because dates have no time: a count of at most 6 digits and its unit.
  init?(days text: String) {
    let units: [Character: Int] = ["w": 604_800, "d": 86_400]
    guard let unit = text.last.flatMap({ units[$0] }), text.count <= 7,
      text.dropLast().allSatisfy({ $0.isASCII && $0.isNumber }), let count = Int(text.dropLast())
    else { return nil }
    self.init(seconds: count * unit)
  }
}
