internal import Model

/// A number in a line that was read squeezed, with a letter or two on either side, to be read again at full width.
///
/// Digits are half as wide as other letters, and equal ones side by side run into one when they are squeezed.
struct NumberWindow: Hashable {
  /// The characters of the number, digits and what stands between them.
  let characters: ClosedRange<Int>
  /// Where the window begins and ends, as shares of the line.
  let start: Double
  let end: Double

  /// Numbers with fewer letters than this between them share a window.
  private static let apart = 4
  /// Letters of the line on either side: the nearest ones tell where the number begins and ends.
  private static let margin = 2

  /// From left to right; no character is in the numbers of two.
  static func windows(of line: RecognizedLine) -> [NumberWindow] {
    let all = line.characters
    var runs: [ClosedRange<Int>] = []
    for index in all.indices where isDigit(all[index]) {
      if let last = runs.last, index - last.upperBound < apart {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
    return runs.map { run in
      let left = run.lowerBound - margin
      let right = run.upperBound + margin
      return NumberWindow(
        characters: run,
        start: left > 0 ? (all[left - 1].position + all[left].position) / 2 : 0,
        end: right < all.count - 1 ? (all[right].position + all[right + 1].position) / 2 : 1)
    }
  }

  // 百 and 五 are numbers too, and as wide as any other letter.
  private static func isDigit(_ character: RecognizedCharacter) -> Bool {
    character.symbol.first.map { $0.isASCII && $0.isNumber } == true
  }

  /// Whether all numbers of a line are surely read credit codes or identity numbers of which no letter is missing.
  static func hasWholeNumber(_ line: RecognizedLine) -> Bool {
    let runs = line.characters.split {
      !($0.symbol.first.map { $0.isASCII && ($0.isNumber || $0.isUppercase) } == true)
    }
    let numbers = runs.filter { $0.contains(where: isDigit) }
    return !numbers.isEmpty
      && numbers.allSatisfy { number in
        number.count == wholeNumber && number.allSatisfy { $0.probability >= sure }
      }
  }

  private static let wholeNumber = 18
  private static let sure = 0.95

  /// The line with its number as the window shows it; `nil` where the letters beside the number are not found again.
  func replaced(in line: RecognizedLine, by reading: RecognizedLine) -> RecognizedLine? {
    let symbols = reading.characters.map(\.symbol)
    var inner = symbols.indices
    if characters.lowerBound > 0 {
      let before = line.characters[characters.lowerBound - 1].symbol
      guard let place = symbols.prefix(Self.margin + 1).lastIndex(of: before) else { return nil }
      inner = (place + 1)..<inner.upperBound
    }
    if characters.upperBound < line.characters.count - 1 {
      let after = line.characters[characters.upperBound + 1].symbol
      guard let place = symbols.suffix(Self.margin + 1).firstIndex(of: after),
        place >= inner.lowerBound
      else { return nil }
      inner = inner.lowerBound..<place
    }
    guard !inner.isEmpty else { return nil }
    let found = reading.characters[inner].map { character in
      var character = character
      character.position = start + character.position * (end - start)
      return character
    }
    // Lattices are cut behind the letter before the number and before the one behind it.
    let head = characters.lowerBound > 0 ? line.frames[characters.lowerBound - 1] + 1 : 0
    let isLast = characters.upperBound == line.characters.count - 1
    let tail =
      isLast ? line.lattice.frames.count : line.frames[characters.upperBound + 1]
    let from = inner.lowerBound > 0 ? reading.frames[inner.lowerBound - 1] + 1 : 0
    let to =
      inner.upperBound < symbols.count
      ? reading.frames[inner.upperBound] : reading.lattice.frames.count
    let shift = head + (to - from) - tail
    let behind = characters.upperBound + 1
    var places = Array(line.frames[..<characters.lowerBound])
    places += reading.frames[inner].map { $0 - from + head }
    places += line.frames[behind...].map { $0 + shift }
    let letters = line.characters[..<characters.lowerBound] + found + line.characters[behind...]
    let frames =
      line.lattice.frames[..<head] + reading.lattice.frames[from..<to]
      + line.lattice.frames[tail...]
    return RecognizedLine(
      characters: Array(letters), lattice: Lattice(frames: Array(frames)), frames: places)
  }
}
