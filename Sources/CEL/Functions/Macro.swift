package import Model

/// A macro, for the documentation and for authors who write it wrong.
///
/// What macros stand for is in `Syntax/Parser+Macros.swift`.
package struct Macro: Sendable {
  package let name: String
  /// One call as it is written.
  package let usage: String
  package let summary: LocalizedText

  private init(_ name: String, _ usage: String, _ chinese: String, _ english: String) {
    self.name = name
    self.usage = usage
    summary = LocalizedText(chinese, english)
  }

  package static let all: [Macro] = [
    Macro("has", "has(map.field)", "映射中有该字段", "whether the map has the field"),
    Macro(
      "known", "known(license.name)", "该事实是否读到；其本身从不未知",
      "whether the fact is known; never unknown itself"),
    Macro(
      "all", "list.all(x, x > 0)", "每一项都满足条件；空列表满足",
      "whether the condition holds for all elements, as it does for none"),
    Macro("exists", "list.exists(x, x > 0)", "有一项满足条件", "whether it holds for an element"),
    Macro(
      "exists_one", "list.exists_one(x, x > 0)", "恰有一项满足条件", "whether it holds for just one element"
    ),
    Macro(
      "existsOne", "list.existsOne(i, x, x > i)", "恰有一项满足条件，i 为序号或键",
      "as exists_one, with the index or key"),
    Macro("map", "list.map(x, x + 1)", "由每一项得到的值的列表", "the list of what is made of each element"),
    Macro(
      "filter", "list.filter(x, x > 0)", "满足条件的项的列表", "the list of elements for which it holds"),
    Macro(
      "transformList", "list.transformList(i, x, x + i)", "由每一项及其序号或键得到的值的列表",
      "as map, with the index or key"),
    Macro(
      "transformMap", "map.transformMap(k, v, v + 1)", "键不变、值改变的映射",
      "the map of the same keys with what is made of each value"),
    Macro(
      "transformMapEntry", "map.transformMapEntry(k, v, {v: k})", "由每一项得到的键值的映射",
      "the map of the entries that are made of each"),
    Macro(
      "bind", "cel.bind(x, n + 1, x * x)", "给一个值命名，供后面的表达式使用",
      "names a value for the expression behind it"),
    Macro(
      "optMap", "optional.of(1).optMap(x, x + 1)", "有值时由该值得到的 optional",
      "what is made of the value, where there is one"),
    Macro(
      "optFlatMap", "optional.of(1).optFlatMap(x, optional.of(x))", "同 optMap，由值得到的已是 optional",
      "as optMap, where that is an optional already"),
  ]
}
