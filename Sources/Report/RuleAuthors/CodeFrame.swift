package import Model

/// Shows what is wrong in a rule, material or declaration file with the line and a caret under the place.
package enum CodeFrame {
  /// Writes one frame per diagnostic, in the order given.
  package static func text(
    of diagnostics: [Diagnostic], locale: ReportLocale, style: TerminalStyle
  ) -> String {
    var page = TerminalPage(style: style)
    for (index, diagnostic) in diagnostics.enumerated() {
      if index > 0 { page.blank() }
      add(diagnostic, locale, to: &page)
    }
    return page.text
  }

  private static func add(
    _ diagnostic: Diagnostic, _ locale: ReportLocale, to page: inout TerminalPage
  ) {
    let position = diagnostic.position
    let tone: TerminalPage.Tone = diagnostic.level == .error ? .red : .yellow
    // A folder has no lines.
    let place = position == .whole ? "" : "\(position.line):\(position.column): "
    page.line([
      ("\(diagnostic.file):" + (place.isEmpty ? " " : place), .bold),
      ("\(diagnostic.level.rawValue)[\(diagnostic.code)]", tone),
    ])
    page.paragraph(diagnostic.message[locale], indent: 2)
    guard !diagnostic.sourceLine.isEmpty else { return }
    let number = String(position.line)
    let margin = String(repeating: " ", count: number.count)
    page.line(" \(margin) |", .faint)
    page.line([(" \(number) | ", .faint), (diagnostic.sourceLine, .plain)])
    page.line([(" \(margin) | ", .faint), (carets(under: diagnostic), tone)])
  }

  /// Columns count scalars; the caret stands under the glyph, however wide the ones before it are.
  private static func carets(under diagnostic: Diagnostic) -> String {
    let scalars = Array(diagnostic.sourceLine.unicodeScalars)
    let start = min(max(0, diagnostic.position.column - 1), scalars.count)
    let end = min(start + max(1, diagnostic.length), scalars.count)
    let before = width(of: scalars[..<start])
    let meant = width(of: scalars[start..<max(start, end)])
    return String(repeating: " ", count: before) + String(repeating: "^", count: max(1, meant))
  }

  /// As the line is shown: with invisible characters spelled.
  private static func width(of scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + String($1).visible.displayWidth }
  }
}
