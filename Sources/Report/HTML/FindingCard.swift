internal import Model

/// A finding as `findings.mustache` shows it.
enum FindingCard {
  /// - Parameter number: 1-based; also the anchor `f1`.
  static func model(
    of masked: MaskedFinding, number: Int, _ context: ReportContext
  ) -> TemplateValue {
    let (finding, shown, locale) = (masked.finding, masked.shown, context.locale)
    let id = "f\(number)"
    let tone = finding.waiver == nil ? finding.tone : "calm"
    let severity = Phrase.severity(finding.severity)[locale]
    let verdict = Phrase.verdict(finding.verdict)[locale]
    let level =
      finding.waiver == nil
      ? "\(severity) · \(verdict)" : context.pick("已豁免 · \(verdict)", "waived · \(verdict)")
    let waiver = finding.waiver.map { waiver in
      context.pick(
        "已豁免至 \(waiver.expires.iso)，由 \(waiver.owner) 负责：\(waiver.reason.chinese)",
        "Waived until \(waiver.expires.iso); \(waiver.owner) answers for it: \(waiver.reason.english)"
      )
    }
    let tentative = finding.tentative.map { verdict in
      let words = Phrase.verdict(verdict)[locale]
      return context.pick(
        "按不够可靠的读数，倾向于：\(words)。请以原件为准。",
        "Going by readings that are not sure enough, likely: \(words). The original decides.")
    }
    let (pictures, withheld) = FindingPicture.all(of: masked, id: id, context)
    let words = EvidenceWords(context)
    return [
      "id": .text(id), "edge": "edge-\(tone)", "tone": .text(tone), "level": .text(level),
      "title": .text(finding.title[locale]), "rule": .optional(masked.rule),
      "element": .optional(finding.element), "message": .text(shown.message[locale]),
      "tentative": .optional(tentative), "waiver": .optional(waiver),
      "values": .list(ComparedValue.all(of: masked, context)),
      "differences": .texts(DifferenceWords.texts(of: shown, context)),
      "fix": .optional(shown.fix?[locale]),
      "waitingTitle": .text(
        context.pick(
          "待定的规则（\(masked.waiting.count)）", "Rules that wait for this (\(masked.waiting.count))")),
      "waiting": .list(masked.waiting) { waiting in
        [
          "rule": .text(waiting.finding.rule), "title": .text(waiting.finding.title[locale]),
          "message": .text(waiting.message[locale]),
        ]
      }, "pictures": .list(pictures),
      "withheld": .texts(withheld), "reasoning": .text(words.reasoning(of: finding)),
      "evidence": .texts(words.lines(of: finding)),
      "entries": .list(PastedWords.all(of: masked, context)),
      "basis": .list(finding.basis) { "\(words.name(of: $0.kind))：\($0.textWithPlace)" },
    ]
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

/// What may be pasted into the files in which persons answer for what a machine cannot tell.
private enum PastedWords {
  static func all(of masked: MaskedFinding, _ context: ReportContext) -> [TemplateValue] {
    let confirmations: [TemplateValue] =
      masked.confirmations.isEmpty
      ? []
      : [
        [
          "heading": .text(
            context.pick(
              "读错或没读出？看过原件的人填上 value 和 by，写入 confirmed.yaml 的 facts 之下",
              "Misread, or not read? Whoever has seen the paper fills in value and by, under facts in confirmed.yaml"
            )
          ),
          "yaml": .text(masked.confirmations.map { "- " + $0.yaml }.joined(separator: "\n")),
        ]
      ]
    let waivers: [TemplateValue] =
      masked.waivers.isEmpty
      ? []
      : [
        [
          "heading": .text(
            context.pick(
              "核实后可以接受？填上 reason 和 owner，写入 waivers.yaml 的 waivers 之下",
              "Looked at and acceptable? Fill in reason and owner, under waivers in waivers.yaml")),
          "yaml": .text(masked.waivers.map { "- " + $0.yaml }.joined(separator: "\n")),
        ]
      ]
    return confirmations + waivers
  }
}

/// The two values that a finding puts side by side.
private enum ComparedValue {
  static func all(of masked: MaskedFinding, _ context: ReportContext) -> [TemplateValue] {
    masked.shown.compared.map { words, text, quotation in
      let place = quotation.valueKey.flatMap { key in masked.places.first { $0.fact == key } }
      let origin = origin(of: quotation.source, context)
      let heading = words[context.locale] + context.pick("（\(origin)）", " (\(origin))")
      return [
        "heading": .text(heading),
        "marked": .text(markup(of: context.options.named(quotation, shownAs: text))),
        "place": .optional(place?.words(context.locale)),
      ]
    }
  }

  private static func origin(of source: Quotation.Source, _ context: ReportContext) -> String {
    switch source {
    case .literal: return context.pick("规则要求", "asked for by the rule")
    case .derived: return context.pick("由材料推算", "worked out from the materials")
    case .value(let key):
      let name = context.masking.label(of: key)[context.locale]
      switch FactOrigin(ofKey: key) {
      case .declared: return context.pick("申报：\(name)", "declared: \(name)")
      // Worked out of everything that was handed in, the declaration included.
      case .submission, .batch:
        return context.pick("本次提交：\(name)", "of the submission: \(name)")
      case .run, .material: return context.pick("材料上读出：\(name)", "read on the paper: \(name)")
      }
    }
  }

  /// HTML: runs of differing characters in one `mark` each; an empty text is said.
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
private enum DifferenceWords {
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
    // Letters that differ tell something of a slip, nothing of two other values.
    guard (1...6).contains(places.count), places.count * 2 <= actual.characters.count else {
      return []
    }
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
