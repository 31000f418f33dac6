/// A page of documentation before it is Markdown or HTML.
struct DocumentPage {
  enum Span {
    case text(String)
    case code(String)
    /// To a page of the same folder, without its ending.
    case link(String, to: String)
  }

  enum Block {
    /// 1 for the page's title.
    case heading(Int, String)
    case paragraph([Span])
    /// Each item with its depth, 0 outermost.
    case list([(depth: Int, spans: [Span])])
    case table([String], [[[Span]]])
  }

  /// Below the locale's folder, without an ending: `enterprise-basic/LIC-NAME-001`.
  let path: String
  let title: String
  var blocks: [Block]

  /// How far up the links of the page have to go.
  private var root: String {
    String(repeating: "../", count: path.count { $0 == "/" })
  }

  // MARK: Markdown

  var markdown: String {
    blocks.map { block in
      switch block {
      case .heading(let level, let text):
        String(repeating: "#", count: level) + " " + Markdown.text(text) + "\n"
      case .paragraph(let spans): markdown(spans) + "\n"
      case .list(let items):
        items.map { String(repeating: "  ", count: $0.depth) + "- " + markdown($0.spans) + "\n" }
          .joined()
      case .table(let head, let rows):
        "| " + head.map(Markdown.text).joined(separator: " | ") + " |\n"
          + "|" + head.map { _ in " --- |" }.joined() + "\n"
          + rows.map { "| " + $0.map(markdown).joined(separator: " | ") + " |\n" }.joined()
      }
    }.joined(separator: "\n")
  }

  private func markdown(_ spans: [Span]) -> String {
    spans.map { span in
      switch span {
      // A space at the end parts it from what follows.
      case .text(let text): Markdown.text(text) + (text.hasSuffix(" ") ? " " : "")
      // A bar parts cells even inside code.
      case .code(let text): Markdown.code(text).replacing("|", with: "\\|")
      case .link(let text, let target): "[\(Markdown.text(text))](\(root)\(target).md)"
      }
    }.joined()
  }

  // MARK: HTML

  // allowed: a word of the policy
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'"

  /// - Parameter language: `zh-CN` or `en`.
  func html(language: String) -> String {
    let body = blocks.map { block in
      switch block {
      case .heading(let level, let text): "<h\(level)>\(XML.escaped(text))</h\(level)>\n"
      case .paragraph(let spans): "<p>\(html(spans))</p>\n"
      case .list(let items):
        "<ul>\n"
          + items.map {
            "<li class=\"d\(min($0.depth, 4))\">\(html($0.spans))</li>\n"
          }.joined() + "</ul>\n"
      case .table(let head, let rows):
        "<table>\n<tr>" + head.map { "<th>\(XML.escaped($0))</th>" }.joined() + "</tr>\n"
          + rows.map { row in
            "<tr>" + row.map { "<td>\(html($0))</td>" }.joined() + "</tr>\n"
          }.joined() + "</table>\n"
      }
    }.joined()
    return """
      <!DOCTYPE html>
      <html lang="\(language)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <title>\(XML.escaped(title))</title>
      <style>
      body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font-family: sans-serif; line-height: 1.6; }
      code { background: #f2f2f2; padding: 0 .2em; }
      table { border-collapse: collapse; }
      td, th { border: 1px solid #ccc; padding: .2rem .6rem; text-align: left; vertical-align: top; }
      li.d1 { margin-left: 1.5rem; } li.d2 { margin-left: 3rem; }
      li.d3 { margin-left: 4.5rem; } li.d4 { margin-left: 6rem; }
      </style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  private func html(_ spans: [Span]) -> String {
    spans.map { span in
      switch span {
      case .text(let text): XML.escaped(text)
      case .code(let text): "<code>\(XML.escaped(text))</code>"
      case .link(let text, let target):
        "<a href=\"\(XML.escaped(root + target)).html\">\(XML.escaped(text))</a>"
      }
    }.joined()
  }
}
