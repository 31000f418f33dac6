import Foundation
import Native
import Testing

@testable import Pipeline

/// What a file could do that has taken over its worker, tried by a library that is loaded into real ones.
@Suite(.enabled(if: Sandbox.support.lacks.isEmpty)) struct EscapeTests {
  /// What came of each try: `yes`, or the kernel's refusal.
  private static func tries(
    in program: String, _ arguments: [String], isShutIn: Bool
  ) throws -> [String: String] {
    let folder = try TemporaryFolder()
    for name in ["other", "truncated", "removed", "named"] {
      try folder.write("secret", to: "submission/\(name).txt")
    }
    try folder.write("", to: "home/.here")
    // Not closed by exec: the worker must not have it all the same.
    let secret = try #require(
      FileHandle(forReadingAtPath: folder.path + "/submission/other.txt"))
    let inherited = dup(secret.fileDescriptor)
    defer { close(inherited) }
    var environment = WorkerLaunch.environment
    environment["HOME"] = folder.path + "/home"
    environment["LD_PRELOAD"] = try BuiltProgram.path(of: "libEscapes.so")
    environment["ESCAPE_RESULTS"] = folder.path + "/results"
    environment["ESCAPE_FOLDER"] = folder.path + "/submission"
    if !isShutIn { environment["ESCAPE_OPEN"] = "yes" }
    var process = try ChildProcess(
      executable: program, arguments: ["worker"] + arguments, environment: environment)
    var lines: [Substring] = []
    for _ in 0..<1200 where lines.last != "end" {
      Thread.sleep(forTimeInterval: 0.05)
      let isBegun = FileManager.default.fileExists(atPath: folder.path + "/results")
      lines = isBegun ? try folder.text(of: "results").split(separator: "\n") : []
    }
    #expect(lines.last == "end", "\(lines) \(process.logTail(bytes: 1000))")
    process.closeInput()
    _ = process.reap(graceMilliseconds: 5000)
    let isChanged = try folder.text(of: "submission/other.txt") != "secret"
    #expect(!isChanged)
    let pairs = lines.dropLast().map { line in
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      return (words[0], words[1])
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  enum Reader: String, CaseIterable { case documents, pictures, archives, names }

  @Test(arguments: Reader.allCases) func allAreRefused(reader: Reader) throws {
    let program = try BuiltProgram.path
    var arguments = ["--reader", reader.rawValue]
    if reader == .documents {
      let installation = Installation(surroundings: .init(executable: program, home: nil))
      arguments += [
        "--rules", try installation.rules(option: nil), "--models",
        try installation.models(option: nil),
      ]
    }
    let tries = try Self.tries(in: program, arguments, isShutIn: true)
    #expect(tries.count >= 40)
    // Whoever asks name servers has to reach them.
    let allowed = reader == .names ? ["connect_tcp", "send_udp"] : []
    for (name, answer) in tries.sorted(by: { $0.key < $1.key }) where !allowed.contains(name) {
      #expect(answer != "yes", "\(name) from the reader of \(reader.rawValue)")
    }
    for name in allowed { #expect(tries[name] == "yes", "\(name)") }
  }

  /// The same tries where nothing but limits holds, so that the test above can fail.
  @Test func mostSucceedWithoutWalls() throws {
    let tries = try Self.tries(
      in: try BuiltProgram.path(of: "mock-worker"), [], isShutIn: false)
    let successes = tries.filter { $0.value == "yes" }
    #expect(tries.count >= 40 && successes.count >= 30, "\(tries)")
    for name in ["exhaust_memory", "exhaust_descriptors", "inherited_descriptor"] {
      #expect(tries[name] != "yes", "limits and closed descriptors hold without walls: \(name)")
    }
  }

  @Test(arguments: [
    (0, true, ["landlock"]), (7, false, ["seccomp"]), (0, false, ["landlock", "seccomp"]),
    (1, true, []),
  ])
  func whatIsMissingIsNamed(landlock: Int, hasFilters: Bool, lacks: [String]) {
    #expect(Sandbox.Support(landlock: landlock, hasFilters: hasFilters).lacks == lacks)
  }

  @Test func aWorkerGetsNothingOfTheEnvironmentButPlacesAndLanguage() {
    #expect(ProcessInfo.processInfo.environment["PATH"] != nil)
    #expect(WorkerLaunch.environment["PATH"] == nil)
    #expect(WorkerLaunch.environment["SWIFT_BACKTRACE"] == "enable=no")
  }
}
