/// A claim of the source that a pack was written after, and what became of it.
package struct ChecklistRow: Hashable, Sendable {
  /// What is known about a claim; raw values are those of pack files.
  package enum Standing: String, CaseIterable, Sendable {
    case real
    /// Partly so, or so elsewhere.
    case partly
    case wrong
    /// No evidence either way.
    case unknown
  }

  /// The number is 1-based.
  package let number: Int
  package let claim: LocalizedText
  package let standing: Standing
  /// The ids of the rules that check it, with the packs that hold them; empty where no machine can.
  package let rules: [Rule]
  /// What is true, and for a row without rules why nothing checks it.
  package let remark: LocalizedText

  /// A rule is named with its pack.
  package struct Rule: Hashable, Sendable {
    package let id: String
    package let pack: String

    package init(id: String, pack: String) {
      self.id = id
      self.pack = pack
    }
  }

  package init(
    number: Int, claim: LocalizedText, standing: Standing, rules: [Rule], remark: LocalizedText
  ) {
    self.number = number
    self.claim = claim
    self.standing = standing
    self.rules = rules
    self.remark = remark
  }
}

extension ChecklistRow.Standing {
  package var words: LocalizedText {
    switch self {
    case .real: LocalizedText("属实", "real")
    case .partly: LocalizedText("部分属实", "partly real")
    case .wrong: LocalizedText("不实", "wrong")
    case .unknown: LocalizedText("无据可查", "no evidence")
    }
  }
}
