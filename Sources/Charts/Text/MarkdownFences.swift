/// The fenced blocks of a Markdown text (CommonMark 4.5), and what is left without them.
///
/// Lines keep their numbers: where another part's lines stood are blank ones.
struct MarkdownFences {
  private(set) var blocks: [String] = []
  private(set) var rest = ""

  private static let blockLimit = 200
  /// Of all blocks together, the blank lines before them included.
  private static let lineLimit = 400_000

  private struct Fence {
    let mark: Character
    let length: Int
    var lines: [Substring]
  }

  init(_ text: String) {
    var open: Fence?
    var lineCount = 0
    var outside: [Substring] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let start = line.drop(while: \.isWhitespace)
      if open.map({ Self.closes($0, start) }) == true {
        close(&open)
        outside.append("")
      } else if open != nil {
        open?.lines.append(line)
        outside.append("")
      } else if let fence = Self.opening(start, at: number), blocks.count < Self.blockLimit,
        lineCount + number < Self.lineLimit
      {
        lineCount += number
        open = fence
        outside.append("")
      } else {
        outside.append(line)
      }
    }
    // One that is never closed goes on to the end.
    close(&open)
    rest = outside.joined(separator: "\n")
  }

  private mutating func close(_ fence: inout Fence?) {
    if let lines = fence?.lines { blocks.append(lines.joined(separator: "\n")) }
    fence = nil
  }

  /// Three or more of one mark; colons are what some wikis write.
  private static func opening(_ line: Substring, at number: Int) -> Fence? {
    guard let mark = line.first, "`~:".contains(mark) else { return nil }
    let length = line.prefix { $0 == mark }.count
    let info = line.dropFirst(length).drop(while: \.isWhitespace)
    guard length >= 3, !info.contains("`"), mark != ":" || !info.isEmpty else { return nil }
    return Fence(
      mark: mark, length: length, lines: [Substring](repeating: "", count: number + 1))
  }

  private static func closes(_ fence: Fence, _ line: Substring) -> Bool {
    let marks = line.prefix { $0 == fence.mark }
    return marks.count >= fence.length && line[marks.endIndex...].allSatisfy(\.isWhitespace)
  }
}
