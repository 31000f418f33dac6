internal import Model
internal import Schema

/// How a value begins behind its key, with places to fill in.
struct ValueStart {
  let isFlow: Bool
  /// How much deeper the key stands than its line begins.
  let indent: Int

  /// Returns what stands behind the key's name.
  func snippet(_ value: ValueSchema, of key: KeySchema, _ file: FileSchema?) -> String {
    switch value {
    case .choice(let names): return ": ${1|" + names.joined(separator: ",") + "|}"
    case .bool: return ": ${1|true,false|}"
    case .constant(let text): return ": " + text
    case .localized: return ": {zh-CN: $1, en: $2}"
    case .list(let element):
      guard !isFlow, isMapping(element, file) else { return ": [$1]" }
      return ":\n" + deeper + "- $0"
    case .dictionary, .mapping: return isFlow ? ": {$1}" : ":\n" + deeper + "$0"
    case .named(let name):
      guard let definition = file?.definitions[name], name != "operand" else { return ": $0" }
      return name == "check" ? ": {$1}" : snippet(definition, of: key, file)
    case .oneOf: return key.name == "when" ? ": {$1}" : ": $0"
    case .text: return key.name == "assert" && !isFlow ? ": |-\n" + deeper + "$0" : ": $0"
    case .pattern, .integer, .number, .date, .any: return ": $0"
    }
  }

  private var deeper: String { String(repeating: " ", count: indent + 2) }

  private func isMapping(_ value: ValueSchema, _ file: FileSchema?) -> Bool {
    switch value {
    case .mapping: true
    case .named(let name): name != "operand" && name != "check" && file?.definitions[name] != nil
    default: false
    }
  }
}

/// How a verb's operands begin.
enum VerbStart {
  static func operands(of verb: String, _ value: ValueSchema) -> String {
    switch value {
    case .list(of: .named("operand")): verb == "all_equal" ? ": [$1, $2, $3]" : ": [$1, $2]"
    case .list: ": [{$1}, {$2}]"
    case .named("check"): ": {$1}"
    default: ": $1"
    }
  }

  static func option(_ key: KeySchema, _ number: Int) -> String {
    switch key.value {
    case .choice(let names): "${\(number)|" + names.joined(separator: ",") + "|}"
    case .text where key.name == "pattern": "\"${\(number)}\""
    default:
      key.name == "values" ? "[$\(number)]" : key.name == "min" ? "${\(number):0.9}" : "$\(number)"
    }
  }
}
