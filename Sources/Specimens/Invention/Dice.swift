/// The forge's only source of chance: SplitMix64, so that a seed gives the same specimens everywhere.
package struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The dice of one thing (a specimen, a part of it), independent of how much any other thing rolled.
  package init(seed: UInt64, stream: Int, part: UInt64 = 0) {
    state = seed
    state = next() ^ (UInt64(bitPattern: Int64(stream)) &* 0x9E37_79B9_7F4A_7C15)
    state = next() ^ (part &* 0xD1B5_4A32_D192_ED03)
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// At least 0, below 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  mutating func number(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + unit() * (range.upperBound - range.lowerBound)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(unit() * Double(range.count))
  }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  mutating func pick<Element>(_ list: [Element]) -> Element {
    list[number(0...(list.count - 1))]
  }

  /// One of the weighted choices.
  mutating func pick<Element>(weighted list: [(Element, Double)]) -> Element {
    var left = unit() * list.reduce(0) { $0 + $1.1 }
    for (element, weight) in list {
      left -= weight
      if left < 0 { return element }
    }
    return list[list.count - 1].0
  }

  /// Several different elements, in a random order.
  mutating func pick<Element>(_ count: Int, of list: [Element]) -> [Element] {
    var rest = list
    return (0..<min(count, list.count)).map { _ in rest.remove(at: number(0...(rest.count - 1))) }
  }

  mutating func digits(_ count: Int) -> String {
    String((0..<count).map { _ in Character(String(number(0...9))) })
  }
}
