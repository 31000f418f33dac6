internal import Model
internal import Recognition

/// A label in a row of running text, with what belongs to it: 授权单位（盖章）：, 受托人姓名：, or a cell of a table.
struct ProseLabel {
  /// Place in the material's fields; `nil` for a label of something else, at which values end.
  let field: Int?
  let row: Int
  /// The label's own letters in the row, tails and colon included.
  let range: Range<Int>
  /// Place among the field's labels: the first ones are its own, later ones may be another's.
  let rank: Int
  /// Whether another person's or thing's label stands there, so that what follows is theirs.
  let isOthers: Bool
  /// Whether it has a colon; else it is a cell of its own.
  let hasColon: Bool
  /// Whether words stand before it or behind it that nobody knows: what follows is not sure.
  let isDoubtful: Bool
}

/// Finds the labels in the rows of a page.
struct ProseLabelSearch {
  let material: MaterialDefinition
  let text: ProseText
  /// Whether letters may be misread.
  let isPicture: Bool

  /// What may stand behind a label without changing what it asks for.
  private static let tails = [
    "名称", "全称", "姓名", "名字", "签字", "签名", "签章", "盖章", "公章", "印章", "处", "栏", "信息", "情况",
  ]
  private static let longestBracket = 14

  private struct Word {
    let scalars: [Unicode.Scalar]
    let field: Int?
    let rank: Int
    let isOthers: Bool
  }

  /// From the longest to the shortest, so that 被授权人 is not 授权人.
  private var words: [Word] {
    var words: [Word] = []
    for (index, field) in material.fields.enumerated() {
      for (rank, label) in field.labels.enumerated() {
        words.append(
          Word(scalars: Array(label.unicodeScalars), field: index, rank: rank, isOthers: false))
      }
    }
    words += material.stops.map {
      Word(scalars: Array($0.unicodeScalars), field: nil, rank: 0, isOthers: false)
    }
    words += material.others.map {
      Word(scalars: Array($0.unicodeScalars), field: nil, rank: 0, isOthers: true)
    }
    return words.enumerated().sorted {
      ($1.element.scalars.count, $0.offset) < ($0.element.scalars.count, $1.offset)
    }.map(\.element)
  }

  /// More labels than this are no letter: a listing, or made to cost time.
  private static let mostLabels = 500

  /// From top to bottom and from left to right.
  var labels: [ProseLabel] {
    let words = words
    var found: [ProseLabel] = []
    for row in text.rows.indices where found.count < Self.mostLabels {
      found += labels(in: row, words, most: Self.mostLabels - found.count)
    }
    return found
  }

  private func labels(in row: Int, _ words: [Word], most: Int) -> [ProseLabel] {
    let letters = text.rows[row].letters
    var found: [ProseLabel] = []
    var start = 0
    while start < letters.count, found.count < most {
      var label: ProseLabel?
      for word in words {
        label = self.label(word, in: letters, from: start, row)
        if label != nil { break }
      }
      if let label { found.append(label) }
      start = label.map(\.range.upperBound) ?? start + 1  // allowed: no label there
    }
    return found
  }

  private func label(
    _ word: Word, in letters: [ProseLetter], from start: Int, _ row: Int
  ) -> ProseLabel? {
    guard let end = match(word.scalars, in: letters, from: start) else { return nil }
    let (prefix, isAtStart) = prefix(of: start, in: letters)
    guard let tail = tail(in: letters, from: end, isAtStart: isAtStart) else { return nil }
    // A stop that is a sentence's beginning needs neither colon nor cell.
    let isOthersPrefix = material.others.contains { prefix.contains($0) }
    let isOwnPrefix =
      prefix.isEmpty
      || material.fields.contains { field in
        field.labels.contains { prefix.hasSuffix($0) }
      }
    return ProseLabel(
      field: isOthersPrefix && !isOwnPrefix ? nil : word.field, row: row,
      range: start..<tail.end, rank: word.rank,
      isOthers: word.isOthers || (isOthersPrefix && !isOwnPrefix), hasColon: tail.hasColon,
      isDoubtful: !isOwnPrefix)
  }

  /// The letters before a place that belong to the same word.
  private func prefix(of start: Int, in letters: [ProseLetter]) -> (String, isAtStart: Bool) {
    var from = start
    while from > 0, !Self.isBoundary(letters[from - 1].scalar), start - from < 12 { from -= 1 }
    let before = letters[from..<start].text
    // 1. and 一、 number rows.
    let isNumber = before.allSatisfy { $0.isNumber || "一二三四五六七八九十.．".contains($0) }
    let isSmall = ["我", "本", "该", "其", "现", "即", "账号", "帐号"].contains(before)
    return (isNumber || isSmall ? "" : before, before.isEmpty || isNumber)
  }

  private static func isBoundary(_ scalar: Unicode.Scalar) -> Bool {
    " ，。；、：（）_《》“”/|　".unicodeScalars.contains(scalar)
  }

  /// What follows a label: its tails, and a colon or the end of its cell.
  private func tail(
    in letters: [ProseLetter], from start: Int, isAtStart: Bool
  ) -> (end: Int, hasColon: Bool)? {
    var place = start
    var isCellEnd: Bool { place >= letters.count || letters[place].isGap }
    while place < letters.count {
      if let tail = Self.tails.lazy.compactMap({
        match(Array($0.unicodeScalars), in: letters, from: place)
      }).first {
        place = tail
      } else if let end = bracket(in: letters, from: place) {
        place = end
      } else {
        break
      }
    }
    var colon = place
    while colon < letters.count, letters[colon].isGap { colon += 1 }
    if colon < letters.count, letters[colon].scalar == "：" { return (colon + 1, true) }
    return isAtStart && isCellEnd ? (place, false) : nil
  }

  /// The end of a bracketed group of a few letters.
  private func bracket(in letters: [ProseLetter], from start: Int) -> Int? {
    var first = start
    while first < letters.count, letters[first].isGap, first < start + 1 { first += 1 }
    guard first < letters.count, letters[first].scalar == "（" else { return nil }
    let rest = letters[first...].prefix(Self.longestBracket)
    guard let close = rest.firstIndex(where: { $0.scalar == "）" }) else { return nil }
    // A value may stand in brackets behind its label.
    let inner = letters[(first + 1)..<close].text
    let isHint = !inner.contains { $0.isNumber || $0 == "：" }
    return isHint ? close + 1 : nil
  }

  /// Where a text ends that begins at a place, gaps between its letters passed over.
  private func match(
    _ scalars: [Unicode.Scalar], in letters: [ProseLetter], from start: Int
  ) -> Int? {
    var place = start
    for (offset, scalar) in scalars.enumerated() {
      if offset > 0 { while place < letters.count, letters[place].isGap { place += 1 } }
      guard place < letters.count,
        letters[place].scalar == scalar || couldBe(scalar, letters[place])
      else { return nil }
      place += 1
    }
    return place
  }

  /// Whether the recognizer itself held the letter possible there.
  private func couldBe(_ scalar: Unicode.Scalar, _ letter: ProseLetter) -> Bool {
    guard isPicture, let place = letter.place else { return false }
    let line = text.page.lines[place.line].line
    guard line.frames.indices.contains(place.index),
      line.lattice.frames.indices.contains(line.frames[place.index])
    else { return false }
    return line.lattice.frames[line.frames[place.index]].contains {
      $0.probability >= 0.01 && $0.symbol.unicodeScalars.elementsEqual([scalar])
    }
  }
}
