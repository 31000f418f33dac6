internal import Foundation

/// The best way in which the frames of a line can say a given text, and how well they say it
/// (docs/domain.md#reading-by-hypothesis).
struct LatticeAlignment {
  /// The natural logarithm of what is lost at the character that fits worst, 0 or less.
  let worst: Double
  /// 0-based place of that character in the text; `nil` where the loss lies before the first.
  let place: Int?
  /// What its worst frame says instead; `nil` for the blank.
  let rival: Character?
  /// The rival's probability in that frame.
  let rivalProbability: Double
  /// Characters that lose more than 3.
  let holes: Int
  /// `nil` where the frames are too few for the text.
  ///
  /// - Parameter isFree: characters that may stand before and after the text: the rest of a label, punctuation.
  init?(of text: [Character], in lattice: FoldedLattice, isFree: (Character) -> Bool) {
    guard !text.isEmpty, !lattice.frames.isEmpty else { return nil }
    let emissions = Emissions(text, lattice, isFree)
    guard let path = emissions.bestPath() else { return nil }
    let losses = zip(lattice.frames, path).enumerated().map { index, step in
      min(0, log(emissions.probability(index, step.1)) - log(step.0.best))
    }
    // One sum for each state: a character that spans frames, or the gap after it.
    var sums = [Double](repeating: 0, count: emissions.stateCount)
    var deepest = [(loss: Double, frame: Int)](
      repeating: (0, 0), count: emissions.stateCount)
    for (frame, state) in path.enumerated() {
      sums[state] += losses[frame]
      if losses[frame] < deepest[state].loss { deepest[state] = (losses[frame], frame) }
    }
    var worst = (loss: sums[0], state: 0)
    var holes = sums[0] < Self.hole ? 1 : 0
    for index in text.indices {
      let own = 2 * index + 1
      let state = sums[own] <= sums[own + 1] ? own : own + 1
      if sums[state] < Self.hole { holes += 1 }
      if sums[state] < worst.loss { worst = (sums[state], state) }
    }
    self.worst = worst.loss
    self.holes = holes
    place = worst.state == 0 ? nil : (worst.state - 1) / 2
    let frame = lattice.frames[deepest[worst.state].frame]
    rival = frame.bestSymbol
    rivalProbability = frame.best
  }

  /// log P(text) - log P(the likeliest text), both over all alignments.
  static func total(
    of text: [Character], in lattice: FoldedLattice, isFree: (Character) -> Bool
  ) -> Double {
    Emissions(text, lattice, isFree).logProbability()
      - Emissions(lattice.greedy, lattice, isFree).logProbability()
  }

  static let hole = -3.0
}

/// Probabilities of the states of a text in each frame: gap, first character, gap, second, and so on.
private struct Emissions {
  let text: [Character]
  let stateCount: Int
  private let frameCount: Int
  /// Of each frame and state, frame by frame: asked for by every alignment, so looked up once.
  private let probabilities: [Double]
  /// States from which each state can be reached: itself, the one before it, and across a gap between different
  /// characters the one before that.
  private let sources: [ClosedRange<Int>]

  init(_ text: [Character], _ lattice: FoldedLattice, _ isFree: (Character) -> Bool) {
    self.text = text
    let count = 2 * text.count + 1
    stateCount = count
    frameCount = lattice.frames.count
    var places: [Character: [Int]] = [:]
    for (index, character) in text.enumerated() { places[character, default: []].append(index) }
    let floor = Double(Lattice.floor)
    var probabilities = [Double](repeating: floor, count: lattice.frames.count * count)
    for (number, frame) in lattice.frames.enumerated() {
      let start = number * count
      // The gap, and the gap where free characters may stand.
      let free = frame.probabilities.reduce(0) { sum, entry in
        entry.key.map(isFree) == true ? sum + entry.value : sum
      }
      let inner = frame.probability(of: nil)
      let outer = min(1, inner + free)
      for state in stride(from: 0, to: count, by: 2) { probabilities[start + state] = inner }
      probabilities[start] = outer
      probabilities[start + count - 1] = outer
      // A frame says few characters, a text has many.
      for (character, probability) in frame.probabilities {
        for index in character.flatMap({ places[$0] }) ?? [] {  // allowed: not in the text
          probabilities[start + 2 * index + 1] = max(floor, probability)
        }
      }
      // 一 is read for a dash, never the other way round.
      if let line = frame.probabilities["一"], let dashes = places["-"] {
        for index in dashes { probabilities[start + 2 * index + 1] += line }
      }
    }
    self.probabilities = probabilities
    sources = (0..<count).map { state in
      let mayJump =
        !state.isMultiple(of: 2) && state >= 3 && text[state / 2] != text[state / 2 - 1]
      return max(0, state - (mayJump ? 2 : 1))...state
    }
  }

  func probability(_ frame: Int, _ state: Int) -> Double {
    probabilities[frame * stateCount + state]
  }

  /// The state of each frame on the likeliest path; `nil` where no path says the text.
  func bestPath() -> [Int]? {
    var scores = [Double](repeating: -.infinity, count: stateCount)
    var back: [[Int]] = []
    for frame in 0..<frameCount {
      var next = [Double](repeating: -.infinity, count: stateCount)
      var from = Array(0..<stateCount)
      for state in 0..<stateCount {
        if frame == 0 {
          if state < 2 { next[state] = log(probability(frame, state)) }
          continue
        }
        for source in sources[state] where scores[source] > next[state] {
          next[state] = scores[source]
          from[state] = source
        }
        next[state] += log(probability(frame, state))
      }
      scores = next
      back.append(from)
    }
    let last = scores[stateCount - 1] >= scores[stateCount - 2] ? stateCount - 1 : stateCount - 2
    guard scores[last] > -.infinity else { return nil }
    var path = [last]
    for from in back.dropFirst().reversed() { path.append(from[path[path.count - 1]]) }
    return path.reversed()
  }

  /// Over all alignments; minus infinity where there is none.
  func logProbability() -> Double {
    guard !text.isEmpty else { return probabilities.reduce(0) { $0 + log($1) } }
    var sums = [Double](repeating: 0, count: stateCount)
    var scale = 0.0
    for frame in 0..<frameCount {
      var next = [Double](repeating: 0, count: stateCount)
      for state in 0..<stateCount {
        let before =
          frame == 0
          ? (state < 2 ? 1 : 0) : sources[state].reduce(0) { $0 + sums[$1] }
        next[state] = before * probability(frame, state)
      }
      // Kept near 1, or long lines underflow.
      let size = next.reduce(0, +)
      guard size > 0 else { return -.infinity }
      scale += log(size)
      sums = next.map { $0 / size }
    }
    return scale + log(sums[stateCount - 1] + sums[stateCount - 2])
  }
}
