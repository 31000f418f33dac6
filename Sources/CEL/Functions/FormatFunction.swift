internal import Foundation
internal import Model

/// `'%s of %d'.format([...])`: cel-spec's formatting of texts.
enum FormatFunction {
  static let all: [Function] = [
    Function(
      "format", "按 %s %d %f %e %b %o %x 填入列表中的值",
      "with the values of a list at %s %d %f %e %b %o %x",
      [
        .init(
          [.string, .list(.dyn)], .string, style: .member, cost: { Weight.sum($0) * 2 }
        ) { (values) throws(CELError) in
          guard case .string(let pattern) = values[0], case .list(let arguments) = values[1] else {
            throw CELError(.noSuchOverload, "format")
          }
          var writer = FormatWriter(arguments)
          return .string(try writer.text(of: pattern))
        }
      ])
  ]
}

/// Fills the clauses of one pattern.
private struct FormatWriter {
  /// Digits behind the point; beyond this there is nothing but zeros to show.
  private static let precisionLimit = 1000

  private let arguments: [CELValue]
  private var used = 0

  init(_ arguments: [CELValue]) { self.arguments = arguments }

  mutating func text(of pattern: String) throws(CELError) -> String {
    var result = String.UnicodeScalarView()
    var rest = pattern.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "%" else {
        result.append(scalar)
        continue
      }
      if rest.first == "%" {
        rest.removeFirst()
        result.append("%")
        continue
      }
      let precision = try precision(&rest)
      guard let verb = rest.popFirst() else { throw CELError(.invalidArgument, "%") }
      result.append(contentsOf: try clause(verb, precision).unicodeScalars)
    }
    return String(result)
  }

  private func precision(
    _ rest: inout Substring.UnicodeScalarView
  ) throws(CELError) -> Int? {
    guard rest.first == "." else { return nil }
    rest.removeFirst()
    let digits = rest.prefix { $0.isDigit }
    rest = rest.dropFirst(digits.count)
    guard let count = Int(String(Substring(digits))), count <= Self.precisionLimit else {
      throw CELError(.invalidArgument, "%." + String(Substring(digits)))
    }
    return count
  }

  private mutating func clause(
    _ verb: Unicode.Scalar, _ precision: Int?
  ) throws(CELError) -> String {
    guard used < arguments.count else { throw CELError(.indexOutOfRange, String(used)) }
    let value = arguments[used]
    used += 1
    let refusal = CELError(.invalidArgument, "%\(verb)")
    switch verb {
    case "s": return try Self.shown(value)
    case "d":
      switch value {
      case .int(let number): return String(number)
      case .uint(let number): return String(number)
      case .double(let number): return CELNumber.text(number)
      default: throw refusal
      }
    case "f", "e":
      guard let number = Self.number(value) else { throw refusal }
      guard number.isFinite else { return CELNumber.text(number) }
      return String(format: "%.\(precision ?? 6)\(verb)", number)
    case "b":
      if case .bool(let bit) = value { return bit ? "1" : "0" }
      return try Self.digits(value, radix: 2, refusal)
    case "o": return try Self.digits(value, radix: 8, refusal)
    case "x", "X":
      let text = try Self.hexadecimal(value, refusal)
      return verb == "X" ? text.uppercased() : text
    default: throw refusal
    }
  }

  private static func number(_ value: CELValue) -> Double? {
    switch value {
    case .double(let number): number
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    default: nil
    }
  }

  private static func digits(
    _ value: CELValue, radix: Int, _ refusal: CELError
  ) throws(CELError) -> String {
    switch value {
    case .int(let number): return String(number, radix: radix)
    case .uint(let number): return String(number, radix: radix)
    default: throw refusal
    }
  }

  private static func hexadecimal(
    _ value: CELValue, _ refusal: CELError
  ) throws(CELError) -> String {
    func pairs(_ bytes: [UInt8]) -> String {
      bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    switch value {
    case .string(let text): return pairs(Array(text.utf8))
    case .bytes(let bytes): return pairs(bytes)
    default: return try digits(value, radix: 16, refusal)
    }
  }

  /// `%s` of any value: lists in brackets, maps in braces in the order of their keys.
  private static func shown(_ value: CELValue) throws(CELError) -> String {
    switch value {
    case .null: return "null"
    case .bool(let value): return String(value)
    case .int(let value): return String(value)
    case .uint(let value): return String(value)
    case .double(let value): return CELNumber.text(value)
    case .string(let value): return value
    case .bytes(let value): return String(decoding: value, as: UTF8.self)
    case .timestamp(let value): return value.text
    case .duration(let value): return value.secondsText
    case .date(let value): return value.iso
    case .type(let value): return value.name
    case .optional: throw CELError(.invalidArgument, "%s")
    case .list(let values):
      var texts: [String] = []
      for value in values { texts.append(try shown(value)) }
      return "[" + texts.joined(separator: ", ") + "]"
    case .map(let map):
      var texts: [(key: String, value: String)] = []
      for entry in map.entries { texts.append((try shown(entry.key), try shown(entry.value))) }
      texts.sort { $0.key < $1.key }
      return "{" + texts.map { $0.key + ": " + $0.value }.joined(separator: ", ") + "}"
    }
  }
}
