package import Model

/// A type of the Common Expression Language.
package indirect enum CELType: Hashable, Sendable {
  case null, bool, int, uint, double, string, bytes, timestamp, duration, date, type
  case list(CELType)
  case map(CELType, CELType)
  /// Any value; its type is looked at when it is there.
  case dyn
  /// The type or null: facts that may be known to be empty.
  case nullable(CELType)
  /// A type parameter of an overload (`T`).
  case parameter(String)
}

extension CELType {
  package init(_ type: ValueType) {
    switch type {
    case .bool: self = .bool
    case .int: self = .int
    case .double: self = .double
    case .string: self = .string
    case .date: self = .date
    case .list: self = .list(.dyn)
    }
  }

  /// cel-spec's name, for messages and `type()`.
  package var name: String {
    switch self {
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .date: "date"
    case .type: "type"
    case .list: "list"
    case .map: "map"
    case .dyn: "dyn"
    case .nullable(let type): type.name + "?"
    case .parameter(let name): name
    }
  }

  /// Whether a value of this (run-time) type fits a parameter of type `parameter`.
  package func fits(_ parameter: CELType) -> Bool {
    switch (self, parameter) {
    case (_, .dyn), (_, .parameter): true
    case (_, .nullable(let type)): self == .null || fits(type)
    case (.list, .list), (.map, .map): true
    default: self == parameter
    }
  }
}
