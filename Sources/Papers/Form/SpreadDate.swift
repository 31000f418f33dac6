internal import Model
internal import Recognition

/// A date whose year, month and day stand apart, beside or over a pre-printed 年 月 日 that may be at another height.
///
/// Only three numbers in one row make a date: with a fourth, or with one missing, it is not known which is which.
struct SpreadDate {
  package let text: PageText
  /// Pieces of print at the foot of the paper.
  let pieces: [TextSegment]
  /// Whether each piece is a cluster of ink with bare paper around it, so that no digit is missing beside it.
  var isByCluster = false

  /// A date with the pieces that show it.
  struct Found {
    var date: CalendarDate
    var segments: [TextSegment]
    /// Of the least sure digit.
    var probability: Double
    /// Whether month or day is one digit: another may not have been seen.
    var mayLackDigit: Bool
  }

  /// Digits that stand close together.
  private struct Number {
    var words: String
    var segment: TextSegment
    var probability: Double
    /// Whether its piece shows nothing else.
    var isAlone: Bool

    var isYear: Bool {
      words.count == 4 && ["19", "20", "一九", "二〇", "二零", "二○"].contains(where: words.hasPrefix)
    }
  }

  /// The date, `nil` where no row has just its three numbers.
  var date: Found? {
    let numbers = pieces.flatMap(numbers).sorted { $0.segment.start < $1.segment.start }
    let found = numbers.filter(\.isYear).compactMap { year in
      date(of: year, numbers)
    }
    return Set(found.map(\.date)).count == 1
      ? found.max { $0.probability < $1.probability } : nil
  }

  /// Numbers of two or four digits that were read surely and may be part of a date.
  var sureNumbers: [Int] {
    pieces.flatMap(numbers).filter { number in
      [2, 4].contains(number.words.count) && number.probability > 0.9
    }.compactMap { Int($0.words) }.filter { (1...31).contains($0) || (1980...2100).contains($0) }
  }

  private func date(of year: Number, _ numbers: [Number]) -> Found? {
    let em = year.segment.em
    var row: [Number] = []
    for number in numbers
    where number.segment.start > year.segment.end - 0.3 * em
      && number.segment.start < year.segment.end + Self.longest * em
      && abs(number.segment.v - year.segment.v) < Self.level * year.segment.height
      && number.segment.height < 1.7 * year.segment.height
    {
      // A digit that two boxes show is one digit.
      if let last = row.last, number.segment.start < last.segment.end - 0.3 * em {
        guard number.words == last.words else { return nil }
        continue
      }
      row.append(number)
    }
    guard row.count == 2,
      let date = ChineseDate.parse("\(year.words)年\(row[0].words)月\(row[1].words)日")
    else { return nil }
    return Found(
      date: date, segments: [year.segment] + row.map(\.segment),
      probability: min(year.probability, row[0].probability, row[1].probability),
      mayLackDigit: row.contains {
        $0.words.count == 1 && $0.words.allSatisfy(\.isASCII) && !(isByCluster && $0.isAlone)
      })
  }

  /// In letters, from the year to the day; and the share of a line's height by which they may stand apart.
  private static let (longest, level) = (13.0, 0.45)

  private func numbers(in piece: TextSegment) -> [Number] {
    var runs: [Range<Int>] = []
    let characters = text.characters[piece.line]
    for index in piece.range where Self.isDigit(characters[index].symbol) {
      if let last = runs.last, last.upperBound == index,
        characters[index].u - characters[index - 1].u < 1.1 * piece.em,
        Self.isASCII(characters[index].symbol) == Self.isASCII(characters[index - 1].symbol)
      {
        runs[runs.count - 1] = last.lowerBound..<(index + 1)
      } else {
        runs.append(index..<(index + 1))
      }
    }
    return runs.map { run in
      let own = characters[run]
      return Number(
        words: own.map(\.symbol).joined(), segment: text.segment(line: piece.line, range: run),
        probability: own.map(\.probability).min() ?? 0,  // allowed: a run has digits
        isAlone: run == piece.range)
    }
  }

  private static func isASCII(_ symbol: String) -> Bool { symbol.allSatisfy(\.isASCII) }

  private static let chineseDigits: Set<String> = Set("〇零○一二三四五六七八九十廿卅".map(String.init))

  private static func isDigit(_ symbol: String) -> Bool {
    chineseDigits.contains(symbol)
      || symbol.count == 1 && symbol.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
