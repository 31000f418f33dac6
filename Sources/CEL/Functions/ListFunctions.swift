internal import Model

/// Functions that compare lists of texts, in time linear in their sizes.
enum ListFunctions {
  static func all(normalizers: [String: TextNormalization]) -> [Function] {
    [
      Function(
        "missing",
        LocalizedText(
          chinese: "第一个列表中不在第二个列表里的项；可按具名规范化比较",
          english:
            "the elements of the first list that are not in the second, compared by a named normalizer"
        ),
        [
          .init([.list(.string), .list(.string)], .list(.string), cost: Weight.sum) {
            (values) throws(CELError) in
            try missing(values[0], values[1], nil)
          },
          .init([.list(.string), .list(.string), .string], .list(.string), cost: Weight.sum) {
            (values) throws(CELError) in
            try missing(values[0], values[1], normalizer(values[2], normalizers))
          },
        ]),
      Function(
        "duplicates",
        LocalizedText(
          chinese: "列表中重复出现的项，各列一次；可按具名规范化比较",
          english:
            "the elements that are in the list again, each once, compared by a named normalizer"),
        [
          .init([.list(.string)], .list(.string), cost: Weight.sum) { (values) throws(CELError) in
            try duplicates(values[0], nil)
          },
          .init([.list(.string), .string], .list(.string), cost: Weight.sum) {
            (values) throws(CELError) in
            try duplicates(values[0], normalizer(values[1], normalizers))
          },
        ]),
    ]
  }

  private static func normalizer(
    _ value: CELValue, _ normalizers: [String: TextNormalization]
  ) throws(CELError) -> TextNormalization {
    guard case .string(let name) = value, let normalizer = normalizers[name] else {
      throw CELError(.invalidArgument, value.text)
    }
    return normalizer
  }

  private static func missing(
    _ list: CELValue, _ other: CELValue, _ normalizer: TextNormalization?
  ) throws(CELError) -> CELValue {
    let known = Set(try texts(other).map { form($0, normalizer) })
    return .list(
      try texts(list).filter { !known.contains(form($0, normalizer)) }.map(CELValue.string))
  }

  private static func duplicates(
    _ list: CELValue, _ normalizer: TextNormalization?
  ) throws(CELError) -> CELValue {
    var counts: [[UInt8]: Int] = [:]
    let again = try texts(list).filter { text in
      counts[form(text, normalizer), default: 0] += 1
      return counts[form(text, normalizer)] == 2
    }
    return .list(again.map(CELValue.string))
  }

  // Bytes, because texts that differ in their scalars alone are different.
  private static func form(_ text: String, _ normalizer: TextNormalization?) -> [UInt8] {
    Array((normalizer?.applied(to: text) ?? text).utf8)
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
