internal import Model
internal import Schema

/// Whole things to fill in: a rule, a test, an operand that is no fact.
struct SnippetItems {
  let maker: CompletionMaker

  private var context: FeatureContext { maker.context }

  /// Forms of operands that are no facts.
  static func operands(_ context: FeatureContext) -> [CompletionItem] {
    [
      CompletionItem(
        "{value: }", .snippet, title: context.words("常量", "a constant"), snippet: "{value: $1}",
        rank: 4),
      CompletionItem(
        "{param: }", .snippet, title: context.words("参数", "a parameter"), snippet: "{param: $1}",
        rank: 4),
      CompletionItem(
        "{lookup: , key: , column: }", .snippet,
        title: context.words("查找表的一格", "a cell of a lookup"),
        snippet: "{lookup: $1, key: $2, column: $3}", rank: 4),
      CompletionItem(
        "{fact: , apply: }", .snippet,
        title: context.words("对事实应用函数", "a function over a fact"),
        snippet: "{fact: $1, apply: $2}", rank: 4),
    ]
  }

  /// Checks and mappings that begin on the key's own line.
  func inline(_ place: SchemaPlace) -> [CompletionItem] {
    guard place.definition == "check" else { return [] }
    let keys = KeyItems(
      maker: maker,
      mapping: OutlineNode(.mapping([]), maker.marked.path.node.range, isFlow: true), place: place)
    return keys.items(followedByColon: false).map { item in
      var item = item
      item.insert = "{" + item.insert + "}"
      item.snippet = item.snippet.map { "{" + $0 + "}" }
      return item
    }
  }

  /// Whole elements of lists, where one begins.
  func items(of place: SchemaPlace) -> [CompletionItem] {
    guard context.workspace.client.knowsSnippets else { return [] }
    // Lines are put as deep as the line that the first stands on; a dash is two more.
    switch place.mappings.first?.name {
    case "RuleKey": return [rule]
    case "TestKey":
      return [
        CompletionItem(
          context.words("测试", "test"), .snippet,
          title: context.words("一个测试", "a whole test"),
          snippet: "{given: {$1}, expect: ${2|pass,fail,cannot_tell,not_applicable|}}", rank: 0)
      ]
    case "BasisKey":
      return [
        CompletionItem(
          context.words("依据", "basis"), .snippet,
          title: context.words("一条依据", "a whole basis"),
          snippet: "{kind: ${1|law,standard,platform,vendor,house,convention|}, ref: $2}", rank: 0)
      ]
    default: return []
    }
  }

  /// A parameter of a pack with its name.
  var parameter: CompletionItem {
    CompletionItem(
      context.words("参数", "parameter"), .snippet, title: context.words("一个参数", "a whole parameter"),
      snippet:
        "${1:name}:\n  type: ${2|string,bool,int,double,date,duration,list<string>|}\n  default: $3\n  title: {zh-CN: $4, en: $5}",
      rank: 0)
  }

  /// A table of a pack with its name.
  var lookup: CompletionItem {
    CompletionItem(
      context.words("查找表", "lookup"), .snippet, title: context.words("一个查找表", "a whole lookup"),
      snippet:
        "${1:name}:\n  key: ${2:key}\n  columns: {${2:key}: string, ${3:value}: string}\n  rows:\n    - [$4]",
      rank: 0)
  }

  private var rule: CompletionItem {
    let lines = [
      "id: ${1:AREA-TOPIC-001}", "title: {zh-CN: ${2:要求}, en: \"${3:What is demanded}\"}",
      "severity: ${4|error,warning,note|}", "check: {$5}",
      "message:", "  zh-CN: $6", "  en: \"$7\"", "fix: {zh-CN: $8, en: \"$9\"}",
      "basis: [{kind: house, ref: $10}]", "tests:",
      "  - {given: {$11}, expect: pass}", "  - {given: {$12}, expect: fail}",
    ]
    return CompletionItem(
      context.words("规则", "rule"), .snippet,
      title: context.words("一条完整的规则", "a whole rule"),
      snippet: lines.joined(separator: "\n  "), rank: 0)
  }
}
