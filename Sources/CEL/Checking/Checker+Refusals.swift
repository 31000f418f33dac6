internal import Model

/// What is reported where a call does not fit.
extension Checker {
  mutating func reportNullable(_ typed: Typed) {
    let name = NullTests.path(typed.expression)
    if let name {
      report(
        .nullableOperand,
        "\(name) 可能为 null（如长期），请先判断：\(name) == null || …，或 \(name) != null && …",
        "\(name) may be null (such as 长期): test it first, as \(name) == null || … or \(name) != null && …",
        at: typed.expression)
    } else {
      report(
        .nullableOperand, "此值可能为 null，请先用 cel.bind 命名并判断：cel.bind(x, …, x == null || …)",
        "this may be null: name and test it first, as cel.bind(x, …, x == null || …)",
        at: typed.expression)
    }
  }

  mutating func unknown(
    _ function: String, _ expression: Expression, _ arguments: [Typed]
  ) -> Typed {
    let name = function.hasPrefix(".") ? String(function.dropFirst()) : function
    let made = with(
      .call(function: name, arguments: arguments.map(\.expression)), of: expression)
    if isSilent || diagnostics.isFull { return Typed(expression: made, type: .dyn) }
    if let usage = Self.macroUsages[name] {
      report(.macro, "\(name) 的用法：\(usage)", "\(name) is used as \(usage)", at: expression)
      return Typed(expression: made, type: .dyn)
    }
    if let ours = Self.foreignNames[name] {
      report(
        .unknownFunction, "没有函数 \(name)，请用 \(ours)", "there is no function \(name); use \(ours)",
        at: expression)
      return Typed(expression: made, type: .dyn)
    }
    let names = environment.functions.functions.map(\.name).filter(Function.isWritten)
    let known = names + Self.macroUsages.keys
    if let suggestion = NearestName.suggestion(for: name, among: known) {
      report(
        .unknownFunction, "没有函数 \(name)，是否为 \(suggestion)？",
        "there is no function \(name); did you mean \(suggestion)?", at: expression)
    } else {
      report(
        .unknownFunction, "没有函数 \(name)", "there is no function \(name)", at: expression)
    }
    return Typed(expression: made, type: .dyn)
  }

  /// What other languages call it.
  private static let foreignNames = [
    "any": "exists", "some": "exists", "every": "all", "where": "filter", "select": "map",
    "len": "size", "length": "size", "count": "size", "lower": "lowerAscii",
    "toLowerCase": "lowerAscii", "upper": "upperAscii", "toUpperCase": "upperAscii",
    "strip": "trim", "includes": "contains", "regex": "matches", "match": "matches",
    "str": "string", "float": "double", "number": "double", "max": "math.greatest",
    "min": "math.least", "abs": "math.abs", "round": "math.round", "isEmpty": "size() == 0",
    "now": "run.as_of", "today": "run.as_of", "normalize": "norm",
  ]

  private static let macroUsages = Dictionary(
    uniqueKeysWithValues: Macro.all.map { ($0.name, $0.usage) })

  mutating func reportNoMatch(
    _ expression: Expression, _ function: Function, _ arguments: [Typed], isMember: Bool
  ) {
    let types = arguments.map { inference.final($0.type) }
    let shown = types.map(\.shown)
    if let symbol = Operator.symbol(function.name) {
      let hint = hint(function.name, types, arguments.map(\.expression))
      let chinese = shown.joined(separator: " 与 ")
      let english = shown.joined(separator: " and ")
      report(
        .typeMismatch, "「\(symbol)」不能用于 \(chinese)" + (hint?.chinese ?? "。"),
        "\"\(symbol)\" does not take \(english)" + (hint?.english ?? "."), at: expression)
      return
    }
    let signatures = function.overloads.map { $0.signature(of: function.name) }
    let uses = signatures.prefix(4).joined(separator: "; ")
    let style = function.overloads.contains {
      $0.parameters.count == arguments.count && $0.isCalled(asMember: !isMember)
    }
    let isStyle = style && function.overloads.allSatisfy { !$0.isCalled(asMember: isMember) }
    let given = shown.joined(separator: ", ")
    if isStyle {
      report(
        .typeMismatch, "\(function.name) 的写法是：\(uses)",
        "\(function.name) is written \(uses)", at: expression)
    } else {
      report(
        .typeMismatch, "\(function.name) 不能用于 (\(given))；用法：\(uses)",
        "\(function.name) does not take (\(given)); it is \(uses)", at: expression)
    }
  }

  private func hint(
    _ function: String, _ types: [CELType], _ operands: [Expression]
  ) -> LocalizedText? {
    let plain = Set(types.map(\.withoutNull))
    func text(_ index: Int, _ other: String) -> String {
      operands.indices.contains(index) ? operands[index].name ?? other : other
    }
    if plain == [.date], function == Operator.subtract {
      let call = "days_between(\(text(1, "…")), \(text(0, "…")))"
      return LocalizedText(
        "；两个日期相差的天数请写 \(call)，结果是整数",
        "; write the days between two dates as \(call), which is a whole number")
    }
    if plain == [.date, .string] {
      let day = operands.lazy.compactMap(\.day).first ?? "2026-01-31"
      return LocalizedText("；日期请写 date('\(day)')", "; write a date as date('\(day)')")
    }
    if plain == [.date, .int] {
      let count = operands.lazy.compactMap(\.count).first ?? "30"
      return LocalizedText("；天数请写 days(\(count))", "; write days as days(\(count))")
    }
    if plain == [.duration, .int] {
      return LocalizedText(
        "；days_between 的结果是整数，天数直接写数字",
        "; days_between gives a whole number: compare it with one, without days(…)")
    }
    if plain.contains(where: \.isMap),
      let name = operands.lazy.compactMap(\.name).first(where: { $0.hasPrefix("lookup.") })
    {
      let table = name.split(separator: ".").prefix(2).joined(separator: ".")
      return LocalizedText(
        "；查找表先按键取一行：\(table)[键].列",
        "; take a row of the lookup by its key first: \(table)[key].column")
    }
    if plain.isSubset(of: [.int, .uint, .double]), plain.count == 2 {
      return LocalizedText(
        "；请统一类型，例如 100.0 或 double(x)", "; make both one type, such as 100.0 or double(x)")
    }
    if plain.contains(.string), !plain.isDisjoint(with: [.int, .uint, .double]) {
      return LocalizedText(
        "；数转文本用 string(x)，文本转数用 int(x)",
        "; string(x) makes a text of a number, int(x) a number of a text")
    }
    if plain.contains(.null), function == Operator.equal || function == Operator.notEqual {
      return LocalizedText(
        "；它不会是 null：没有读到的事实是未知，而不是 null",
        "; it is never null: a fact that was not read is unknown, not null")
    }
    return nil
  }
}

extension Expression {
  /// As its author wrote it, where it is a name alone.
  fileprivate var name: String? {
    switch kind {
    case .identifier(let name): name.hasPrefix(".") ? String(name.dropFirst()) : name
    case .select(let operand, let field, isTest: false): operand.name.map { $0 + "." + field }
    default: nil
    }
  }

  /// A constant text that reads as a day.
  fileprivate var day: String? {
    guard case .literal(.string(let text)) = kind else { return nil }
    return (CalendarDate(iso: text) ?? ChineseDate.parse(text)).map(\.iso)
  }

  /// A constant whole number.
  fileprivate var count: String? {
    if case .literal(.int(let number)) = kind { String(number) } else { nil }
  }
}

extension CELType {
  fileprivate var isMap: Bool { if case .map = self { true } else { false } }
}
