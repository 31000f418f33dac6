internal import Model

/// A finding's texts, masked and ready to show.
struct ShownFinding {
  let finding: Finding
  let message: LocalizedText
  let fix: LocalizedText?
  let expected: MarkedText?
  let actual: MarkedText?
  /// Whether the two values are one thing said twice, rather than a value and a limit for it.
  let comparesValues: Bool

  init(_ finding: Finding, _ masking: Masking) {
    self.finding = finding
    let (expected, actual) = (finding.expected, finding.actual)
    var shown: [(quotation: Quotation, text: MarkedText)] = []
    if let expected, let actual {
      let pair = masking.shown(expected, against: actual)
      shown = [(expected, pair.0), (actual, pair.1)]
    } else if let single = expected ?? actual {
      shown = [(single, MarkedText(Array(masking.shown(single))))]
    }
    comparesValues =
      finding.valueRelation == .values
      && [expected, actual].allSatisfy { $0?.isComparable == true }
    self.expected = expected == nil ? nil : shown.first?.text
    self.actual = actual == nil ? nil : shown.last?.text

    let pairs = Self.masksOfArguments(finding, shown, masking)
    let show: (Quotation) -> String = { quotation in
      pairs[quotation] ?? masking.shown(quotation)
    }
    let filled = finding.filledMessage(show)
    // What went wrong inside a rule, or what a cause says of a file, may quote a document without saying where.
    let mayQuote = finding.verdict == .ruleError || finding.cause != nil
    message = mayQuote ? masking.redacted(filled) : filled
    fix = finding.fix.map { template in
      var quoting = finding
      quoting.message = template
      return quoting.filledMessage(show)
    }
  }

  /// A quoted value looks the same in the message as beside "expected" and "actual"; values that appear only
  /// in the message are compared with the first of them.
  private static func masksOfArguments(
    _ finding: Finding, _ shown: [(quotation: Quotation, text: MarkedText)], _ masking: Masking
  ) -> [Quotation: String] {
    var masks: [Quotation: String] = [:]
    for (quotation, text) in shown { masks[quotation] = text.text }
    let quotations = finding.arguments.sorted { $0.key < $1.key }.map(\.value)
    guard shown.isEmpty else {
      for quotation in quotations where masks[quotation] == nil {
        if let same = shown.first(where: { $0.quotation.text == quotation.text }),
          masking.hides(same.quotation)
        {
          masks[quotation] = same.text.text
        }
      }
      return masks
    }
    for style in Set(quotations.map { masking.style(of: $0) }) where style != .shown {
      let group = quotations.filter { masking.style(of: $0) == style }
      guard let first = group.first else { continue }
      for other in group.dropFirst() where other.text != first.text {
        let pair = masking.shown(first, against: other)
        if masks[first] == nil { masks[first] = pair.0.text }
        masks[other] = pair.1.text
      }
    }
    return masks
  }
}

extension ShownFinding {
  /// The two values as people are shown them, each with what it is called.
  var compared: [(words: LocalizedText, text: MarkedText, quotation: Quotation)] {
    var compared: [(words: LocalizedText, text: MarkedText, quotation: Quotation)] = []
    if let expected, let quotation = finding.expected, finding.valueRelation != .pattern {
      compared.append((Phrase.expected, expected, quotation))
    }
    if let actual, let quotation = finding.actual {
      let words = finding.valueRelation == .missing ? Phrase.missing : Phrase.actual
      compared.append((words, actual, quotation))
    }
    return compared
  }

  /// As in report.json.
  func json(fingerprint: String, waiting: [ShownFinding]) -> JSON {
    [
      "rule": .string(finding.rule),
      "severity": .string(finding.severity.rawValue),
      "verdict": .string(finding.verdict.rawValue),
      "title": finding.title.json,
      "message": message.json,
      "fix": fix?.json ?? .null,
      "expected": .optional(expected?.text),
      "actual": .optional(actual?.text),
      "facts": .strings(finding.facts),
      "element": .optional(finding.element),
      "unknown": .array(finding.unknown.map(Self.json)),
      "tentative": .optional(finding.tentative?.rawValue),
      "basis": .array(finding.basis.map(\.json)),
      "fingerprint": .string(fingerprint),
      "waiver": finding.waiver.map(Self.json) ?? .null,
      "cause": .optional(finding.cause),
      // Only where the cause keeps other rules waiting, each with its own words.
      "waiting": .unlessEmpty(waiting.map(\.waitingJSON)),
      // Only where values were looked for in lines.
      "hypotheses": .unlessEmpty(finding.hypotheses.map(\.json)),
    ]
  }

  /// What a rule says that is told under a cause.
  private var waitingJSON: JSON {
    [
      "rule": .string(finding.rule), "severity": .string(finding.severity.rawValue),
      "title": finding.title.json, "message": message.json, "expected": .optional(expected?.text),
      "actual": .optional(actual?.text), "facts": .strings(finding.facts),
      "element": .optional(finding.element), "unknown": .array(finding.unknown.map(Self.json)),
      "tentative": .optional(finding.tentative?.rawValue),
      "hypotheses": .unlessEmpty(finding.hypotheses.map(\.json)),
    ]
  }

  private static func json(_ waiver: Waiver) -> JSON {
    [
      "reason": waiver.reason.json, "owner": .string(waiver.owner),
      "granted": .string(waiver.granted.iso), "expires": .string(waiver.expires.iso),
    ]
  }

  private static func json(_ unknown: Finding.Unknown) -> JSON {
    [
      "fact": .string(unknown.fact), "state": .string(unknown.state.rawValue),
      "file": .optional(unknown.file),
    ]
  }
}
