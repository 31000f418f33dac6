internal import ArgumentParser
internal import Foundation
internal import Model
internal import Native
internal import ParserTargets
internal import Specimens

/// Feeds changed specimens to a parser in a child process with limits; what ends the child is kept in its corpus.
struct FuzzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Looks for bytes that crash a parser, hang it or fill the memory.",
    discussion: "Targets: " + ParserTarget.all.map(\.name).joined(separator: ", "))

  @Argument(help: ArgumentHelp("Parsers; none means all.", valueName: "target"))
  var targets: [String] = []

  @Option(help: "Minutes for each target.")
  var minutes = 5.0

  @Option(help: "Where the corpora are, a folder for each target.")
  var corpora = "Tests/Corpora"

  @Option(help: "The same seed tries the same bytes.")
  var seed: UInt64 = 1

  @Flag(help: .hidden)
  var inChild = false

  /// Of one input, in processor seconds, and of the child, in bytes.
  private static let secondsOfOne = 10
  private static let memory = 2 << 30

  func run() throws {
    let chosen = targets.isEmpty ? ParserTarget.all.map(\.name) : targets
    var failures = 0
    for name in chosen {
      guard let target = ParserTarget.all.first(where: { $0.name == name }) else {
        throw ValidationError("no target \(name)")
      }
      if inChild { try feed(target) } else { failures += try watch(target) }
    }
    if failures > 0 { throw ExitCode(1) }
  }

  /// Starts children until the time is over; returns how many of them an input ended.
  private func watch(_ target: ParserTarget) throws -> Int {
    let folder = try OutputFolder(corpora).folder(target.name)
    let deadline = Date().addingTimeInterval(minutes * 60)
    var failures = 0
    var round = seed
    while Date() < deadline {
      let child = Process()
      child.executableURL = try FileManager.default.destinationOfSymbolicLink(
        atPath: "/proc/self/exe"
      ).withURL
      child.arguments = [
        "fuzz", target.name, "--in-child", "--corpora", corpora, "--seed", String(round),
        "--minutes", String(deadline.timeIntervalSinceNow / 60),
      ]
      child.environment = ProcessInfo.processInfo.environment.merging([
        "SWIFT_BACKTRACE": "enable=no"
      ]) { $1 }
      try child.run()
      child.waitUntilExit()
      round += 1
      guard child.terminationReason == .uncaughtSignal || child.terminationStatus != 0 else {
        continue
      }
      failures += 1
      let input = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.current(target.name))))
      let name = "crash-" + SHA256.hex(of: input).prefix(12)
      try folder.write(input, to: name)
      print("\(target.name): signal or status \(child.terminationStatus); kept as \(name)")
    }
    print("\(target.name): \(failures) failures in \(minutes) minutes")
    return failures
  }

  /// The child: one changed specimen after another, each kept while it is read.
  private func feed(_ target: ParserTarget) throws {
    let limits = ProcessLimits(memoryBytes: Self.memory, cpuSecondsPerSource: Self.secondsOfOne)
    try limits.apply()
    let corpus = try Self.corpus(corpora + "/" + target.name)
    var mutation = Mutation(seed: seed)
    let deadline = Date().addingTimeInterval(minutes * 60)
    let current = URL(fileURLWithPath: Self.current(target.name))
    var count = 0
    while Date() < deadline {
      let input = mutation.mutant(of: corpus)
      try Data(input).write(to: current)
      try limits.startSource()
      _ = target.read(input)
      count += 1
    }
    print("\(target.name): \(count) inputs")
  }

  private static func current(_ target: String) -> String {
    NSTemporaryDirectory() + "/dossier-fuzz-\(target)"
  }

  private static func corpus(_ path: String) throws -> [[UInt8]] {
    let files = try FileManager.default.contentsOfDirectory(atPath: path).sorted().map {
      [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + $0)))
    }
    guard !files.isEmpty else { throw ValidationError("no specimens in \(path)") }
    return files
  }
}

extension String {
  fileprivate var withURL: URL { URL(fileURLWithPath: self) }
}
