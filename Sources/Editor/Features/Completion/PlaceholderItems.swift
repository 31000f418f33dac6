internal import CEL
internal import Model
internal import Rules

/// What may stand between the braces of a message.
struct PlaceholderItems {
  let maker: CompletionMaker

  private var context: FeatureContext { maker.context }

  /// Returns nothing outside of braces.
  func list(in scalar: OutlineScalar) -> CompletionList? {
    let at = context.position
    let scalars = Array(context.file.text.line(at.line).unicodeScalars.prefix(at.column - 1))
    let first = scalar.textRange.start.line == at.line ? scalar.textRange.start.column - 1 : 0
    guard first <= scalars.count,
      let open = scalars.indices.last(where: { scalars[$0] == "{" }), open >= first,
      !scalars[open...].contains("}")
    else { return nil }
    let inside = scalars[(open + 1)...]
    let bar = inside.lastIndex(of: "|")
    let start = (bar ?? open) + 1
    let typed = String(String.UnicodeScalarView(scalars[start...]))
    let range = SourceRange(
      start: TextPosition(line: at.line, column: start + 1), end: end(of: at, behindBar: bar != nil)
    )
    var list = CompletionList(range: range, typed: typed)
    list.items = bar == nil ? names : Self.formatters(context)
    return list
  }

  /// The end of what stands between the braces already.
  private func end(of at: TextPosition, behindBar: Bool) -> TextPosition {
    let rest = context.file.text.line(at.line).unicodeScalars.dropFirst(at.column - 1)
    let count = rest.prefix {
      $0.isASCII && ($0.properties.isAlphabetic || "_.0123456789".unicodeScalars.contains($0))
    }
    .count
    return TextPosition(line: at.line, column: at.column + count)
  }

  private var names: [CompletionItem] {
    let parameters = maker.names.parameters().map { item in
      var item = item
      item.label = "params." + item.label
      item.insert = item.label
      return item
    }
    return Self.outcomes(context) + maker.names.facts(nil) + parameters
  }

  private static func outcomes(_ context: FeatureContext) -> [CompletionItem] {
    [
      ("check.detail", "检查自身的说明", "the check's own words"),
      ("check.expected", "应为值", "what ought to be"), ("check.actual", "实际值", "what is"),
      ("check.missing", "所缺的项", "what a list lacks"),
      ("check.difference", "两个文本的不同之处", "where two texts differ"),
    ].map { name, chinese, english in
      CompletionItem(name, .variable, title: context.words(chinese, english), rank: 0)
    }
  }

  private static func formatters(_ context: FeatureContext) -> [CompletionItem] {
    [
      ("date", "日期；null 写作“长期”", "a day; 长期 for null"), ("amount", "数字按千位分隔", "thousands parted"),
      ("material", "材料的名称", "titles of materials"), ("defect", "缺陷的说明", "defects in words"),
    ].map { name, chinese, english in
      CompletionItem(name, .enumMember, title: context.words(chinese, english), rank: 0)
    }
  }
}
