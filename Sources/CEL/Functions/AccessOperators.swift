internal import Model

/// Operators on lists and maps.
enum AccessOperators {
  static let all: [Function] = [
    Function(
      Operator.index,
      LocalizedText(chinese: "列表中的一项或表中的一值", english: "an element of a list or a value of a map"),
      [
        .init([.list(.parameter("T")), .dyn], .parameter("T")) { (values) throws(CELError) in
          guard case .list(let elements) = values[0], let index = position(values[1]) else {
            throw CELError(.noSuchOverload, Operator.index)
          }
          guard elements.indices.contains(index) else {
            throw CELError(.indexOutOfRange, values[1].text)
          }
          return elements[index]
        },
        .init([.map(.parameter("K"), .parameter("V")), .parameter("K")], .parameter("V")) {
          (values) throws(CELError) in
          guard case .map(let map) = values[0] else {
            throw CELError(.noSuchOverload, Operator.index)
          }
          guard let value = map[values[1]] else { throw CELError(.noSuchKey, values[1].text) }
          return value
        },
      ]),
    Function(
      Operator.contained,
      LocalizedText(
        chinese: "列表含该值，或表含该键", english: "the list holds the value, or the map the key"),
      [
        .init(
          [.parameter("T"), .list(.parameter("T"))], .bool,
          cost: { ComparisonOperators.weight($0[1]) },
          body: { (values) throws(CELError) in
            guard case .list(let elements) = values[1] else {
              throw CELError(.noSuchOverload, Operator.contained)
            }
            return .bool(elements.contains { $0.equals(values[0]) })
          }),
        .init([.parameter("K"), .map(.parameter("K"), .parameter("V"))], .bool) {
          (values) throws(CELError) in
          guard case .map(let map) = values[1] else {
            throw CELError(.noSuchOverload, Operator.contained)
          }
          return .bool(map[values[0]] != nil)
        },
      ]),
  ]

  private static func position(_ value: CELValue) -> Int? {
    switch value {
    case .int(let value): value
    case .uint(let value): Int(exactly: value)
    case .double(let value): Int(exactly: value)
    default: nil
    }
  }
}
