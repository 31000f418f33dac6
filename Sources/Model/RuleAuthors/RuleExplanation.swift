/// How a rule comes to what it says, part by part and without leaving any out.
package struct RuleExplanation: Hashable, Sendable {
  /// A part of the condition or of the check.
  package struct Part: Hashable, Sendable {
    /// What it asks, in words.
    package var words: LocalizedText
    /// The source says the same as an expression.
    package var source: String
    /// What it came to; `nil` where there is no submission.
    package var outcome: Outcome?
    /// What it would come to if doubtful values were right, where that decides it.
    package var ifTrusted: Outcome?
    /// The facts and settings it reads itself, in the order of the expression.
    package var values: [Reading]
    package var children: [Part]

    package init(
      words: LocalizedText, source: String, outcome: Outcome? = nil, ifTrusted: Outcome? = nil,
      values: [Reading] = [], children: [Part] = []
    ) {
      self.words = words
      self.source = source
      self.outcome = outcome
      self.ifTrusted = ifTrusted
      self.values = values
      self.children = children
    }
  }

  package enum Outcome: Hashable, Sendable {
    case holds, fails
    /// The facts that are not known.
    case unknown([String])
    /// The rule's own error.
    case failure(String)
  }

  /// A name that a part reads, with what stands for it.
  package struct Reading: Hashable, Sendable {
    /// As the rule writes it.
    package var name: String
    package var label: LocalizedText
    /// `nil` where nothing is known.
    package var value: Quotation?
    /// The state is that of a fact; settings have `nil`.
    package var state: FactState?
    package var confidence: Double?
    package var evidence: [Evidence]

    package init(
      name: String, label: LocalizedText, value: Quotation?, state: FactState?,
      confidence: Double?, evidence: [Evidence]
    ) {
      self.name = name
      self.label = label
      self.value = value
      self.state = state
      self.confidence = confidence
      self.evidence = evidence
    }
  }

  /// An element is one judgement: the rule's, or that of one document of a `for_each`.
  package struct Element: Hashable, Sendable {
    /// The name is that of the document; `nil` where the rule has no `for_each`.
    package var name: String?
    package var condition: Part?
    package var check: Part

    package init(name: String?, condition: Part?, check: Part) {
      self.name = name
      self.condition = condition
      self.check = check
    }
  }

  package var rule: String
  package var title: LocalizedText
  package var severity: Severity
  package var pack: String
  package var basis: [Finding.Basis]
  /// `nil` where there is no submission.
  package var verdict: Verdict?
  /// Why it says nothing, or does not say what its check alone would.
  package var remarks: [LocalizedText]
  package var elements: [Element]
  package var findings: [Finding]

  package init(
    rule: String, title: LocalizedText, severity: Severity, pack: String,
    basis: [Finding.Basis], verdict: Verdict? = nil, remarks: [LocalizedText] = [],
    elements: [Element], findings: [Finding] = []
  ) {
    self.rule = rule
    self.title = title
    self.severity = severity
    self.pack = pack
    self.basis = basis
    self.verdict = verdict
    self.remarks = remarks
    self.elements = elements
    self.findings = findings
  }
}
