import Foundation
import Testing

/// What may happen to a run from outside: nothing finished is lost, nothing half written stays, and the next run says
/// the same.
@Suite struct SurvivalTests {
  private let folder: TemporaryFolder

  /// Three submissions, each with a picture of its own and a text.
  init() throws {
    folder = try TemporaryFolder()
    let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("samples")
    let picture = try Data(contentsOf: samples.appendingPathComponent("expired-card/IMG_2043.jpg"))
    for name in ["a", "b", "c"] {
      try folder.write("channel: wecom\n", to: "batch/\(name)/declared.yaml")
      try folder.write("说明 \(name)\n", to: "batch/\(name)/说明.txt")
      let place = URL(fileURLWithPath: "\(folder.path)/batch/\(name)/a.jpg")
      try (picture + Data(name.utf8)).write(to: place)
    }
  }

  private func arguments(_ out: String) -> [String] {
    [
      "check", folder.path + "/batch", "--output", out, "--as-of", "2026-11-22", "--format",
      "json,csv,corrections", "--jobs", "1",
    ]
  }

  private func check(_ out: String, _ options: [String] = []) throws -> Program {
    try Program.run(
      arguments(folder.path + "/" + out) + options, cache: folder.path + "/cache")
  }

  /// A run in the background.
  private func started(_ out: String, _ variables: [String: String] = [:]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try BuiltProgram.path)
    process.arguments = arguments(folder.path + "/" + out)
    process.environment = ProcessInfo.processInfo.environment
      .merging(["DOSSIER_CACHE": folder.path + "/cache"], uniquingKeysWith: { $1 })
      .merging(variables, uniquingKeysWith: { $1 })
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func expectSame(_ out: String, as other: String) throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/" + other)
      .filter { $0.contains(".") }.sorted()
    #expect(files.count >= 8)
    for file in files {
      #expect(
        try folder.text(of: out + "/" + file) == folder.text(of: other + "/" + file), "\(file)")
    }
    let all = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/" + out)
    #expect(!all.contains { $0.contains(".part-") })
  }

  /// The next numbers of a fixed sequence.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func aCacheDamagedAtRandomBytesChangesNoReport(
    seed: UInt64
  ) throws {
    _ = try check("whole")
    let place = URL(fileURLWithPath: folder.path + "/cache/cache.sqlite")
    var bytes = try Data(contentsOf: place)
    var numbers = Numbers(state: seed)
    // From single bits to a tenth of a percent.
    for _ in 0..<(Int(seed) * Int(seed) * bytes.count / 16_000 + 1) {
      bytes[Int.random(in: 0..<bytes.count, using: &numbers)] ^=
        1 << UInt8.random(in: 0..<8, using: &numbers)
    }
    try bytes.write(to: place)
    let again = try check("again")
    #expect(again.status == 1, "\(again.errors)")
    try expectSame("again", as: "whole")
  }

  @Test func aRunThatIsKilledAtAnyMomentIsTakenUpByTheNext() throws {
    _ = try check("whole", ["--no-cache"])
    var numbers = Numbers(state: 7)
    for _ in 0..<6 {
      let process = try started("out")
      Thread.sleep(forTimeInterval: Double.random(in: 0.05...2.5, using: &numbers))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      for name in ["a", "b", "c"] {
        let report = "out/\(name)/report.json"
        guard FileManager.default.fileExists(atPath: folder.path + "/" + report) else { continue }
        #expect(try JSON(folder.text(of: report))["submission"].text == name)
      }
    }
    #expect(try check("out").status == 1)
    try expectSame("out", as: "whole")
  }

  /// As two people who start it at once: neither waits for the other, and both say what one says.
  @Test func twoRunsIntoOneOutputAndOneCacheAtOnceSayWhatOneSays() throws {
    _ = try check("whole", ["--no-cache"])
    for round in 1...3 {
      let runs = try (1...2).map { _ in try started("out") }
      for run in runs { run.waitUntilExit() }
      #expect(runs.map(\.terminationStatus) == [1, 1], "round \(round)")
      try expectSame("out", as: "whole")
    }
    let after = try check("after")
    #expect(after.status == 1 && !after.errors.contains("damaged"), "\(after.errors)")
    try expectSame("after", as: "whole")
  }

  /// A run of a machine whose clock is ahead by more than anything in the cache may lie unused, killed or not, and the next
  /// one when the clock is right.
  @Test(arguments: [false, true]) func aClockTurnedBackLosesNothing(isKilled: Bool) throws {
    _ = try check("whole", ["--no-cache"])
    let clock = try BuiltProgram.path(of: "libWrongClock.so")
    let ahead = try started("out", ["LD_PRELOAD": clock, "WRONG_CLOCK_DAYS": "400"])
    if isKilled {
      while ahead.isRunning, !folder.has("out/a/report.json") {
        Thread.sleep(forTimeInterval: 0.01)
      }
      kill(ahead.processIdentifier, SIGKILL)
    }
    ahead.waitUntilExit()
    #expect(ahead.terminationStatus == (isKilled ? SIGKILL : 1))
    let finished = ["a", "b", "c"].filter { folder.has("out/\($0)/report.json") }
    #expect(finished.count == 3 || isKilled && !finished.isEmpty)
    for name in finished {
      let report = "/\(name)/report.json"
      #expect(try folder.text(of: "out" + report) == folder.text(of: "whole" + report))
    }
    #expect(try check("out").status == 1)
    try expectSame("out", as: "whole")
    // What was read then is known now, and nothing is kept twice.
    let kept = try Program.run(["cache", "list", "--locale", "en"], cache: folder.path + "/cache")
    #expect(kept.output.components(separatedBy: "extraction").count - 1 == 6, "\(kept.output)")
  }

  @Test func anOutputThatCannotBeWrittenIsSaidInWords() throws {
    let run = try Program.run(arguments("/proc/out"), cache: folder.path + "/cache")
    #expect(run.status == 2)
    #expect(run.errors.contains("/proc/out") && run.errors.contains("--output"))
  }

  /// On a disk of 60 kB, which only root can make.
  @Test(.enabled(if: getuid() == 0)) func aFullDiskLeavesNothingHalfWritten() throws {
    let program = try BuiltProgram.path
    try folder.write("", to: "disk/.here")
    let command = (arguments("\(folder.path)/disk/out") + ["--locale", "en"]).map { "'\($0)'" }
      .joined(separator: " ")
    try folder.write(
      """
      mount -t tmpfs -o size=60k none '\(folder.path)/disk' || exit 0
      DOSSIER_CACHE='\(folder.path)/cache' '\(program)' \(command) 2> '\(folder.path)/errors'
      echo $? > '\(folder.path)/status'
      find '\(folder.path)/disk' -name '*.part-*' > '\(folder.path)/parts'
      for file in $(find '\(folder.path)/disk' -name '*.json'); do tail -c 2 "$file" >> '\(folder.path)/ends'; done
      """, to: "run.sh")
    try folder.run("unshare", "-m", "sh", folder.path + "/run.sh")
    guard FileManager.default.fileExists(atPath: folder.path + "/status") else { return }
    #expect(try folder.text(of: "status") == "2\n")
    #expect(try folder.text(of: "errors").contains("No space left on device"))
    #expect(try folder.text(of: "parts").isEmpty)
    let isAny = FileManager.default.fileExists(atPath: folder.path + "/ends")
    if isAny { #expect(try folder.text(of: "ends").allSatisfy { "}\n".contains($0) }) }
    #expect(try check("out").status == 1)
  }
}
