package import Model

/// Takes a rule's verdict apart, for the terminal.
package enum ExplanationReport {
  /// - Parameters:
  ///   - report: The submission that the explanation is about, for masking; `nil` where there is none.
  package static func text(
    of explanation: RuleExplanation, on report: SubmissionReport?, options: ReportOptions,
    style: TerminalStyle
  ) -> String {
    var writer = Writer(
      page: TerminalPage(style: style), locale: options.locale,
      masking: report.map { Masking($0, options: options) } ?? Masking([], [], options: options))
    writer.write(explanation)
    return writer.page.text
  }

  private struct Writer {
    var page: TerminalPage
    let locale: ReportLocale
    let masking: Masking

    mutating func write(_ explanation: RuleExplanation) {
      page.line([
        (explanation.rule, .bold), ("  " + explanation.title[locale], .plain),
        ("  \(explanation.severity.rawValue)  \(explanation.pack)", .faint),
      ])
      for basis in explanation.basis {
        page.entry(indent: 2, label: basis.kind.rawValue, basis.text, .faint)
      }
      if let verdict = explanation.verdict {
        page.line([
          (locale.text("结论：", "verdict: "), .plain), (verdict.rawValue, Self.tone(of: verdict)),
        ])
      }
      for remark in explanation.remarks {
        page.paragraph(masking.redacted(remark)[locale], indent: 2)
      }
      for element in explanation.elements { write(element) }
      for finding in explanation.findings { write(finding) }
    }

    private mutating func write(_ element: RuleExplanation.Element) {
      page.blank()
      if let name = element.name { page.line(name, .bold) }
      if let condition = element.condition {
        page.line(locale.text("适用条件（when）", "where it applies (when)"), .cyan)
        write(condition, depth: 1)
      }
      page.line(locale.text("检查", "check"), .cyan)
      write(element.check, depth: 1)
    }

    private mutating func write(_ part: RuleExplanation.Part, depth: Int) {
      let (mark, tone) = Self.mark(of: part.outcome)
      page.entry(indent: depth * 2, label: mark, masking.redacted(part.words)[locale], tone)
      if part.children.isEmpty, part.words.chinese != part.source {
        page.paragraph(masking.redacted(part.source), indent: depth * 2 + 3, .faint)
      }
      switch part.outcome {
      case .unknown(let names)?:
        page.paragraph(
          locale.text("未知：", "unknown: ") + names.joined(separator: locale.text("、", ", ")),
          indent: depth * 2 + 3)
      case .failure(let code)?:
        page.paragraph(locale.text("规则出错：", "the rule fails: ") + code, indent: depth * 2 + 3, .red)
      case .holds?, .fails?, nil: break
      }
      if let trusted = part.ifTrusted {
        let holds = trusted == .holds
        page.paragraph(
          locale.text(
            "若采信读得不够确定的值，则\(holds ? "成立" : "不成立")",
            "it \(holds ? "holds" : "does not hold") if the doubtful values are right"),
          indent: depth * 2 + 3)
      }
      for reading in part.values { write(reading, depth: depth) }
      for child in part.children { write(child, depth: depth + 1) }
    }

    private mutating func write(_ reading: RuleExplanation.Reading, depth: Int) {
      let value = reading.value.map(masking.shown) ?? "?"
      var notes = reading.evidence.prefix(3).map { evidence in
        let page = evidence.page.map { locale.text(" 第 \($0 + 1) 页", " page \($0 + 1)") }
        // allowed: evidence without a page names none
        return "\(evidence.file)\(page ?? "") \(evidence.method.rawValue)"
      }
      if let state = reading.state, state != .known { notes.insert(state.rawValue, at: 0) }
      if let confidence = reading.confidence, reading.state == .doubtful {
        notes.insert(String(confidence), at: 1)
      }
      let note = notes.isEmpty ? "" : "  [" + notes.joined(separator: "; ") + "]"
      page.entry(indent: depth * 2 + 3, label: reading.label[locale], "= " + value + note)
    }

    private mutating func write(_ finding: Finding) {
      page.blank()
      let message = finding.filledMessage(masking.shown)
      page.paragraph(masking.redacted(message)[locale], indent: 0, Self.tone(of: finding.verdict))
      guard let fix = finding.fix else { return }
      page.paragraph(locale.text("处理：", "what to do: ") + fix[locale], indent: 0)
    }

    private static func mark(
      of outcome: RuleExplanation.Outcome?
    ) -> (String, TerminalPage.Tone) {
      switch outcome {
      case .holds: ("✓", .green)
      case .fails: ("✗", .red)
      case .unknown: ("?", .yellow)
      case .failure: ("!", .red)
      case nil: ("·", .plain)
      }
    }

    private static func tone(of verdict: Verdict) -> TerminalPage.Tone {
      switch verdict {
      case .pass: .green
      case .fail, .ruleError: .red
      case .cannotTell: .yellow
      case .notApplicable: .faint
      }
    }
  }
}
