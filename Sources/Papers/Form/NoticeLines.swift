internal import Model
internal import Recognition

/// The printed notices of a paper (须知, 重要提示, 说明), which hold no value although they name its fields.
struct NoticeLines {
  /// Of each sentence.
  private let sentences: [Set<String>]
  /// The paper's own security print.
  private let prints: [String]

  /// A line that begins with one of them holds a value, whatever it says.
  private let labels: [String]

  /// - Parameters:
  ///   - sentences: of the notices, as they are printed.
  ///   - labels: of the paper's fields.
  init(_ sentences: [String], labels: [String] = []) {
    self.labels = labels
    prints = sentences.filter { $0.allSatisfy(\.isASCII) }
    self.sentences = sentences.filter { !$0.allSatisfy(\.isASCII) }.map(Self.pairs)
  }

  /// The lines of a page that are part of a notice, by place.
  func lines(in text: PageText) -> Set<Int> {
    guard !sentences.isEmpty else { return [] }
    let all = text.lines.indices.filter { !text.characters[$0].isEmpty }.map { line in
      text.segment(line: line, range: 0..<text.characters[line].count)
    }
    var notice: Set<Int> = []
    let heights = all.map(\.height).sorted()
    // Notices are no larger than the rest, titles are.
    let known = all.filter { line in
      line.height < Self.lower * heights[heights.count / 2] && isNotice(text.text(of: line))
    }
    for block in blocks(of: known) {
      // Small print is read badly: what stands among the lines of a notice and is as low belongs to it.
      notice.formUnion(all.filter { isAmong(block, $0) }.map(\.line))
    }
    return notice
  }

  /// Lines below one another.
  private func blocks(of lines: [TextSegment]) -> [[TextSegment]] {
    lines.sorted { $0.v < $1.v }.reduce(into: []) { blocks, line in
      let own = blocks.lastIndex { block in
        block.contains { other in
          abs(other.v - line.v) < 3.5 * min(other.height, line.height)
            && min(other.end, line.end) > max(other.start, line.start) - 2 * line.height
        }
      }
      if let own { blocks[own].append(line) } else { blocks.append([line]) }
    }
  }

  private func isAmong(_ block: [TextSegment], _ line: TextSegment) -> Bool {
    if block.contains(line) { return true }
    let height = block.map(\.height).sorted()[block.count / 2]
    guard block.count > 1, line.height < Self.lower * height, let first = block.first,
      let last = block.last, let left = block.map(\.start).min(), let right = block.map(\.end).max()
    else { return false }
    return line.v > first.v - 0.5 * height && line.v < last.v + 0.5 * height
      && line.start > left - 3 * height && line.end < right + 3 * height
  }

  private static let lower = 1.3

  /// Whether most of a line's pairs of letters are a notice's, and not those of the sentence that ends scopes.
  private func isNotice(_ line: String) -> Bool {
    if line.count > 1, prints.contains(where: { $0.contains(line) }) { return true }
    let own = Self.pairs(of: line)
    guard !labels.contains(where: line.hasPrefix) else { return false }
    guard own.count >= Self.fewest else { return false }
    // allowed: no sentence
    let shared = sentences.map { sentence in own.count(where: sentence.contains) }.max() ?? 0
    let statutory = own.count(where: Self.statutory.contains)
    return shared * 2 >= own.count && shared * 5 > statutory * 6 && !line.contains("公示系统网址")
  }

  private static let fewest = 8
  private static let statutory = pairs(
    of: "依法须经批准的项目经相关部门批准后方可开展经营活动具体经营项目以相关部门批准文件或许可证件为准除依法须经批准的项目外凭营业执照依法自主开展经营活动")

  private static func pairs(of text: String) -> Set<String> {
    let letters = text.filter { $0.isLetter && !"年月日".contains($0) }
    return Set(zip(letters, letters.dropFirst()).map { String([$0, $1]) })
  }
}

extension PageText {
  /// The page without the lines of notices.
  func without(_ notices: NoticeLines) -> PageText {
    let left = notices.lines(in: self)
    guard !left.isEmpty else { return self }
    return PageText(
      lines: lines.indices.filter { !left.contains($0) }.map { lines[$0] }, level: level)
  }
}
