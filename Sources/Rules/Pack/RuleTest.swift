internal import CEL
internal import Model

/// An example in a rule file: facts, and what the rule says of them.
struct RuleTest: Sendable {
  let name: String?
  /// By the path as the rule writes it.
  let given: [String: Value]
  /// Kinds of which there is no document.
  let absent: Set<MaterialKind>
  /// Files whose kind was not recognized.
  let unclassified: [String]
  /// Given facts that were read with too little confidence.
  let doubtful: Set<String>
  /// Whether the declaration is a draft made from the materials.
  let isDrafted: Bool
  /// Parameters with other values than the pack's.
  let parameters: [String: CELValue]
  let wanted: Wanted
  let position: TextPosition

  /// What the test asserts; only the verdict must be there.
  struct Wanted: Sendable {
    let verdict: Verdict
    /// The keys of the facts that keep it from deciding.
    let unknown: Set<String>?
    let tentative: Verdict?
    let expected: String?
    let actual: String?
    let message: [ReportLocale: String]
  }
}
