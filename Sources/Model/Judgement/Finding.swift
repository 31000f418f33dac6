/// A finding is a verdict worth a person's time: a failure, or a rule that could not tell.
package struct Finding: Hashable, Sendable {
  /// A fact that kept the rule from deciding.
  package struct Unknown: Hashable, Sendable {
    package var fact: String
    package var state: FactState
    /// Where it should have been read, if any file is concerned.
    package var file: String?

    package init(fact: String, state: FactState, file: String?) {
      self.fact = fact
      self.state = state
      self.file = file
    }
  }

  /// Why a rule exists.
  package struct Basis: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      case law, standard, platform, vendor, house, convention
    }

    package var kind: Kind
    package var source: CitedSource
    /// Where in the source, or what it says there: `article 5`.
    package var passage: String?

    package init(kind: Kind, source: CitedSource, passage: String? = nil) {
      self.kind = kind
      self.source = source
      self.passage = passage
    }
  }

  /// What the expected and the actual text are to each other.
  package enum ValueRelation: Hashable, Sendable {
    /// What ought to be, and what is.
    case values
    /// A pattern, which tells people nothing, and what does not match it.
    case pattern
    /// All that is asked for, and what of it is not there.
    case missing
  }

  package var rule: String
  package var severity: Severity
  package var verdict: Verdict
  package var title: LocalizedText
  /// Holds placeholders such as `{license.name}`; ``filledMessage(_:)`` fills them.
  package var message: LocalizedText
  /// The values of the message's placeholders, by what stands between the braces.
  package var arguments: [String: Quotation]
  package var fix: LocalizedText?
  /// The value that ought to be; `nil` where the check compares none.
  package var expected: Quotation?
  /// The value that is.
  package var actual: Quotation?
  package var valueRelation = ValueRelation.values
  /// The facts that the evaluation read, sorted.
  package var facts: [String]
  /// Names the document of a `for_each` list for people: its file, with `#` and the 1-based page or the id where
  /// the file holds several; `nil` where the rule is about the submission.
  package var element: String?
  /// The id of that document among the assembled ones.
  package var document: String?
  package var unknown: [Unknown]
  /// What the doubtful values say, for the reviewer; only with ``Verdict/cannotTell``.
  package var tentative: Verdict?
  package var basis: [Basis]
  package var tags: [String]
  /// How the values fared that were looked for in the lines on which they should stand.
  package var hypotheses: [HypothesisTest] = []
  /// Who answers for the failure, if somebody does.
  package var waiver: Waiver?
  /// The id of the cause that it tells.
  package var cause: String?
  /// What the rules have to say that wait for the cause; empty where only this one does.
  package var waiting: [Finding] = []

  package init(
    rule: String, severity: Severity, verdict: Verdict, title: LocalizedText,
    message: LocalizedText, arguments: [String: Quotation] = [:], fix: LocalizedText? = nil,
    expected: Quotation? = nil, actual: Quotation? = nil, facts: [String] = [],
    element: String? = nil, document: String? = nil, unknown: [Unknown] = [],
    tentative: Verdict? = nil, basis: [Basis] = [], tags: [String] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.verdict = verdict
    self.title = title
    self.message = message
    self.arguments = arguments
    self.fix = fix
    self.expected = expected
    self.actual = actual
    self.facts = facts
    self.element = element
    self.document = document
    self.unknown = unknown
    self.tentative = tentative
    self.basis = basis
    self.tags = tags
  }
}

extension Finding {
  /// How much it matters, the least number first: what blocks a submission, then what a person must look at, then
  /// notes; among equals what is certain comes before what could not be told.
  package var weight: Int {
    if waiver != nil { return 9 }
    let rank =
      switch verdict {
      case .fail: 0
      case .ruleError: 1
      case .cannotTell: 2
      case .pass, .notApplicable: 3
      }
    switch severity {
    case .error: return min(rank, 2)
    case .warning: return 3 + min(rank, 2)
    case .note: return 6 + min(rank, 2)
    }
  }
}

/// Every rule comes to one verdict of a submission.
package struct RuleVerdict: Hashable, Sendable {
  package var rule: String
  package var verdict: Verdict
  /// What the rule asks for, where it is known.
  package var title: LocalizedText?
  /// How the values fared that were looked for in lines to come to it; findings have their own.
  package var hypotheses: [HypothesisTest] = []

  package init(
    rule: String, verdict: Verdict, title: LocalizedText? = nil,
    hypotheses: [HypothesisTest] = []
  ) {
    self.rule = rule
    self.verdict = verdict
    self.title = title
    self.hypotheses = hypotheses
  }
}

/// A judgement holds all verdicts of one submission and the findings among them.
package struct Judgement: Hashable, Sendable {
  /// There is one per rule, sorted by rule id.
  package var verdicts: [RuleVerdict]
  /// Failures, unknowns and rule errors are sorted by weight (the heaviest first), then rule id, then element.
  package var findings: [Finding]
  /// What keeps rules from deciding, each told by one finding.
  package var causes: [Cause]

  package init(verdicts: [RuleVerdict], findings: [Finding], causes: [Cause] = []) {
    self.verdicts = verdicts
    self.findings = findings
    self.causes = causes
  }
}
