internal import CEL
internal import Model
internal import Schema

/// Compiles the verb form of `check` and `when` to expressions, checking names, types and nulls.
///
/// One file per group of verbs: `+Comparisons`, `+Texts`, `+Lists`.
struct CheckCompiler {
  /// What is compiled: only a condition may ask whether a fact is known.
  enum Use { case check, condition }

  let scope: Scope
  let use: Use
  var builder = ExpressionBuilder()
  var log: DiagnosticLog

  init(scope: Scope, use: Use, log: DiagnosticLog) {
    self.scope = scope
    self.use = use
    self.log = log
  }

  /// A verb's own content and its options.
  struct Call {
    let verb: Verb
    let content: YAMLNode
    let options: Record<VerbOption>
    let node: YAMLNode
    var position: TextPosition { node.position }
  }

  mutating func compile(_ node: YAMLNode) -> Check? {
    if let mapping = node.mapping,
      let entry = mapping.first(where: { scope.verbs[$0.key] != nil }),
      let verb = scope.verbs[entry.key]
    {
      return custom(verb, node, entry.value)
    }
    guard let call = call(node) else { return nil }
    switch call.verb {
    case .equals, .allEqual: return equality(call)
    case .before: return ordering(call, .before, Operator.less, of: .dates)
    case .after: return ordering(call, .after, Operator.greater, of: .dates)
    case .atLeast: return ordering(call, .atLeast, Operator.greaterOrEqual, of: .numbers)
    case .atMost: return ordering(call, .atMost, Operator.lessOrEqual, of: .numbers)
    case .within: return within(call)
    case .similar: return similarity(call)
    case .matches: return matches(call)
    case .oneOf: return oneOf(call)
    case .contains: return contains(call)
    case .unique: return unique(call)
    case .subsetOf, .supersetOf: return inclusion(call)
    case .checksum: return checksum(call)
    case .required: return required(call)
    case .known: return known(call)
    case .all: return combine(call, Explanation.all) { $0.conjunction($1, at: $2) }
    case .any: return combine(call, Explanation.any) { $0.disjunction($1, at: $2) }
    case .not:
      return compile(call.content).map { check in
        Check(
          expression: builder.call(Operator.not, [check.expression], at: call.position),
          explanation: .not(check))
      }
    }
  }

  private mutating func call(_ node: YAMLNode) -> Call? {
    guard let mapping = node.mapping else {
      if node.style == .literal || node.style == .folded || node.scalar != nil {
        log.reportTextForm(node)
      } else {
        log.wrongType(node, "动词，例如 {equals: [甲, 乙]}", "a verb such as {equals: [a, b]}")
      }
      return nil
    }
    let verbs = mapping.filter { Verb(rawValue: $0.key) != nil }
    guard let first = verbs.first, let verb = Verb(rawValue: first.key) else {
      if let entry = mapping.first {
        log.reportUnknown(
          "unknown-verb", entry.key, at: entry.keyPosition,
          among: Verb.allCases.map(\.rawValue) + scope.verbs.keys, "动词", "verb",
          otherwise: scope.elsewhere.verb(entry.key))
      } else {
        log.wrongType(node, "动词，例如 {equals: [甲, 乙]}", "a verb such as {equals: [a, b]}")
      }
      return nil
    }
    if let second = verbs.dropFirst().first {
      log.report(
        "two-verbs", at: second.keyPosition, length: second.key.unicodeScalars.count,
        "一项检查只有一个动词；「\(first.key)」与「\(second.key)」请用 all 或 any 组合",
        "a check has one verb; combine \"\(first.key)\" and \"\(second.key)\" with all or any")
      return nil
    }
    let record = verb.record
    guard let options = log.record(node, VerbOption.self, as: record),
      record.required.allSatisfy({ name in mapping.contains { $0.key == name } })
    else { return nil }
    return Call(verb: verb, content: first.value, options: options, node: node)
  }

  private mutating func combine(
    _ call: Call, _ explain: ([Check]) -> Explanation,
    _ join: (inout ExpressionBuilder, [Expression], TextPosition) -> Expression
  ) -> Check? {
    guard let nodes = call.content.sequence, !nodes.isEmpty else {
      log.wrongType(call.content, "检查的非空列表", "a list of checks that is not empty")
      return nil
    }
    let checks = nodes.compactMap { compile($0) }
    guard checks.count == nodes.count else { return nil }
    return Check(
      expression: join(&builder, checks.map(\.expression), call.position),
      explanation: explain(checks))
  }

  // MARK: Operands

  mutating func operand(_ node: YAMLNode) -> Operand? {
    OperandReader(scope: scope).read(node, &builder, into: &log)
  }

  /// The list of operands in a verb's slot.
  mutating func operands(_ call: Call, atLeast count: Int, atMost limit: Int) -> [Operand]? {
    guard let nodes = call.content.sequence, (count...limit).contains(nodes.count) else {
      let wanted = count == limit ? "\(count)" : "\(count)+"
      log.report(
        "operands", at: call.content.position, "\(call.verb.rawValue) 需要 \(wanted) 个操作数的列表",
        "\(call.verb.rawValue) takes a list of \(wanted) operands")
      return nil
    }
    let operands = nodes.compactMap { operand($0) }
    guard operands.count == nodes.count else { return nil }
    // CEL compares numbers of one type: beside a double an int is one.
    let isMixed = Set(operands.map(\.type)).isSuperset(of: [.int, .double])
    return isMixed ? operands.map { $0.type == .int ? $0.asDouble(&builder) : $0 } : operands
  }

  // MARK: Nulls

  /// `core` where none of the operands is null; where one is, what `null_means` says.
  ///
  /// A nullable operand without `null_means` is a diagnostic.
  mutating func guarded(_ core: Expression, _ operands: [Operand], _ call: Call) -> Expression? {
    let nullable = operands.filter(\.isNullable)
    guard !nullable.isEmpty else { return warnUnused(call, core) }
    guard let node = call.options[.nullMeans] else {
      for operand in nullable {
        log.report(
          "null-means", at: operand.node,
          "此值可能为 null（如长期），请写 null_means: pass 或 null_means: fail",
          "this may be null (such as 长期): say null_means: pass or null_means: fail")
      }
      return nil
    }
    guard let meaning: NullMeaning = log.choice(node, "取值", "value") else { return nil }
    let position = call.position
    let tests = nullable.map { operand in
      let null = builder.literal(.null, at: position)
      return builder.call(
        meaning == .pass ? Operator.equal : Operator.notEqual, [operand.expression, null],
        at: position)
    }
    return meaning == .pass
      ? builder.disjunction(tests + [core], at: position)
      : builder.conjunction(tests + [core], at: position)
  }

  private mutating func warnUnused(_ call: Call, _ core: Expression) -> Expression {
    if let node = call.options[.nullMeans] {
      log.report(
        "unused-null-means", at: node, level: .warning, "这些操作数不会为 null，null_means 无作用",
        "none of these can be null: null_means does nothing")
    }
    return core
  }
}

extension DiagnosticLog {
  mutating func reportTextForm(_ node: YAMLNode) {
    report(
      "cel-text", at: node, "check 用动词，例如 {equals: [甲, 乙]}；CEL 表达式请写 assert: |-",
      "check takes a verb such as {equals: [a, b]}; write an expression in CEL as assert: |-")
  }
}
