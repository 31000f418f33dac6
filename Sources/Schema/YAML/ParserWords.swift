internal import Model

/// What the YAML parser says of a mistake, in both languages, with what to do.
enum ParserWords {
  static func text(context: String?, problem: String) -> LocalizedText {
    let detail = [context, problem].compactMap(\.self).joined(separator: ", ")
    let known = chinese.first { problem.contains($0.problem) }
    return LocalizedText(
      "YAML 语法错误：" + (known?.words ?? detail), "YAML syntax error: " + detail)
  }

  private static let chinese: [(problem: String, words: String)] = [
    (
      "mapping values are not allowed in this context",
      "这里不应再出现「键: 值」；检查本行和上一行的缩进、全角冒号，值里有「: 」时把整个值放进引号"
    ),
    ("could not find expected ':'", "这一行缺少「键: 」；检查是否用了全角冒号，或冒号后没有空格"),
    ("found character that cannot start any token", "值不能以这个符号开头；把整个值放进引号"),
    ("did not find expected key", "这一行与上面的行对不齐；检查缩进，同级的键左对齐"),
    ("did not find expected '-' indicator", "列表的每一项应以「- 」开头，并左对齐"),
    ("found unexpected end of stream", "引号或括号没有闭合"),
    ("found unexpected document indicator", "引号没有闭合"),
    ("did not find expected ',' or ']'", "方括号 [ ] 没有闭合，或各项之间缺半角逗号"),
    ("did not find expected ',' or '}'", "花括号 { } 没有闭合，或各项之间缺半角逗号"),
    ("found a tab character", "行首不能用制表符（Tab），请改用空格"),
    ("block sequence entries are not allowed", "「- 」应另起一行"),
    ("mapping keys are not allowed", "这里不应出现键；检查缩进"),
    ("did not find expected node content", "这里缺少值"),
    ("did not find expected <document start>", "文件中间出现了多余的内容"),
    ("found unknown escape character", "双引号里的反斜杠 \\ 应写成 \\\\，或改用单引号"),
    ("control characters are not allowed", "含有不可见的控制字符，请删去"),
    ("did not find expected alphabetic or numeric character", "值不能以 & 或 * 开头；把整个值放进引号"),
    ("found undefined alias", "值不能以 * 开头；把整个值放进引号"),
  ]
}
