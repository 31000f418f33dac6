internal import Model
internal import Synchronization

/// The named normal forms of one environment, each text's computed once.
final class Normalizers: Sendable {
  /// Forms kept; then all are dropped, so that a long run keeps its size.
  private static let capacity = 4096

  private struct Key: Hashable {
    let text: ScalarText
    let name: String
  }

  private let byName: [String: TextNormalization]
  private let forms = Mutex<[Key: String]>([:])

  init(_ byName: [String: TextNormalization]) { self.byName = byName }

  func form(of text: String, named name: String) throws(CELError) -> String {
    guard let normalizer = byName[name] else { throw CELError(.invalidArgument, name) }
    let key = Key(text: ScalarText(text: text), name: name)
    if let known = forms.withLock({ $0[key] }) { return known }
    let form = normalizer.applied(to: text)
    forms.withLock { forms in
      if forms.count >= Self.capacity { forms.removeAll(keepingCapacity: true) }
      forms[key] = form
    }
    return form
  }

  /// Refuses a constant name, the argument at `index`, that is no normalizer's.
  func refusal(at index: Int) -> @Sendable ([CELValue?]) -> Function.Refusal? {
    let names = byName.keys.sorted()
    return { Function.Refusal(of: $0, at: index, unless: names, "规范化", "normalizer") }
  }
}

extension Function.Refusal {
  /// Refuses a constant text that is not one of `names`; `nil` where it is one or no constant.
  init?(
    of constants: [CELValue?], at index: Int, unless names: [String], _ chinese: String,
    _ english: String
  ) {
    guard case .string(let name) = constants[index], !names.contains(name) else { return nil }
    argument = index
    if let suggestion = NearestName.suggestion(for: name, among: names) {
      message = LocalizedText(
        "没有\(chinese)「\(name)」，是否为 \(suggestion)？",
        "there is no \(english) \"\(name)\"; did you mean \(suggestion)?")
    } else {
      message = LocalizedText(
        "没有\(chinese)「\(name)」；有：\(names.joined(separator: "、"))",
        "there is no \(english) \"\(name)\"; there are \(names.joined(separator: ", "))")
    }
  }
}
