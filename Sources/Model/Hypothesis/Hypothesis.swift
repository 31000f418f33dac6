/// A value that a line may or may not say: the question put to the recognizer is not "what does it say?" but
/// "can it say that?" (docs/domain.md#reading-by-hypothesis).
package struct Hypothesis: Sendable {
  /// What kind of text it is, which decides how it may be printed.
  package enum Kind: Hashable, Sendable {
    case text
    /// Letters and digits with check characters, or without if `nil`.
    case code(ChecksumScheme?)
    case date
  }

  private let kind: Kind
  private let normalization: TextNormalization
  /// The ways to print the value, as characters in comparable form.
  private let texts: [[Character]]
  /// Whether the value cannot be printed, by its check characters.
  private let isRefused: Bool

  /// Makes the ways to print the value; `nil` for values that are not printed as one text: numbers, lists, truth
  /// values.
  package init?(_ value: Value, kind: Kind, normalization: TextNormalization) {
    self.kind = kind
    switch (value, kind) {
    case (.date(let date), _):
      self.normalization = TextNormalization(steps: [.compatibility, .noSpace, .dashes])
      texts = Self.texts(of: date).map(Array.init)
      isRefused = false
    case (.string(let text), .code(let scheme)):
      let normalization = TextNormalization(steps: [.compatibility, .noSpace, .noDash, .upper])
      let code = Self.folded(text, normalization, kind)
      self.normalization = normalization
      texts = [Array(code)]
      isRefused = scheme.map { Checksum.isRight(code, scheme: $0) == false } == true
    case (.string(let text), _):
      self.normalization = normalization
      texts = [Array(Self.folded(text, normalization, kind))]
      isRefused = false
    case (.null, _), (.bool, _), (.int, _), (.double, _), (.list, _): return nil
    }
    guard !texts.contains(where: \.isEmpty) else { return nil }
  }

  /// Asks each reading of a fact that kept its lattices whether its lines can say the value.
  ///
  /// - Parameters:
  ///   - fact: The key of the fact that was read.
  ///   - against: The key of the fact whose value this is.
  /// - Returns: The weightiest answer; `nil` where no reading kept a lattice.
  package func test(_ evidence: [Evidence], fact: String, against: String) -> HypothesisTest? {
    let lines = evidence.compactMap(\.lattices).filter { $0.contains { !$0.frames.isEmpty } }
    let tests = lines.map { test($0, fact, against) }
    // Copies of one document: one of them must say it, and none may say otherwise.
    if let agreeing = tests.first(where: { $0.outcome == .agree }) {
      guard var other = tests.first(where: { $0.outcome == .contradict }) else { return agreeing }
      other.outcome = .unclear
      return other
    }
    return tests.first { $0.outcome == .unclear } ?? tests.first
  }

  private func test(_ lattices: [Lattice], _ fact: String, _ against: String) -> HypothesisTest {
    var test = HypothesisTest(
      fact: fact, against: against, outcome: .unclear, method: .worstCharacter,
      score: -.infinity)
    if isRefused {
      test.method = .checkDigits
      test.outcome = .contradict
      test.score = 0
      return test
    }
    let lattice = FoldedLattice(lattices) { Self.folded($0, normalization, kind) }
    let best = texts.compactMap { text in
      LatticeAlignment(of: text, in: lattice, isFree: isFree).map { (text: text, alignment: $0) }
    }.max { $0.alignment.worst < $1.alignment.worst }
    guard let best else { return test }
    let alignment = best.alignment
    test.method = isCode ? .wholeText : .worstCharacter
    let score =
      isCode
      ? LatticeAlignment.total(of: best.text, in: lattice, isFree: isFree) : alignment.worst
    test.score = (score * 100).rounded() / 100
    test.place = alignment.place.map { $0 + 1 }
    test.wanted = alignment.place.map { String(best.text[$0]) }
    test.seen = alignment.rival.map(String.init) ?? ""  // allowed: the blank is nothing
    test.outcome = outcome(of: alignment, score, best.text)
    return test
  }

  private func outcome(
    of alignment: LatticeAlignment, _ score: Double, _ text: [Character]
  ) -> HypothesisTest.Outcome {
    typealias Threshold = HypothesisTest.Threshold
    let agrees =
      if isCode {
        score >= Threshold.agreeOfCode
      } else {
        score
          >= (text.count <= Threshold.shortText ? Threshold.agreeOfShortText : Threshold.agree)
      }
    if agrees { return .agree }
    // A stop that the box cuts off, or what stands before the value, is no proof.
    let isTelling = alignment.place.map { Self.tells(text[$0]) } == true
    let contradicts =
      isTelling && alignment.worst <= Threshold.contradict
      && alignment.rivalProbability >= Threshold.rival && alignment.holes <= Threshold.mostHoles
    return contradicts ? .contradict : .unclear
  }

  private var isCode: Bool { if case .code = kind { true } else { false } }

  private static func tells(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// What may stand beside the value in its line.
  private func isFree(_ character: Character) -> Bool {
    switch kind {
    case .text: !Self.tells(character) && !"()".contains(character)
    case .code, .date: !(character.isASCII && Self.tells(character)) && !Self.isNumeral(character)
    }
  }

  private static func isNumeral(_ character: Character) -> Bool {
    "〇零一二三四五六七八九十".contains(character)
  }

  /// A text or a symbol in comparable form; letters that codes leave out are the digits they look like.
  private static func folded(
    _ text: String, _ normalization: TextNormalization, _ kind: Kind
  ) -> String {
    let plain = String(normalization.applied(to: text).filter { !$0.isWhitespace })
    guard case .code(let scheme) = kind else { return plain }
    return String(
      plain.map { character in
        switch (character, scheme) {
        case ("I", .gb32100), ("I", .gb11643), ("L", .gb11643): "1"
        case ("O", .gb32100), ("O", .gb11643), ("D", .gb11643), ("Q", .gb11643): "0"
        case ("Z", .gb32100), ("Z", .gb11643): "2"
        case ("S", .gb32100), ("S", .gb11643): "5"
        case ("B", .gb11643): "8"
        default: character
        }
      })
  }

  /// The ways in which papers print a day.
  private static func texts(of date: CalendarDate) -> [String] {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let numbers = [
      (String(date.month), String(date.day)), (padded(date.month), padded(date.day)),
    ]
    var texts = numbers.flatMap { month, day in
      [
        "\(date.year)年\(month)月\(day)日", "\(date.year).\(month).\(day)",
        "\(date.year)-\(month)-\(day)",
      ]
    }
    let digits: [Character] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let year = String(String(date.year).compactMap(\.wholeNumberValue).map { digits[$0] })
    texts.append(
      year + "年" + Self.numeral(date.month, digits) + "月" + Self.numeral(date.day, digits) + "日")
    return texts
  }

  /// 1 to 31 as 一 to 三十一.
  private static func numeral(_ number: Int, _ digits: [Character]) -> String {
    let tens = number / 10
    let ones = number % 10
    let head = tens == 0 ? "" : (tens == 1 ? "十" : String(digits[tens]) + "十")
    return head + (ones == 0 ? "" : String(digits[ones]))
  }
}
