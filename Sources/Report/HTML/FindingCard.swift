internal import Model

/// A finding as `findings.mustache` shows it.
struct FindingCard {
  let id: String
  let edge: String
  let tone: String
  let level: String
  let title: String
  let rule: String
  let element: String?
  let message: String
  let tentative: String?
  let waiver: String?
  let hasValues: Bool
  let values: [ComparedValue]
  let hasDifferences: Bool
  let differences: [String]
  let fix: String?
  let hasPictures: Bool
  let pictures: [FindingPicture]
  /// Why a page is not shown.
  let withheld: [String]
  let reasoning: String
  let evidence: [String]
  let hasBasis: Bool
  let basis: [String]

  /// - Parameter number: 1-based; also the anchor `f1`.
  init(_ masked: MaskedFinding, number: Int, _ context: ReportContext) {
    let locale = context.locale
    let (finding, shown, places) = (masked.finding, masked.shown, masked.places)
    id = "f\(number)"
    tone = finding.waiver == nil ? finding.tone : "calm"
    edge = "edge-" + tone
    let severity = Phrase.severity(finding.severity)[locale]
    let verdict = Phrase.verdict(finding.verdict)[locale]
    level =
      finding.waiver == nil
      ? "\(severity) · \(verdict)" : context.pick("已豁免 · \(verdict)", "waived · \(verdict)")
    waiver = finding.waiver.map { waiver in
      context.pick(
        "已豁免至 \(waiver.expires.iso)，由 \(waiver.owner) 负责：\(waiver.reason.chinese)",
        "Waived until \(waiver.expires.iso); \(waiver.owner) answers for it: \(waiver.reason.english)"
      )
    }
    title = finding.title[locale]
    rule = finding.rule
    element = finding.element
    message = shown.message[locale]
    tentative = finding.tentative.map { verdict in
      let words = Phrase.verdict(verdict)[locale]
      return context.pick(
        "按不够可靠的读数，倾向于：\(words)。请以原件为准。",
        "Going by readings that are not sure enough, likely: \(words). The original decides.")
    }
    values = ComparedValue.all(of: shown, places, context)
    hasValues = !values.isEmpty
    differences = DifferenceWords.texts(of: shown, context)
    hasDifferences = !differences.isEmpty
    fix = shown.fix?[locale]
    (pictures, withheld) = FindingPicture.all(of: masked, id: id, context)
    hasPictures = !pictures.isEmpty
    let words = EvidenceWords(context)
    reasoning = words.reasoning(of: finding)
    evidence = words.lines(of: finding)
    basis = finding.basis.map { "\(words.name(of: $0.kind))：\($0.reference)" }
    hasBasis = !basis.isEmpty
  }
}

extension Finding {
  /// The style class: what could not be decided is no error of anybody's.
  fileprivate var tone: String {
    switch verdict {
    case .fail:
      switch severity {
      case .error: "bad"
      case .warning: "warn"
      case .note: "calm"
      }
    case .cannotTell, .ruleError: "open"
    case .pass, .notApplicable: "calm"
    }
  }
}

/// One of the two values that a finding puts side by side.
struct ComparedValue {
  let heading: String
  /// HTML: the differing characters in `mark`.
  let marked: String
  let place: String?

  static func all(
    of shown: ShownFinding, _ places: [FindingPlace], _ context: ReportContext
  ) -> [ComparedValue] {
    shown.compared.map { words, text, source in
      ComparedValue(
        heading: words[context.locale] + context.pick("（", " (") + origin(of: source, context)
          + context.pick("）", ")"),
        marked: markup(of: context.options.named(text)),
        place: source.valueKey.flatMap { key in
          places.first { $0.fact == key }?.words(context.locale)
        })
    }
  }

  private static func origin(of source: Quotation.Source, _ context: ReportContext) -> String {
    switch source {
    case .literal: return context.pick("规则要求", "asked for by the rule")
    case .derived: return context.pick("由材料推算", "worked out from the materials")
    case .value(let key):
      let name = context.masking.label(of: key)[context.locale]
      if key.hasPrefix("declared.") { return context.pick("申报：\(name)", "declared: \(name)") }
      // Worked out of everything that was handed in, the declaration included.
      if key.hasPrefix("submission.") || key.hasPrefix("batch.") {
        return context.pick("本次提交：\(name)", "of the submission: \(name)")
      }
      return context.pick("材料上读出：\(name)", "read on the paper: \(name)")
    }
  }

  /// Runs of differing characters in one `mark` each; an empty text is said.
  private static func markup(of text: MarkedText) -> String {
    var html = ""
    var isOpen = false
    for (character, differs) in zip(text.characters, text.differs) {
      if differs != isOpen { html += differs ? "<mark>" : "</mark>" }
      isOpen = differs
      html += XML.escaped(String(character))
    }
    return html.isEmpty ? "∅" : html + (isOpen ? "</mark>" : "")
  }
}

/// Says in words which characters differ: colour alone tells nothing to a screen reader or on a grey print.
enum DifferenceWords {
  static func texts(of shown: ShownFinding, _ context: ReportContext) -> [String] {
    guard let expected = shown.expected, let actual = shown.actual, shown.comparesValues else {
      return []
    }
    if expected.characters.count != actual.characters.count {
      // Of two other values, not one with a slip, the lengths tell nothing.
      let common = actual.differs.count { !$0 }
      guard common * 4 >= 3 * max(expected.characters.count, actual.characters.count) else {
        return []
      }
      return [
        context.pick(
          "长度不同：应为 \(expected.characters.count) 个字符，实为 \(actual.characters.count) 个。",
          "Different lengths: \(expected.characters.count) characters expected, \(actual.characters.count) found."
        )
      ]
    }
    let places = actual.differs.indices.filter { actual.differs[$0] }
    guard (1...6).contains(places.count) else { return [] }
    return places.map { index in
      let (right, wrong) = (
        String(expected.characters[index]).visible, String(actual.characters[index]).visible
      )
      return context.pick(
        "第 \(index + 1) 个字符：应为「\(right)」，实为「\(wrong)」。",
        "Character \(index + 1): “\(right)” expected, “\(wrong)” found.")
    }
  }
}

extension FindingCard: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "id": .text(id)
    case "edge": .text(edge)
    case "tone": .text(tone)
    case "level": .text(level)
    case "title": .text(title)
    case "rule": .text(rule)
    case "element": .optional(element)
    case "message": .text(message)
    case "tentative": .optional(tentative)
    case "waiver": .optional(waiver)
    case "hasValues": .flag(hasValues)
    case "values": .list(values)
    case "hasDifferences": .flag(hasDifferences)
    case "differences": .list(differences)
    case "fix": .optional(fix)
    case "hasPictures": .flag(hasPictures)
    case "pictures": .list(pictures)
    case "withheld": .list(withheld)
    case "reasoning": .text(reasoning)
    case "evidence": .list(evidence)
    case "hasBasis": .flag(hasBasis)
    case "basis": .list(basis)
    default: nil
    }
  }
}

extension ComparedValue: TemplateModel {
  func member(_ key: String) -> TemplateValue? {
    switch key {
    case "heading": .text(heading)
    case "marked": .text(marked)
    case "place": .optional(place)
    default: nil
    }
  }
}
