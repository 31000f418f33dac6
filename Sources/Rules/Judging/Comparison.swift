internal import CEL
internal import Model

/// The values that made a check fail: those of the first comparison that is false.
struct Comparison {
  let expected: Quotation?
  let actual: Quotation?
  /// In words, with `{check.expected}` and `{check.actual}`.
  let detail: LocalizedText?

  /// Evaluates again with a trace; only what is reported needs one.
  init(_ check: Check, _ pack: Pack, _ reader: FactReader) {
    var evaluator = Evaluator(functions: pack.functions, trace: Trace()) { reader.resolve($0) }
    _ = evaluator.evaluate(check.expression)
    let failed = Self.failed(check, wanted: true, evaluator.trace)
    expected = failed.flatMap { failed in
      failed.expected.flatMap {
        Self.quotation($0, sign: failed.relation.sign, evaluator.trace)
      }
    }
    actual = failed.flatMap { failed in
      failed.relation == .present ? nil : Self.quotation(failed.actual, sign: "", evaluator.trace)
    }
    detail = failed?.relation.detail
  }

  private static func quotation(_ shown: Shown, sign: String, _ trace: Trace?) -> Quotation? {
    let value: CELValue? =
      if case .literal(let literal) = shown.expression.kind {
        literal
      } else {
        trace?[shown.expression.id].last?.value
      }
    return value.map { Quotation(sign + $0.shown(nil), source: shown.source) }
  }

  /// The first comparison below `check` that is not as wanted.
  private static func failed(
    _ check: Check, wanted: Bool, _ trace: Trace?
  ) -> Explanation.Comparison? {
    guard trace?[check.expression.id].last?.bool == !wanted else { return nil }
    switch check.explanation {
    // Under `not` both values are right by themselves; what is wrong is that they agree.
    case .comparison(let comparison): return wanted ? comparison : nil
    case .all(let checks), .any(let checks):
      return checks.lazy.compactMap { failed($0, wanted: wanted, trace) }.first
    case .not(let check): return failed(check, wanted: !wanted, trace)
    case .plain: return nil
    }
  }
}
