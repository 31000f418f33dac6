internal import Recognition

/// The printed notices of a paper (须知, 重要提示, 说明), which hold no value although they name its fields
/// (docs/domain.md#notices).
struct NoticeLines {
  /// The pairs of letters of each sentence.
  private let sentences: [Set<String>]
  /// The paper's own security print.
  private let prints: [String]
  private let others: [String]

  /// - Parameters:
  ///   - sentences: of the notices, as they are printed; one without Chinese letters is a security print.
  ///   - others: of the paper's fields and its foot: a line that begins with one is no notice, whatever it says.
  init(_ sentences: [String], besides others: [String]) {
    self.others = others
    prints = sentences.filter { $0.allSatisfy(\.isASCII) }
    self.sentences = sentences.filter { !$0.allSatisfy(\.isASCII) }.map(Self.pairs)
  }

  /// The lines of a page that are part of a notice, by place.
  func lines(in text: PageText) -> Set<Int> {
    let all = text.whole
    guard !sentences.isEmpty, !all.isEmpty else { return [] }
    let usual = Self.median(all)
    // Notices are no larger than the rest, titles are.
    let known = all.filter { line in
      line.height < Self.lower * usual && isNotice(text.text(of: line))
    }
    var notice = Set(known.map(\.line))
    for block in blocks(of: known) where block.count > 1 {
      // Small print is read badly: what stands among the lines of a notice and is as low belongs to it.
      guard let first = block.first, let last = block.last, let left = block.map(\.start).min(),
        let right = block.map(\.end).max()
      else { continue }
      let height = Self.median(block)
      notice.formUnion(
        all.filter { line in
          line.height < Self.lower * height && line.v > first.v - 0.5 * height
            && line.v < last.v + 0.5 * height && line.start > left - 3 * height
            && line.end < right + 3 * height
        }.map(\.line))
    }
    return notice
  }

  private static let lower = 1.3

  private static func median(_ lines: [TextSegment]) -> Double {
    lines.map(\.height).sorted()[lines.count / 2]
  }

  /// Lines below one another, each block from top to bottom.
  private func blocks(of lines: [TextSegment]) -> [[TextSegment]] {
    lines.sorted { $0.v < $1.v }.reduce(into: []) { blocks, line in
      let own = blocks.lastIndex { block in
        // A line further up is too far away for all that come.
        block.suffix(Self.neighbours).contains { other in
          abs(other.v - line.v) < 3.5 * min(other.height, line.height)
            && min(other.end, line.end) > max(other.start, line.start) - 2 * line.height
        }
      }
      if let own { blocks[own].append(line) } else { blocks.append([line]) }
    }
  }

  private static let neighbours = 8

  /// Whether most of a line's pairs of letters are a notice's, and not those of the sentences that end scopes.
  private func isNotice(_ line: String) -> Bool {
    if line.count > 1, prints.contains(where: { $0.contains(line) }) { return true }
    guard !others.contains(where: line.hasPrefix) else { return false }
    let own = Self.pairs(of: line)
    guard own.count >= Self.fewest else { return false }
    let statutory = own.count(where: Self.statutory.contains)
    return sentences.contains { sentence in
      let shared = own.count(where: sentence.contains)
      return shared * 2 >= own.count && shared * 5 > statutory * 6
    }
  }

  private static let fewest = 8
  private static let statutory = ScopeGrammar.statutory.reduce(into: Set<String>()) {
    $0.formUnion(pairs(of: $1))
  }

  private static func pairs(of text: String) -> Set<String> {
    let letters = text.filter { $0.isLetter && !"年月日".contains($0) }
    return Set(zip(letters, letters.dropFirst()).map { String([$0, $1]) })
  }
}
