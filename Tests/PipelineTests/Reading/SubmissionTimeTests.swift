import Model
import Testing

@testable import Pipeline

/// A few hostile files take their own submission's time and nobody else's.
@Suite struct SubmissionTimeTests {
  private static var slow: Extraction {
    Extraction(
      file: "a.pdf", mediaType: .pdf,
      notices: [Notice(file: "a.pdf", stage: .extract, code: .readerTimeout)])
  }

  @Test func eachFileThatTookTooLongHalvesWhatTheNextOneGets() {
    var time = SubmissionTime(PoolLimits())
    var total = 0
    for _ in 0..<10 {
      total += time.seconds
      time.note(Self.slow)
    }
    #expect(total == 120 + 60 + 30 + 7 * 15)
    time.note(Extraction(file: "b.jpg", mediaType: .jpeg))
    #expect(time.seconds == 15)
  }

  @Test(arguments: [1, 15, 120]) func nobodyGetsMoreThanTheLimit(seconds: Int) {
    var limits = PoolLimits()
    limits.sourceSeconds = seconds
    var time = SubmissionTime(limits)
    #expect(time.seconds == seconds)
    for _ in 0..<100 { time.note(Self.slow) }
    #expect(time.seconds == min(15, seconds))
  }

  @Test func whatIsNotReadIsTold() throws {
    var time = SubmissionTime(PoolLimits())
    time.add(.seconds(1800))
    #expect(time.refusal(of: "b.jpg") == nil)
    time.add(.milliseconds(1))
    let refusal = try #require(time.refusal(of: "b.jpg"))
    #expect(refusal.file == "b.jpg" && refusal.digest.isEmpty)
    #expect(refusal.notices.map(\.code) == [.readingTimeSpent])
    let code = try #require(refusal.notices.first?.code)
    #expect(code.losesContent && code.isTransient && code.mayHide == .anything)
  }
}
