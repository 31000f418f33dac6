internal import CEL
internal import Model
internal import Rules
internal import Schema

/// Writes what the call around a cursor takes.
struct SignatureMaker {
  let maker: CompletionMaker

  private var context: FeatureContext { maker.context }

  /// A call as it is written, with the extents of its parameters in it.
  private struct Signature {
    var label: String
    var parameters: [(start: Int, end: Int)] = []

    /// Appends parameters with a comma between them.
    mutating func append(_ texts: [String]) {
      for (index, text) in texts.enumerated() {
        if index > 0 { label += ", " }
        let start = label.utf16.count
        label += text
        parameters.append((start, label.utf16.count))
      }
    }
  }

  private func answer(
    _ signatures: [Signature], active: Int, parameter: Int, _ words: LocalizedText
  ) -> LSPValue {
    .members([
      "signatures": .array(
        signatures.map { signature in
          .members([
            "label": .string(signature.label),
            "documentation": .string(context.words(words)),
            "parameters": .array(
              signature.parameters.map {
                .members(["label": .array([.int($0.start), .int($0.end)])])
              }),
          ])
        }),
      "activeSignature": .int(active), "activeParameter": .int(parameter),
    ])
  }

  // MARK: Expressions

  var ofExpression: LSPValue? {
    guard maker.isExpression, case .value(let scalar) = maker.marked.spot,
      scalar.textRange.start <= context.position
    else { return nil }
    let range = SourceRange(start: scalar.textRange.start, end: context.position)
    let cursor = ExpressionCursor(before: context.file.text.text(in: range))
    guard let call = cursor.calls.last(where: { !$0.name.isEmpty }) else { return nil }
    return function(call) ?? macro(call)
  }

  private func function(_ call: ExpressionCursor.Call) -> LSPValue? {
    guard let functions = maker.scope?.environment.functions,
      let function = functions[call.name]
        ?? functions.functions.first(where: { $0.name.hasSuffix("." + call.name) })
    else { return nil }
    let isNamed = function.name == call.name
    let overloads = function.overloads.filter { overload in
      switch overload.style {
      case .either: true
      case .member: call.isMember
      case .global: !call.isMember || !isNamed
      }
    }
    guard !overloads.isEmpty else { return nil }
    let signatures = overloads.map { overload in
      let isReceiver = call.isMember && isNamed
      let types = overload.parameters.map(\.shown)
      var signature = Signature(label: String())
      if isReceiver, let first = types.first { signature.label = first + "." }
      signature.label += function.name + "("
      signature.append(Array(types.dropFirst(isReceiver ? 1 : 0)))
      signature.label += ") -> " + overload.result.shown
      return signature
    }
    // allowed: a call with too many arguments is shown the first form
    let active = signatures.firstIndex { $0.parameters.count > call.commas } ?? 0
    return answer(signatures, active: active, parameter: call.commas, function.summary)
  }

  private func macro(_ call: ExpressionCursor.Call) -> LSPValue? {
    guard let macro = Macro.all.first(where: { $0.name == call.name }),
      let open = macro.usage.lastIndex(of: "(")
    else { return nil }
    var signature = Signature(label: String(macro.usage[...open]))
    let arguments = macro.usage[macro.usage.index(after: open)...].dropLast()
    signature.append(arguments.split(separator: ",").map { String($0.drop { $0 == " " }) })
    signature.label += ")"
    return answer([signature], active: 0, parameter: call.commas, macro.summary)
  }

  // MARK: Verbs

  /// What each place of a verb's list is for.
  private static let slots: [String: [LocalizedText]] = {
    let (value, text) = (LocalizedText("值", "value"), LocalizedText("文本", "text"))
    let (early, late) = (
      LocalizedText("较早的日期", "earlier date"), LocalizedText("较晚的日期", "later date")
    )
    let (number, list) = (LocalizedText("数值", "number"), LocalizedText("列表", "list"))
    return [
      "equals": [value, value], "all_equal": [value, value, LocalizedText("…", "...")],
      "similar": [text, text], "before": [early, late], "after": [late, early],
      "at_least": [number, LocalizedText("下限", "least")],
      "at_most": [number, LocalizedText("上限", "most")],
      "subset_of": [list, LocalizedText("所属的列表", "list that holds it")],
      "superset_of": [list, LocalizedText("所含的列表", "list that it holds")],
    ]
  }()

  var ofVerb: LSPValue? {
    guard maker.place.definition == "operand" else { return nil }
    var index: Int?
    for step in maker.marked.path.steps.reversed() {
      switch step {
      case .item(let found, _): index = index ?? found
      case .key(let pair, _):
        guard let index else { return nil }
        return verb(pair.key, index)
      }
    }
    return nil
  }

  private func verb(_ name: String, _ index: Int) -> LSPValue? {
    var signature = Signature(label: name + ": [")
    if let own = maker.scope?.verbs.first(where: { $0.name == name }) {
      signature.append(own.form.split(separator: ",").map { String($0.drop { $0 == " " }) })
      signature.label += "]"
      // allowed: a verb without a title is known by its name
      return answer(
        [signature], active: 0, parameter: index, own.title ?? LocalizedText(name, name))
    }
    guard let slots = Self.slots[name],
      let verb = context.workspace.vocabulary?.verbs.first(where: { $0.name == name })
    else { return nil }
    signature.append(slots.map(context.words))
    signature.label += "]"
    return answer(
      [signature], active: 0, parameter: min(index, slots.count - 1), verb.summary)
  }
}
