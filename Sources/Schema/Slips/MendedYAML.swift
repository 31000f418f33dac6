internal import Model

/// A YAML text as a person meant it: read whole where its slips leave no doubt, with each of them told.
package struct MendedYAML: Sendable {
  /// A kind of slip with the lines where it was found.
  package struct Found: Sendable {
    package let slip: TypingSlip
    /// 1-based.
    package let lines: [Int]
    /// What the first line's key is, where it is one that the file may hold.
    package let key: String?
  }

  /// As it was mended; with the parser's own diagnostics where that was no help.
  package let file: YAMLFile
  /// What was mended.
  package let slips: [Found]
  /// Lines of which a `#` cuts the value, or begins a comment: 1-based, with the column of the sign.
  package let cuts: [Int: Int]

  private static let longestText = 65_536

  /// - Parameters:
  ///   - isKey: Whether a word is a key that the file may hold.
  ///   - isLabel: Whether a word is how such a key begins.
  package init(
    text: String, path: String, isKey: @escaping (String) -> Bool,
    isLabel: @escaping (String) -> Bool
  ) {
    let plain = YAMLFile(text: text, path: path)
    if Self.isWhole(plain), NeatText.isNeat(text) {
      self.init(neat: plain)
    } else {
      self.init(mending: plain, text: text, isKey: isKey, isLabel: isLabel)
    }
  }

  /// One without slips.
  private init(neat file: YAMLFile) {
    self.file = file
    slips = []
    cuts = [:]
  }

  /// Looks for slips line by line.
  init(
    mending plain: YAMLFile, text: String, isKey: @escaping (String) -> Bool,
    isLabel: @escaping (String) -> Bool
  ) {
    let isShort = text.utf8.count <= Self.longestText
    let attempts = isShort ? Self.attempts : [TypingSlip.always]
    var best: (file: YAMLFile, found: [Found])?
    for slips in attempts {
      var mending = LineMending(slips, isKey: isKey, isLabel: isLabel)
      let mended = mending.mended(plain.lines)
      let file =
        mended == plain.lines
        ? plain : YAMLFile(text: mended.joined(separator: "\n"), path: plain.path)
      guard Self.isWhole(file) else { continue }
      let found = TypingSlip.allCases.compactMap { slip -> Found? in
        guard let touched = mending.touched[slip], let first = touched.first else { return nil }
        return Found(
          slip: slip, lines: touched.map(\.line), key: isKey(first.key) ? first.key : nil)
      }
      best = (file, found)
      break
    }
    file = best?.file ?? plain
    slips = best?.found ?? []  // allowed: nothing was mended
    cuts = Self.cuts(in: file.lines)
  }

  private static func isWhole(_ file: YAMLFile) -> Bool {
    file.root?.mapping != nil && !file.diagnostics.contains { $0.level == .error }
  }

  /// The kinds that are mended together, the fewest first: what is not needed is not touched.
  private static let attempts: [Set<TypingSlip>] = {
    let optional = TypingSlip.onFailure
    let subsets = (0..<(1 << optional.count)).map { bits in
      optional.indices.filter { bits & (1 << $0) != 0 }.map { optional[$0] }
    }
    // Of as many kinds, those that stand first in their list.
    let sorted = subsets.enumerated().sorted { left, right in
      (left.element.count, left.offset) < (right.element.count, right.offset)
    }
    return sorted.map { TypingSlip.always.union($0.element) }
  }()

  /// `1号 #3栋`: no space follows the sign, as it does in a comment.
  private static func cuts(in lines: [String]) -> [Int: Int] {
    let inside = TextBlocks.lines(in: lines, openQuotesAreSlips: false)
    var cuts: [Int: Int] = [:]
    for (index, text) in lines.enumerated() where !inside.contains(index) {
      guard let line = TypedLine(text), let first = line.value.first,
        !["\"", "'", "[", "{", "|", ">", "#"].contains(first),
        let mark = TypedLine.comment(in: line.value)
      else { continue }
      let next = line.value.index(after: mark)
      guard next < line.value.endIndex, !line.value[next].isWhitespace, line.value[next] != "#"
      else { continue }
      let before =
        text.count - line.value.count + line.value.distance(from: line.value.startIndex, to: mark)
      cuts[index + 1] = before + 1
    }
    return cuts
  }
}
