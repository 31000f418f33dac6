package import Model

/// A type that values of the Common Expression Language have.
package indirect enum CELType: Hashable, Sendable {
  case null, bool, int, uint, double, string, bytes, timestamp, duration, date, type
  case list(CELType)
  case map(CELType, CELType)
  /// Any value; its type is looked at when it is there.
  case dyn
  /// The type or null: facts that may be known to be empty.
  case nullable(CELType)
  /// A value of the type or none.
  case optional(CELType)
  /// A type that only functions make and take (`tuple(int, string)`).
  case opaque(String, [CELType])
  /// A type parameter of an overload (`T`).
  case parameter(String)
  /// A type not yet inferred, while an expression is checked.
  case variable(Int)
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

  /// cel-spec's name, for `type()` and constants; parameters of lists and maps are left out.
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
    case .dyn, .variable: "dyn"
    case .nullable(let type): type.name + "?"
    case .optional: "optional_type"
    case .opaque(let name, _), .parameter(let name): name
    }
  }

  /// As rule authors write it and messages show it: `list<string>`, `date?`.
  package var shown: String {
    switch self {
    case .timestamp: "timestamp"
    case .duration: "duration"
    case .list(let element): element.isOpen ? "list" : "list<\(element.shown)>"
    case .map(let key, let value):
      key.isOpen && value.isOpen ? "map" : "map<\(key.shown), \(value.shown)>"
    case .optional(let type): "optional<\(type.shown)>"
    case .nullable(let type): type.shown + "?"
    case .null: "null"
    case .opaque(let name, let types):
      types.isEmpty ? name : name + "<" + types.map(\.shown).joined(separator: ", ") + ">"
    case .bool, .int, .uint, .double, .string, .bytes, .date, .type, .dyn, .parameter, .variable:
      name
    }
  }

  private var isOpen: Bool {
    switch self {
    case .dyn, .variable: true
    default: false
    }
  }

  /// Returns whether a value of this (run-time) type fits a parameter of type `parameter`.
  package func fits(_ parameter: CELType) -> Bool {
    switch (self, parameter) {
    case (_, .dyn), (_, .parameter): true
    case (_, .nullable(let type)): self == .null || fits(type)
    case (.list, .list), (.map, .map), (.optional, .optional): true
    default: self == parameter
    }
  }
}

/// The kinds of value at run time, as a set: what a parameter of an overload takes.
struct ValueKinds: OptionSet {
  let rawValue: UInt32

  static let null = Self(rawValue: 1 << 0)
  static let bool = Self(rawValue: 1 << 1)
  static let int = Self(rawValue: 1 << 2)
  static let uint = Self(rawValue: 1 << 3)
  static let double = Self(rawValue: 1 << 4)
  static let string = Self(rawValue: 1 << 5)
  static let bytes = Self(rawValue: 1 << 6)
  static let timestamp = Self(rawValue: 1 << 7)
  static let duration = Self(rawValue: 1 << 8)
  static let date = Self(rawValue: 1 << 9)
  static let list = Self(rawValue: 1 << 10)
  static let map = Self(rawValue: 1 << 11)
  static let type = Self(rawValue: 1 << 12)
  static let optional = Self(rawValue: 1 << 13)
  static let any = Self(rawValue: (1 << 14) - 1)
}

extension CELType {
  /// The kinds of value that a parameter of this type takes.
  var kinds: ValueKinds {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .timestamp: .timestamp
    case .duration: .duration
    case .date: .date
    case .list: .list
    case .map: .map
    case .type: .type
    case .optional: .optional
    case .nullable(let type): type.kinds.union(.null)
    case .dyn, .parameter, .variable, .opaque: .any
    }
  }
}

extension CELValue {
  /// The one kind of this value.
  var kind: ValueKinds {
    switch self {
    // Their types hold others, which need not be made for it.
    case .list: .list
    case .map: .map
    case .optional: .optional
    default: type.kinds
    }
  }
}
