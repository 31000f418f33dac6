import Foundation

@testable import CEL

/// A value in the conformance file: an object of one key, the type.
struct ConformanceValue: Decodable, Sendable {
  let value: CELValue

  private struct Seconds: Decodable {
    let seconds: String
    let nanos: Int
  }

  private enum Key: String, CodingKey, CaseIterable {
    case null, bool, int, uint, double, string, bytes, list, map, timestamp, duration, type
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard let key = container.allKeys.first else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "no known kind of value"))
    }
    func text() throws -> String { try container.decode(String.self, forKey: key) }
    func parsed<Number: LosslessStringConvertible>(_ type: Number.Type) throws -> Number {
      guard let number = Number(try text()) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container, debugDescription: "no number")
      }
      return number
    }
    func instant() throws -> (Int, Int) {
      let content = try container.decode(Seconds.self, forKey: key)
      return (Int(content.seconds) ?? .max, content.nanos)
    }
    switch key {
    case .null: value = .null
    case .bool: value = .bool(try container.decode(Bool.self, forKey: key))
    case .int: value = .int(try parsed(Int.self))
    case .uint: value = .uint(try parsed(UInt.self))
    case .double:
      let written = try text()
      value = .double(
        written == "NaN"
          ? .nan
          : written == "Infinity"
            ? .infinity : written == "-Infinity" ? -.infinity : Double(written) ?? .nan)
    case .string: value = .string(try text())
    case .bytes: value = .bytes(Array(Data(base64Encoded: try text()) ?? Data()))
    case .list:
      value = .list(try container.decode([ConformanceValue].self, forKey: key).map(\.value))
    case .map:
      var map = CELMap()
      for pair in try container.decode([[ConformanceValue]].self, forKey: key) {
        _ = map.insert(pair[0].value, pair[1].value)
      }
      value = .map(map)
    case .timestamp:
      let (seconds, nanos) = try instant()
      value = .timestamp(CELTimestamp(seconds: seconds, nanoseconds: nanos))
    case .duration:
      let (seconds, nanos) = try instant()
      value = .duration(CELDuration(seconds: seconds, nanoseconds: nanos))
    case .type: value = .type(ConformanceType.named(try text()))
    }
  }
}

/// A type in the conformance file: a name, or an object of one key for types of types.
struct ConformanceType: Decodable, Sendable {
  let type: CELType

  private enum Key: String, CodingKey {
    case list, map, wrapper, type, param, abstract, params, function
  }

  static func named(_ name: String) -> CELType {
    switch name {
    case "timestamp": .timestamp
    case "duration": .duration
    default: Checker.typeNames[name] ?? .dyn
    }
  }

  init(from decoder: any Decoder) throws {
    if let name = try? decoder.singleValueContainer().decode(String.self) {
      type = Self.named(name)
      return
    }
    let container = try decoder.container(keyedBy: Key.self)
    if let element = try container.decodeIfPresent(Self.self, forKey: .list) {
      type = .list(element.type)
    } else if let pair = try container.decodeIfPresent([Self].self, forKey: .map) {
      type = .map(pair[0].type, pair[1].type)
    } else if let inner = try container.decodeIfPresent(Self.self, forKey: .wrapper) {
      type = .nullable(inner.type)
    } else if let name = try container.decodeIfPresent(String.self, forKey: .param) {
      type = .parameter(name)
    } else if let name = try container.decodeIfPresent(String.self, forKey: .abstract) {
      let params = try container.decodeIfPresent([Self].self, forKey: .params) ?? []
      type = name == "optional_type" ? .optional(params[0].type) : .opaque(name, params.map(\.type))
    } else {
      type = .type
    }
  }
}
