import Foundation
import Model
import Native
import Testing

@testable import Pipeline

/// Each with real child processes: the program that was built beside the tests.
@Suite struct WorkerPoolTests {
  /// Long enough for a busy machine, short enough to wait for a worker that hangs.
  static let limits = PoolLimits(
    sourceSeconds: 15, startSeconds: 60,
    process: ProcessLimits(memoryBytes: 1 << 30, cpuSecondsPerSource: 60))

  static func pool(
    size: Int, limits: PoolLimits = limits, arguments: [String] = ["--memory-mib", "1024"]
  ) throws -> WorkerPool {
    WorkerPool(
      launch: WorkerLaunch(
        executable: try BuiltProgram.path(of: "mock-worker"), arguments: arguments), size: size,
      limits: limits, keys: [])
  }

  /// The extractions of sources with these texts, in the order of the texts.
  static func read(_ texts: [String], with pool: WorkerPool) throws -> [Extraction?] {
    var results = [Extraction?](repeating: nil, count: texts.count)
    try pool.read(
      count: texts.count,
      next: { number in
        .read(
          PooledSource(
            file: "\(number).txt", bytes: Array(texts[number].utf8), mediaType: .text))
      },
      deliver: { number, extraction in
        #expect(results[number] == nil, "delivered twice")
        results[number] = extraction
      })
    return results
  }

  static func codes(_ extractions: [Extraction?]) -> [[NoticeCode]] {
    extractions.map { $0?.notices.map(\.code) ?? [.fieldUnread] }
  }

  @Test(arguments: [
    ("crash", NoticeCode.readerCrashed), ("exit 7", .readerCrashed),
    ("garbage", .readerCrashed), ("hang", .readerTimeout), ("eat-memory", .readerOutOfMemory),
    ("forge", .readerCrashed),
  ])
  func aFailureIsNotedAndHarmsNoOther(text: String, code: NoticeCode) throws {
    let found = try Self.read(["ok", text, "ok", "ok"], with: Self.pool(size: 2))
    #expect(Self.codes(found) == [[], [code], [], []])
    #expect(found.map { $0?.file } == ["0.txt", "1.txt", "2.txt", "3.txt"])
    #expect(found[1]?.digest == SHA256.hex(of: text))
  }

  @Test(arguments: [
    ("crash", ["SIGILL", "SIGTRAP"]), ("exit 7", ["exit status 7"]),
    ("garbage", ["an unintelligible answer"]),
    ("forge", ["an answer that does not fit the file (digest)"]),
  ])
  func theNoticeSaysHowTheReaderEnded(text: String, reasons: [String]) throws {
    let found = try Self.read([text], with: Self.pool(size: 1))
    let reason = try #require(found[0]?.notices.first?.details["reason@en"])
    #expect(reasons.contains(reason))
  }

  @Test func processorTimeIsLimited() throws {
    var limits = Self.limits
    limits.sourceSeconds = 60
    limits.process.cpuSecondsPerSource = 1
    let pool = try Self.pool(size: 1, limits: limits, arguments: ["--cpu-seconds", "1"])
    let found = try Self.read(["burn", "ok"], with: pool)
    #expect(Self.codes(found) == [[.readerTimeout], []])
    #expect(found[0]?.notices.first?.details["seconds"] == "1")
  }

  @Test(arguments: [1, 4])
  func everySourceIsAnsweredOnceWhateverTheNumberOfWorkers(size: Int) throws {
    let texts = (0..<30).map { ["ok", "slow 5", "crash", "long 3", "what"][$0 % 5] }
    let found = try Self.read(texts, with: Self.pool(size: size))
    let expected: [[NoticeCode]] = [
      [], [], [.readerCrashed], [.kindUnknown, .kindUnknown, .kindUnknown], [.mediaTypeUnsupported],
    ]
    #expect(Self.codes(found) == (0..<30).map { expected[$0 % 5] })
  }

  @Test func longSourcesAndLongAnswersDoNotBlockEachOther() throws {
    // Both far beyond what a pipe holds.
    let text = "long 40000 " + String(repeating: "x", count: 8 << 20)
    let found = try Self.read([text, text, text], with: Self.pool(size: 2))
    #expect(found.map { $0?.notices.count } == [40_000, 40_000, 40_000])
  }

  @Test func aWorkerIsReplacedAfterItsShare() throws {
    var limits = Self.limits
    limits.sourcesPerWorker = 2
    let pool = try Self.pool(size: 2, limits: limits)
    let text = "ok" + String(repeating: " ", count: PoolLimits.smallBytes)
    let found = try Self.read([String](repeating: text, count: 7), with: pool)
    #expect(Self.codes(found) == [[], [], [], [], [], [], []])
    #expect(pool.starts == 4)
  }

  /// Starting one takes far longer than reading a small file.
  @Test func ofSmallSourcesAWorkerReadsMore() throws {
    var limits = Self.limits
    limits.sourcesPerWorker = 2
    let pool = try Self.pool(size: 1, limits: limits)
    let found = try Self.read([String](repeating: "ok", count: 90), with: pool)
    #expect(Self.codes(found) == [[NoticeCode]](repeating: [], count: 90))
    #expect(pool.starts == 3)
  }

  /// The next source gets a fresh worker, on which even this one answers.
  @Test func aWorkerThatAsksForItIsReplaced() throws {
    let found = try Self.read(["spend", "tired", "ok"], with: Self.pool(size: 1))
    #expect(Self.codes(found) == [[], [], []])
  }

  @Test func aCrashThatMayBeOfEarlierSourcesIsTriedAgainOnAFreshWorker() throws {
    let found = try Self.read(["ok", "tired", "ok", "tired"], with: Self.pool(size: 1))
    #expect(Self.codes(found) == [[], [], [], []])
  }

  /// Even on its first source, and it is not said to have used too much memory.
  @Test func aKilledWorkersFileIsTriedOnceMore() throws {
    let folder = try TemporaryFolder()
    let text = "die-once \(folder.path)/died"
    let found = try Self.read([text], with: Self.pool(size: 1))
    #expect(Self.codes(found) == [[]])
    #expect(FileManager.default.fileExists(atPath: folder.path + "/died"))
  }

  @Test func whoIsKilledTwiceIsSaidToBeKilled() throws {
    let text = "die-once /nonexistent/died"
    let found = try Self.read([text, "ok"], with: Self.pool(size: 1))
    #expect(Self.codes(found) == [[.readerCrashed], []])
    let reason = try #require(found[0]?.notices.first?.details["reason@en"])
    #expect(reason.contains("SIGKILL"))
  }

  @Test func aBusyWorkerEndsWhenItsParentDoes() throws {
    // The parent's end closes the pipe; nothing else tells the worker.
    var process = try ChildProcess(
      executable: try BuiltProgram.path(of: "mock-worker"), arguments: ["worker"])
    _ = Readiness.wait(for: [(process.pipes, false)], timeoutMilliseconds: 30_000)
    let request = ReadingService.Request("a", of: Array("hang".utf8))
    _ = process.write(Frame.holding(request)[...])
    Thread.sleep(forTimeInterval: 0.2)
    process.closeInput()
    let end = process.reap(graceMilliseconds: 20_000)
    #expect(end == .exited(status: 0))
  }

  @Test func sourcesThatCannotBeOpenedAreDelivered() throws {
    let lost = Extraction(file: "lost", mediaType: .unknown)
    var delivered: [Int: Extraction] = [:]
    try Self.pool(size: 2).read(
      count: 3,
      next: { number in
        number == 1
          ? .skip(lost)
          : .read(PooledSource(file: "\(number)", bytes: Array("ok".utf8), mediaType: .text))
      },
      deliver: { delivered[$0] = $1 })
    #expect(delivered.keys.sorted() == [0, 1, 2])
    #expect(delivered[1] == lost)
  }

  @Test func stopsWhenAsked() throws {
    var delivered = 0
    try Self.pool(size: 1).read(
      count: 10,
      next: { _ in .read(PooledSource(file: "a", bytes: Array("ok".utf8), mediaType: .text)) },
      deliver: { _, _ in delivered += 1 },
      shouldStop: { delivered >= 3 })
    #expect((3..<10).contains(delivered))
  }

  @Test(arguments: ["/nonexistent/dossier", "/bin/true", "/bin/false"])
  func aProgramThatIsNoWorkerStopsTheRun(program: String) {
    let pool = WorkerPool(
      launch: WorkerLaunch(executable: program, arguments: []), size: 2, keys: [])
    #expect(throws: WorkerPool.CannotStart.self) { try Self.read(["ok", "ok"], with: pool) }
  }
}
