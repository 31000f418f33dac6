internal import Model
internal import Schema

/// The text of an expression in a YAML file, with the place of its first character.
struct ExpressionText {
  let text: String
  let start: TextPosition
  /// The column in which its further lines start.
  let margin: Int

  /// `nil` where the style of the text hides where its characters stand.
  init?(_ node: YAMLNode, into log: inout DiagnosticLog) {
    guard let text = node.text, let style = node.style,
      text.contains(where: { !$0.isWhitespace })
    else {
      log.report(
        "wrong-type", at: node, "此处应为 CEL 表达式，写在 |- 之下", "an expression in CEL is wanted, under |-")
      return nil
    }
    let lines = log.file.lines
    switch style {
    case .literal:
      // The block's indent is that of its first line with content.
      let below = lines.dropFirst(node.position.line)
      let indent = below.first { $0.contains { $0 != " " } }?.prefix { $0 == " " }.count
      self.text = text
      margin = (indent ?? node.position.column) + 1
      start = TextPosition(line: node.position.line + 1, column: margin)
    case .plain, .quoted:
      let isQuoted = style == .quoted
      let line = lines.indices.contains(node.position.line - 1) ? lines[node.position.line - 1] : ""
      let offset = node.position.column - 1 + (isQuoted ? 1 : 0)
      let written = String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(offset)))
      guard written.hasPrefix(text), !text.contains(where: \.isNewline) else {
        Self.wantBlock(node, into: &log)
        return nil
      }
      log.report(
        "plain-cel", at: node, level: .warning, "CEL 请写在 |- 之下：冒号、井号和引号在 YAML 中另有含义",
        "put CEL under |-: colons, # and quotes mean something else in YAML")
      self.text = text
      start = TextPosition(line: node.position.line, column: offset + 1)
      margin = start.column
    case .folded:
      Self.wantBlock(node, into: &log)
      return nil
    }
  }

  private static func wantBlock(_ node: YAMLNode, into log: inout DiagnosticLog) {
    log.report(
      "cel-block", at: node.position, "请把 CEL 写在 |- 之下，这样才能指出错误的位置",
      "put the expression under |-, so that mistakes in it can be pointed at")
  }
}
