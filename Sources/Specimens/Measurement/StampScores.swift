internal import Foundation

/// What was read of the stamps of specimens, against what they say.
package struct StampScores: Encodable {
  /// Counts of one quality.
  package struct Score: Encodable {
    var quality: String
    var stamps = 0
    var found = 0
    var letters = 0
    var lettersRight = 0
    var exactRings = 0
    var exactTexts = 0
    var kindsRight = 0
    /// Names read with a confidence of 0.85 or more, and the wrong ones among them.
    var trusted = 0
    var trustedWrong = 0
  }

  private(set) var scores: [Score] = []
  private(set) var pagesWithout = 0
  /// Stamps reported where there are none, with what was read.
  package private(set) var invented: [String] = []
  package private(set) var mistakes: [String] = []

  package init() {}

  /// Compares the stamps of a page with what was read of it; `nil` counts as nothing read.
  package mutating func add(_ file: StampSpecimens.File, _ read: ExtractedFile?) {
    // Of each stamp the reader gives text, owner and kind in this order.
    func values(_ key: String) -> [ExtractedFact] {
      (read?.facts ?? []).filter { $0.key == key }
    }
    var found = zip(values("stamp.text"), zip(values("stamp.owner"), values("stamp.kind"))).map {
      (text: $0.value.text, owner: $1.0, kind: $1.1.value.text)
    }
    if file.stamps.isEmpty { pagesWithout += 1 }
    for stamp in file.stamps {
      let place = index(of: file.quality.rawValue)
      scores[place].stamps += 1
      scores[place].letters += stamp.ring.count
      let nearest = found.indices.min {
        Self.distance(stamp.ring, found[$0].text) < Self.distance(stamp.ring, found[$1].text)
      }
      guard let nearest else {
        mistakes.append("\(file.file)\t\(file.quality.rawValue)\tmissing\t\(stamp.text)\t-")
        continue
      }
      let best = found.remove(at: nearest)
      scores[place].found += 1
      let lost = min(stamp.ring.count, Self.distance(stamp.ring, best.text))
      scores[place].lettersRight += stamp.ring.count - lost
      let isRight =
        ReadingComparison.folded(best.owner.value.text) == ReadingComparison.folded(stamp.ring)
      if isRight { scores[place].exactRings += 1 }
      let isWhole = ReadingComparison.folded(best.text) == ReadingComparison.folded(stamp.text)
      if isWhole { scores[place].exactTexts += 1 }
      if best.kind == stamp.kind { scores[place].kindsRight += 1 }
      if best.owner.confidence >= FactScore.threshold {
        scores[place].trusted += 1
        if !isRight { scores[place].trustedWrong += 1 }
      }
      if !isRight || !isWhole || best.kind != stamp.kind {
        mistakes.append(
          "\(file.file)\t\(file.quality.rawValue)\t\(best.owner.confidence)\t\(stamp.text) \(stamp.kind)\t\(best.text) \(best.kind)"
        )
      }
    }
    invented += found.map { "\(file.file)\t\(file.quality.rawValue)\t\(file.page)\t\($0.text)" }
  }

  private mutating func index(of quality: String) -> Int {
    if let found = scores.firstIndex(where: { $0.quality == quality }) { return found }
    scores.append(Score(quality: quality))
    return scores.count - 1
  }

  /// The fewest letters to change, add or drop that make the ring's text a beginning of what was read.
  static func distance(_ ring: String, _ read: String) -> Int {
    let (ring, read) = (
      Array(ReadingComparison.folded(ring)), Array(ReadingComparison.folded(read))
    )
    // Row by row over what was read; a row is that of so many letters of it.
    var row = Array(0...ring.count)
    var best = ring.count
    for (index, letter) in read.enumerated() {
      var next = [index + 1]
      for (place, own) in ring.enumerated() {
        next.append(
          min(row[place] + (own == letter ? 0 : 1), row[place + 1] + 1, next[place] + 1))
      }
      row = next
      best = min(best, row[ring.count])
    }
    return best
  }

  /// The tables for the terminal.
  package var text: String {
    func share(_ part: Int, _ whole: Int) -> String {
      String(format: "%.4f", Specimens.share(part, of: whole))
    }
    var lines = [
      "quality        stamps  found   ring letters  exact names  whole text  kind    >=0.85  wrong of these"
    ]
    for score in scores {
      lines.append(
        score.quality.padding(toLength: 13, withPad: " ", startingAt: 0)
          + String(format: "%8d  ", score.stamps) + share(score.found, score.stamps) + "  "
          + share(score.lettersRight, score.letters) + "        "
          + share(score.exactRings, score.stamps) + "       "
          + share(score.exactTexts, score.stamps) + "      "
          + share(score.kindsRight, score.stamps) + "  " + share(score.trusted, score.stamps)
          + String(format: "  %d", score.trustedWrong))
    }
    lines.append(
      "pages without a stamp: \(pagesWithout); stamps reported that are not there: \(invented.count)"
    )
    return lines.joined(separator: "\n")
  }
}
