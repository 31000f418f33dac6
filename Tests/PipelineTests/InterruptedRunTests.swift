import Foundation
import Testing

/// A batch that is stopped in the middle: what was finished stays whole, and the next run goes on.
@Suite struct InterruptedRunTests {
  private static let names = ["a", "b", "c"]

  /// A picture that takes a while to read, and another one in each submission.
  private static func fill(_ folder: TemporaryFolder, submission name: String) throws {
    let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("samples")
    let picture = try Data(contentsOf: samples.appendingPathComponent("expired-card/IMG_2043.jpg"))
    let target = URL(fileURLWithPath: "\(folder.path)/batch/\(name)")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    try Data("channel: wecom\n".utf8).write(to: target.appendingPathComponent("declared.yaml"))
    try (picture + Data(name.utf8)).write(to: target.appendingPathComponent("a.jpg"))
  }

  private func started(_ folder: TemporaryFolder, out: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try BuiltProgram.path)
    process.arguments = arguments(folder, out: out)
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["DOSSIER_CACHE": folder.path + "/cache"], uniquingKeysWith: { $1 })
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func arguments(_ folder: TemporaryFolder, out: String) -> [String] {
    [
      "check", folder.path + "/batch", "--output", folder.path + "/" + out, "--as-of",
      "2026-11-22", "--format", "json,csv", "--jobs", "1",
    ]
  }

  /// Waits for the first report, then sends the signal; the status of the end.
  private func stop(_ process: Process, _ signal: Int32, after report: String) -> Int32 {
    while process.isRunning, !FileManager.default.fileExists(atPath: report) {
      Thread.sleep(forTimeInterval: 0.01)
    }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test(arguments: [SIGKILL, SIGINT])
  func nothingFinishedIsLostAndTheNextRunGoesOn(signal: Int32) throws {
    let folder = try TemporaryFolder()
    for name in Self.names { try Self.fill(folder, submission: name) }
    let process = try started(folder, out: "out")
    let status = stop(process, signal, after: folder.path + "/out/a/report.json")
    #expect(status == (signal == SIGKILL ? signal : 128 + signal))
    var finished = 0
    for name in Self.names {
      let file = "out/\(name)/report.json"
      guard FileManager.default.fileExists(atPath: folder.path + "/" + file) else { continue }
      #expect(try JSON(folder.text(of: file))["submission"].text == name)
      finished += 1
    }
    #expect(finished >= 1)
    if signal != SIGKILL {
      let index = try JSON(folder.text(of: "out/index.json"))
      #expect(index["submissions"].items.count == finished)
    }
    let again = try Program.run(arguments(folder, out: "out"), cache: folder.path + "/cache")
    #expect(again.status == 1, "\(again.errors)")
    _ = try Program.run(arguments(folder, out: "whole"), cache: folder.path + "/cache")
    for file in ["index.json", "findings.csv"] + Self.names.map({ $0 + "/report.json" }) {
      #expect(try folder.text(of: "out/" + file) == folder.text(of: "whole/" + file), "\(file)")
    }
  }
}
