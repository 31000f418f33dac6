internal import Model

/// Whether a text layer says something else than the page shows, by what facts rest on.
struct HiddenText {
  /// What the layer says.
  let claimed: [Document]
  /// What is seen on the page.
  let shown: [Document]
  /// All text that is seen.
  let text: String

  /// Readings below this are no witnesses.
  private static let sure = 0.85

  var differs: Bool {
    let seen = Self.folded(text)
    return claimed.flatMap(\.facts).contains { fact in
      guard let raw = fact.evidence.first?.raw, fact.evidence.first?.method == .textLayer,
        !seen.contains(Self.folded(raw))
      else { return false }
      let others = shown.flatMap(\.facts).filter { $0.key == fact.key }
      guard !others.isEmpty else { return true }
      return others.contains { $0.confidence >= Self.sure }
        && !others.contains { $0.value == fact.value }
    }
  }

  private static func folded(_ text: String) -> String {
    TextNormalization(steps: [.compatibility, .noSpace]).applied(to: text)
  }
}
