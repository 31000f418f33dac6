/// Type variables with what is known of them, while an expression is checked.
struct TypeInference {
  private var bindings: [Int: CELType] = [:]
  private var count = 0
  /// What was bound, with what stood there before, so that a trial can be taken back.
  private var log: [(id: Int, before: CELType?)] = []
  /// Whether a nullable fits where its type does.
  let acceptsNullable: Bool

  init(acceptsNullable: Bool) { self.acceptsNullable = acceptsNullable }

  /// The state to which ``takeBack(to:)`` returns: overloads are tried one after another.
  var mark: Int { log.count }

  mutating func takeBack(to mark: Int) {
    while log.count > mark, let last = log.popLast() { bindings[last.id] = last.before }
  }

  private mutating func set(_ id: Int, _ type: CELType) {
    log.append((id, bindings[id]))
    bindings[id] = type
  }

  mutating func fresh() -> CELType {
    count += 1
    return .variable(count)
  }

  /// The type with the parameters of an overload replaced by new variables.
  mutating func instance(of types: [CELType]) -> [CELType] {
    var variables: [String: CELType] = [:]
    return types.map { instance(of: $0, &variables) }
  }

  private mutating func instance(
    of type: CELType, _ variables: inout [String: CELType]
  ) -> CELType {
    switch type {
    case .parameter(let name):
      if let variable = variables[name] { return variable }
      let variable = fresh()
      variables[name] = variable
      return variable
    case .list(let element): return .list(instance(of: element, &variables))
    case .map(let key, let value):
      return .map(instance(of: key, &variables), instance(of: value, &variables))
    case .nullable(let inner): return .nullable(instance(of: inner, &variables))
    case .optional(let inner): return .optional(instance(of: inner, &variables))
    case .opaque(let name, let types):
      return .opaque(name, types.map { instance(of: $0, &variables) })
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .type,
      .dyn, .variable:
      return type
    }
  }

  /// What a variable is bound to, else the type itself.
  func known(_ type: CELType) -> CELType {
    var type = type
    while case .variable(let id) = type, let bound = bindings[id] { type = bound }
    return type
  }

  /// With all variables replaced; by `dyn` where nothing is known.
  func final(_ type: CELType) -> CELType {
    switch known(type) {
    case .variable: .dyn
    case .list(let element): .list(final(element))
    case .map(let key, let value): .map(final(key), final(value))
    case .nullable(let inner): Self.nullable(final(inner))
    case .optional(let inner): .optional(final(inner))
    case .opaque(let name, let types): .opaque(name, types.map(final))
    case let other: other
    }
  }

  /// `type?`, once: null and dyn have null already.
  static func nullable(_ type: CELType) -> CELType {
    switch type {
    case .nullable, .null, .dyn: type
    default: .nullable(type)
    }
  }

  /// Whether a value of type `actual` may stand where `expected` is wanted; binds variables where so.
  mutating func assign(_ actual: CELType, to expected: CELType) -> Bool {
    let left = known(actual)
    let right = known(expected)
    switch (left, right) {
    case (.variable(let first), .variable(let second)) where first == second: return true
    case (_, .variable(let id)): return bind(id, left)
    case (.variable(let id), _): return bind(id, right)
    case (.dyn, _), (_, .dyn): return true
    case (.nullable(let inner), .nullable(let wanted)): return assign(inner, to: wanted)
    case (.null, .nullable): return true
    case (_, .nullable(let wanted)): return assign(left, to: wanted)
    case (.nullable(let inner), _): return acceptsNullable && assign(inner, to: right)
    case (.list(let element), .list(let wanted)): return assignShared(element, to: wanted)
    case (.map(let key, let value), .map(let wantedKey, let wantedValue)):
      return assignShared(key, to: wantedKey) && assignShared(value, to: wantedValue)
    case (.optional(let inner), .optional(let wanted)): return assignShared(inner, to: wanted)
    case (.opaque(let name, let types), .opaque(let wanted, let wantedTypes)):
      guard name == wanted, types.count == wantedTypes.count else { return false }
      for (type, wantedType) in zip(types, wantedTypes) where !assignShared(type, to: wantedType) {
        return false
      }
      return true
    default: return left == right
    }
  }

  /// As ``assign(_:to:)`` for one variable inside a type or shared by several arguments: the more general type
  /// stays, as in `list<T>` of 1 and dyn.
  mutating func assignShared(_ actual: CELType, to expected: CELType) -> Bool {
    guard case .variable(let id) = expected, let bound = bindings[id] else {
      return assign(actual, to: expected)
    }
    guard assign(actual, to: bound) || assign(bound, to: actual) else { return false }
    rebind(id, general(actual, bound))
    return true
  }

  private mutating func rebind(_ id: Int, _ type: CELType) {
    if !occurs(id, in: type) { set(id, type) }
  }

  private mutating func bind(_ id: Int, _ type: CELType) -> Bool {
    if occurs(id, in: type) { return false }
    set(id, type)
    return true
  }

  private func occurs(_ id: Int, in type: CELType) -> Bool {
    switch known(type) {
    case .variable(let other): other == id
    case .list(let element): occurs(id, in: element)
    case .map(let key, let value): occurs(id, in: key) || occurs(id, in: value)
    case .nullable(let inner), .optional(let inner): occurs(id, in: inner)
    case .opaque(_, let types): types.contains { occurs(id, in: $0) }
    default: false
    }
  }

  /// The type that both branches or all elements have; `nil` where there is none but `dyn`.
  mutating func join(_ first: CELType, _ second: CELType) -> CELType? {
    switch (known(first), known(second)) {
    case (.null, .null): return .null
    case (.null, let other) where other.takesNull, (let other, .null) where other.takesNull:
      return other
    case (.null, let other), (let other, .null): return Self.nullable(other)
    default: break
    }
    if assign(first, to: second) || assign(second, to: first) { return general(first, second) }
    return nil
  }

  private func general(_ first: CELType, _ second: CELType) -> CELType {
    switch (known(first), known(second)) {
    case (.dyn, _), (_, .dyn): .dyn
    case (.variable, let other), (let other, .variable): other
    case (.nullable(let left), .nullable(let right)): Self.nullable(general(left, right))
    case (.null, let other), (let other, .null): Self.nullable(other)
    case (.nullable(let left), let right), (let right, .nullable(let left)):
      Self.nullable(general(left, right))
    case (.list(let left), .list(let right)): .list(general(left, right))
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      .map(general(key, otherKey), general(value, otherValue))
    case (.optional(let left), .optional(let right)): .optional(general(left, right))
    case (.opaque(let name, let types), .opaque(_, let others)):
      .opaque(name, zip(types, others).map { general($0, $1) })
    case (let left, _): left
    }
  }
}

extension CELType {
  fileprivate var takesNull: Bool {
    switch self {
    case .dyn, .variable, .nullable, .optional, .opaque: true
    default: false
    }
  }

  /// Without null.
  var withoutNull: CELType { if case .nullable(let type) = self { type } else { self } }

  var isNullable: Bool { if case .nullable = self { true } else { false } }
}
