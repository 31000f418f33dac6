internal import Model

/// Values that may be absent: cel-spec's extension `optional`.
enum OptionalFunctions {
  private static let content = CELType.parameter("T")
  private static let optional = CELType.optional(content)

  static let all: [Function] = [
    Function(
      "optional.of", "有值的 optional", "an optional that has the value",
      [.init([content], optional) { .optional($0[0]) }]),
    Function(
      "optional.none", "没有值的 optional", "an optional without a value",
      [.init([], optional) { _ in .optional(nil) }]),
    Function(
      "optional.ofNonZeroValue", "有值的 optional；空值（0、''、[]、null 等）视为没有",
      "an optional that has the value, unless that is 0, false, empty or null",
      [.init([content], optional) { $0[0].isZero ? .optional(nil) : .optional($0[0]) }]),
    Function(
      "hasValue", "是否有值", "whether there is a value",
      [
        .init([optional], .bool, style: .member) { (values) throws(CELError) in
          .bool(try unwrapped(values[0]) != nil)
        }
      ]),
    Function(
      "value", "其中的值；没有则出错", "the value; an error where there is none",
      [
        .init([optional], content, style: .member) { (values) throws(CELError) in
          guard let value = try unwrapped(values[0]) else {
            throw CELError(.noSuchKey, "optional.none()")
          }
          return value
        }
      ]),
    Function(
      "or", "有值则取之，否则取另一个 optional", "itself if it has a value, else the other optional",
      [
        .init([optional, optional], optional, style: .member) { (values) throws(CELError) in
          try unwrapped(values[0]) == nil ? values[1] : values[0]
        }
      ]),
    Function(
      "orValue", "其中的值，没有则取给定值", "the value, or the given one where there is none",
      [
        .init([optional, content], content, style: .member) { (values) throws(CELError) in
          try unwrapped(values[0]) ?? values[1]
        }
      ]),
  ]

  private static func unwrapped(_ value: CELValue) throws(CELError) -> CELValue? {
    guard case .optional(let content) = value else { throw CELError(.noSuchOverload) }
    return content
  }
}

extension CELValue {
  /// Whether it is its type's default value.
  fileprivate var isZero: Bool {
    switch self {
    case .null: true
    case .bool(let value): !value
    case .int(let value): value == 0
    case .uint(let value): value == 0
    case .double(let value): value == 0
    case .string(let value): value.isEmpty
    case .bytes(let value): value.isEmpty
    case .list(let values): values.isEmpty
    case .map(let map): map.entries.isEmpty
    case .duration(let value): value.seconds == 0 && value.nanoseconds == 0
    case .timestamp(let value): value.seconds == 0 && value.nanoseconds == 0
    case .optional(let content): content == nil
    case .date, .type: false
    }
  }
}
