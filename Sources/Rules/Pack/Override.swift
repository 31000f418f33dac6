internal import CEL
internal import Model
internal import Schema

/// A change to rules of this pack or of a parent.
struct Override: Sendable {
  /// A rule id, or a glob of them.
  let pattern: RulePattern
  let severity: Severity?
  /// `nil` where the change does not say.
  let isEnabled: Bool?
  /// Switches reading by hypothesis off, or on again; `nil` where the change does not say.
  let isExact: Bool?
  let reason: String?
  let parameters: [ParameterChange]
  let location: SourceLocation
}

/// A new value of a parameter, for the rules that an override names.
struct ParameterChange: Sendable {
  let name: String
  let content: YAMLNode
  let location: SourceLocation
}

/// A rule id in which `*` stands for any characters: `COMMON-IMG-*`.
package struct RulePattern: Sendable {
  package let text: String

  package init(text: String) { self.text = text }

  package func matches(_ id: String) -> Bool {
    let parts = text.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return id == text }
    guard id.hasPrefix(first) else { return false }
    var rest = id.dropFirst(first.count)
    guard rest.hasSuffix(last) else { return false }
    rest = rest.dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
