import Synchronization
import Testing

@testable import Pipeline

@Suite struct ConcurrentlyTests {
  private struct Broken: Error {}

  /// How many are at work, and the most that ever were.
  private final class Gauge: Sendable {
    private let state = Mutex((now: 0, most: 0))

    func pass() {
      state.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      state.withLock { $0.now -= 1 }
    }

    var most: Int { state.withLock { $0.most } }
  }

  @Test(arguments: [1, 2, 7])
  func everyInputIsWorkedOnOnceAndNoMoreThanAllowedAtATime(width: Int) async throws {
    let gauge = Gauge()
    var taken: [Int: Int] = [:]
    try await Concurrently.run(
      0..<200, width: width,
      work: { number in
        gauge.pass()
        return number * number
      }, take: { taken[$0] = $1 }, shouldStop: { false })
    #expect(taken.count == 200)
    #expect(taken.allSatisfy { $0.value == $0.key * $0.key })
    #expect(gauge.most <= width + 1)
  }

  @Test func inputsAreAskedForWhenThereIsRoom() async throws {
    var asked = 0
    var taken = 0
    var ahead = 0
    try await Concurrently.run(
      (0..<50).lazy.map { number in
        asked += 1
        return number
      }, width: 2, work: { $0 },
      take: { _, _ in
        taken += 1
        ahead = max(ahead, asked - taken)
      }, shouldStop: { false })
    #expect(taken == 50)
    #expect(ahead <= 3)
  }

  @Test func productsComeInTheOrderOfTheInputs() async throws {
    var taken: [Int] = []
    try await Concurrently.run(
      0..<40, width: 4,
      work: { number in
        // The first of each few is the slowest.
        var sum = 0
        for step in 0..<(number % 4 == 0 ? 400_000 : 10) { sum &+= step }
        return sum
      }, take: { number, _ in taken.append(number) }, shouldStop: { false })
    #expect(taken == Array(0..<40))
  }

  @Test func anErrorEndsTheRun() async {
    await #expect(throws: Broken.self) {
      try await Concurrently.run(
        0..<10, width: 2, work: { if $0 == 3 { throw Broken() } }, take: { _, _ in },
        shouldStop: { false })
    }
  }

  @Test func whatIsBegunIsTakenWhenTheRunIsStopped() async throws {
    var taken = 0
    try await Concurrently.run(
      0..<1000, width: 2, work: { $0 }, take: { _, _ in taken += 1 },
      shouldStop: { taken >= 5 })
    #expect(taken >= 5)
    #expect(taken < 20)
  }
}
