internal import CEL
internal import Model

/// What becomes of the facts that a rule compares for equality once the values on the other side are looked for in
/// the lines they were read from.
///
/// It decides nothing itself: it says what the evaluator is to see of a fact (``FactReader/substitutes``).
struct HypothesisTrials {
  /// By path as the rule writes it.
  private(set) var substitutes: [String: FactReader.Substitute] = [:]
  /// For the finding, in the order of the paths.
  private(set) var tests: [HypothesisTest] = []

  /// - Parameter reader: of facts that are known.
  init(_ expression: Expression, _ reader: FactReader) {
    var trials: [String: [Trial]] = [:]
    for equality in expression.equalities {
      for (side, other) in [equality, (equality.1, equality.0)] {
        guard let trial = Trial(of: side, as: other, reader) else { continue }
        trials[trial.path, default: []].append(trial)
      }
    }
    for (path, found) in trials.sorted(by: { $0.key < $1.key }) { add(found, of: path) }
  }

  private mutating func add(_ trials: [Trial], of path: String) {
    let best = trials.max { $0.rank < $1.rank }
    guard let best else { return }
    var test = best.test
    switch (best.isDoubtful, test.outcome) {
    case (true, .agree): substitutes[path] = .value(best.value)
    // What was read is the value itself, though the line does not bear it out: repaired, or cleaned.
    case (true, .contradict) where trials.contains(where: \.isAsRead): test.outcome = .unclear
    case (true, .contradict): substitutes[path] = .valueAsRead
    case (true, .unclear): break
    // A clean disagreement stands; one that the line may take back is for a person.
    case (false, _) where test.mayTakeBack:
      test.outcome = .unclear
      substitutes[path] = .unknown
    case (false, _): break
    }
    tests.append(test)
  }

  /// One value looked for in the line of one fact.
  private struct Trial {
    let path: String
    let value: Value
    let test: HypothesisTest
    let isDoubtful: Bool
    /// Whether it is what was read anyway.
    let isAsRead: Bool

    /// `nil` where there is nothing to try: no line, no known value, or a fact that says the value for certain.
    init?(of side: ComparedSide, as other: ComparedSide, _ reader: FactReader) {
      guard case .fact(let path, let profile) = side, let fact = reader.fact(path),
        let declaration = reader.catalogue[reader.key(path)], let read = fact.value,
        fact.state == .known || fact.state == .doubtful,
        let (value, source) = other.value(reader)
      else { return nil }
      let steps =
        profile.flatMap { reader.pack.normalizers[$0] } ?? TextNormalization(steps: [])
      isAsRead = Self.isSame(read, value, steps)
      isDoubtful = fact.state == .doubtful
      if isAsRead && !isDoubtful { return nil }
      let kind: Hypothesis.Kind =
        declaration.type == .date
        ? .date
        : declaration.checksum != nil || profile == "code" ? .code(declaration.checksum) : .text
      guard let hypothesis = Hypothesis(value, kind: kind, normalization: steps),
        let test = hypothesis.test(fact.evidence, fact: reader.key(path), against: source)
      else { return nil }
      self.path = path
      self.value = value
      self.test = test
    }

    private static func isSame(_ left: Value, _ right: Value, _ steps: TextNormalization) -> Bool {
      guard let left = left.string, let right = right.string else { return left == right }
      return steps.applied(to: left) == steps.applied(to: right)
    }

    /// Agreement with any of several values counts; among the rest what is open outweighs what is refused.
    var rank: (Int, Double) {
      switch test.outcome {
      case .agree: (2, test.score)
      case .unclear: (1, test.score)
      case .contradict: (0, test.score)
      }
    }
  }
}

/// One side of an equality: a fact, in the form of a profile or as it is, or something else.
enum ComparedSide {
  case fact(path: String, profile: String?)
  case constant(CELValue)

  init?(_ expression: Expression) {
    switch expression.kind {
    case .identifier(let path): self = .fact(path: path, profile: nil)
    case .literal(let value): self = .constant(value)
    case .call("norm", let arguments):
      guard arguments.count == 2, case .literal(.string(let profile)) = arguments[1].kind else {
        return nil
      }
      switch arguments[0].kind {
      case .identifier(let path): self = .fact(path: path, profile: profile)
      case .literal(let value): self = .constant(value)
      default: return nil
      }
    default: return nil
    }
  }

  /// What is known to stand there, and the key it is the value of (empty for a constant).
  func value(_ reader: FactReader) -> (Value, String)? {
    switch self {
    case .constant(.string(let text)): return (.string(text), "")
    case .constant(.date(let date)): return (.date(date), "")
    case .constant: return nil
    case .fact(let path, _):
      guard let fact = reader.fact(path), reader.isKnown(path), let value = fact.value else {
        return nil
      }
      return (value, reader.key(path))
    }
  }
}

extension Expression {
  /// Both sides of every `==` in the tree that compares facts or constants.
  var equalities: [(ComparedSide, ComparedSide)] {
    var found = children.flatMap(\.equalities)
    if case .call(Operator.equal, let arguments) = kind, arguments.count == 2,
      let left = ComparedSide(arguments[0]), let right = ComparedSide(arguments[1])
    {
      found.append((left, right))
    }
    return found
  }
}
