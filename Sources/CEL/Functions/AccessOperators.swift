internal import Model

/// Operators on lists, maps and optionals of them.
enum AccessOperators {
  private static let element = CELType.parameter("T")
  private static let list = CELType.list(element)
  private static let key = CELType.parameter("K")
  private static let value = CELType.parameter("V")
  private static let map = CELType.map(key, value)

  static let all: [Function] = [
    Function(
      Operator.index, "列表中的一项或表中的一值", "an element of a list or a value of a map",
      [
        .init([list, .int], element, runtime: [list, .dyn], body: required),
        .init([map, key], value, body: required),
        .init(
          [.optional(list), .int], .optional(element), runtime: [.optional(list), .dyn],
          body: optional),
        .init([.optional(map), key], .optional(value), body: optional),
      ]),
    Function(
      Operator.optionalIndex, "列表中的一项或表中的一值，可缺", "an element or a value, where there is one",
      [
        .init([list, .int], .optional(element), runtime: [list, .dyn], body: optional),
        .init([map, key], .optional(value), body: optional),
        .init(
          [.optional(list), .int], .optional(element), runtime: [.optional(list), .dyn],
          body: optional),
        .init([.optional(map), key], .optional(value), body: optional),
      ]),
    Function(
      Operator.contained, "列表含该值，或表含该键", "the list holds the value, or the map the key",
      [
        .init([element, list], .bool, cost: { Weight.of($0[1]) }) { (values) throws(CELError) in
          guard case .list(let elements) = values[1] else {
            throw CELError(.noSuchOverload, Operator.contained)
          }
          return .bool(elements.contains { $0.equals(values[0]) })
        },
        .init([key, map], .bool) { (values) throws(CELError) in
          guard case .map(let map) = values[1] else {
            throw CELError(.noSuchOverload, Operator.contained)
          }
          return .bool(map[values[0]] != nil)
        },
      ]),
    Function(
      Operator.insert, "多一项的表", "the map with one entry more",
      [
        .init([map, key, value], map, cost: { Weight.of($0[0]) + Weight.of($0[2]) }) {
          (values) throws(CELError) in
          guard case .map(var map) = values[0] else { throw CELError(.noSuchOverload) }
          guard map.insert(values[1], values[2]) else {
            throw CELError(.duplicateKey, values[1].text)
          }
          return .map(map)
        },
        .init([map, map], map, cost: Weight.sum) { (values) throws(CELError) in
          guard case .map(var map) = values[0], case .map(let added) = values[1] else {
            throw CELError(.noSuchOverload)
          }
          for entry in added.entries where !map.insert(entry.key, entry.value) {
            throw CELError(.duplicateKey, entry.key.text)
          }
          return .map(map)
        },
      ]),
  ]

  @Sendable private static func required(_ values: [CELValue]) throws(CELError) -> CELValue? {
    if let found = try lookUp(values[1], in: values[0]) { return found }
    if case .list = values[0] { throw CELError(.indexOutOfRange, values[1].text) }
    throw CELError(.noSuchKey, values[1].text)
  }

  @Sendable private static func optional(_ values: [CELValue]) throws(CELError) -> CELValue? {
    var container = values[0]
    if case .optional(let content) = container {
      guard let content else { return .optional(nil) }
      container = content
    }
    let found = try lookUp(values[1], in: container)
    if case .some(.optional) = found { return found }
    return .optional(found)
  }

  private static func lookUp(
    _ key: CELValue, in container: CELValue
  ) throws(CELError) -> CELValue? {
    switch container {
    case .list(let elements):
      guard let index = try position(key), elements.indices.contains(index) else { return nil }
      return elements[index]
    case .map(let map): return map[key]
    default: throw CELError(.noSuchOverload, Operator.index)
    }
  }

  /// An index; `nil` for a double between two.
  private static func position(_ value: CELValue) throws(CELError) -> Int? {
    switch value {
    case .int(let value): return value
    case .uint(let value): return Int(exactly: value)
    case .double(let value): return Int(exactly: value)
    default: throw CELError(.noSuchOverload, Operator.index)
    }
  }
}
