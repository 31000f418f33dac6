internal import Model

/// Functions that compare lists of texts, in time linear in their sizes.
enum ListFunctions {
  static func all(_ normalizers: Normalizers) -> [Function] {
    [
      Function(
        "missing",
        LocalizedText(
          "第一个列表中不在第二个列表里的项；可按具名规范化比较",
          "the elements of the first list that are not in the second, compared by a named normalizer"
        ),
        [
          .init([.list(.string), .list(.string)], .list(.string), cost: Weight.sum) {
            (values) throws(CELError) in
            try missing(values[0], values[1], nil)
          },
          .init(
            [.list(.string), .list(.string), .string], .list(.string), cost: Weight.sum,
            refusal: normalizers.refusal(at: 2)
          ) { (values) throws(CELError) in
            try missing(values[0], values[1], name(values[2], normalizers))
          },
        ]),
      Function(
        "duplicates",
        LocalizedText(
          "列表中重复出现的项，各列一次；可按具名规范化比较",
          "the elements that are in the list again, each once, compared by a named normalizer"),
        [
          .init([.list(.string)], .list(.string), cost: Weight.sum) { (values) throws(CELError) in
            try duplicates(values[0], nil)
          },
          .init(
            [.list(.string), .string], .list(.string), cost: Weight.sum,
            refusal: normalizers.refusal(at: 1)
          ) { (values) throws(CELError) in
            try duplicates(values[0], name(values[1], normalizers))
          },
        ]),
    ]
  }

  /// Texts by what they are compared by.
  private struct Form {
    let normalizers: Normalizers
    let name: String

    func of(_ text: String) throws(CELError) -> String {
      try normalizers.form(of: text, named: name)
    }
  }

  private static func name(
    _ value: CELValue, _ normalizers: Normalizers
  ) throws(CELError) -> Form {
    guard case .string(let name) = value else { throw CELError(.noSuchOverload) }
    return Form(normalizers: normalizers, name: name)
  }

  // By scalars, because texts that differ in their scalars alone are different.
  private static func key(_ text: String, _ form: Form?) throws(CELError) -> ScalarText {
    guard let form else { return ScalarText(text: text) }
    return ScalarText(text: try form.of(text))
  }

  private static func missing(
    _ list: CELValue, _ other: CELValue, _ form: Form?
  ) throws(CELError) -> CELValue {
    var known: Set<ScalarText> = []
    for text in try texts(other) { known.insert(try key(text, form)) }
    var found: [CELValue] = []
    for text in try texts(list) where !known.contains(try key(text, form)) {
      found.append(.string(text))
    }
    return .list(found)
  }

  private static func duplicates(
    _ list: CELValue, _ form: Form?
  ) throws(CELError) -> CELValue {
    var counts: [ScalarText: Int] = [:]
    var again: [CELValue] = []
    for text in try texts(list) {
      let key = try key(text, form)
      counts[key, default: 0] += 1
      if counts[key] == 2 { again.append(.string(text)) }
    }
    return .list(again)
  }

  private static func texts(_ value: CELValue) throws(CELError) -> [String] {
    guard case .list(let elements) = value else { throw CELError(.noSuchOverload) }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element else {
        throw CELError(.noSuchOverload, element.type.name)
      }
      texts.append(text)
    }
    return texts
  }
}
