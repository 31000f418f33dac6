import Testing

@testable import Pipeline

@Suite struct ShardBalanceTests {
  @Test(arguments: [
    ([5, 5, 5, 5], 2, [0..<2, 2..<4]), ([9, 1, 1, 1], 2, [0..<1, 1..<4]),
    ([1, 1, 1, 9], 3, [0..<2, 2..<3, 3..<4]), ([3], 4, [0..<1]),
    ([0, 0, 0], 3, [0..<1, 1..<2, 2..<3]),
    ([1, 9, 1, 9, 1], 1, [0..<5]),
  ])
  func theHeaviestShardIsAsLightAsCanBe(work: [Int], count: Int, ranges: [Range<Int>]) {
    #expect(ShardBalance.ranges(of: work, count: count) == ranges)
  }

  /// Sparse files are as large as somebody likes.
  @Test(arguments: [[Int.max, 1, .max, 5], [.max], [1, 2, .max - 1]], [1, 2, 9])
  func sizesWithoutAnEndHaveASum(work: [Int], count: Int) {
    #expect(work.total <= .max && work.total >= work[0])
    #expect(
      ShardBalance.ranges(of: work, count: count).flatMap { Array($0) } == Array(work.indices))
  }

  @Test func everySubmissionIsInOneShard() {
    for count in 1...40 {
      let work = (0..<37).map { ($0 * 7919) % 101 }
      let ranges = ShardBalance.ranges(of: work, count: count)
      #expect(ranges.count == min(count, 37))
      #expect(ranges.flatMap { Array($0) } == Array(0..<37))
      #expect(ranges.allSatisfy { !$0.isEmpty })
    }
  }
}
