import Foundation
import Testing

/// A file that ends whoever reads it, as when the kernel's memory killer comes: the shard ends with its notice.
@Suite struct PoisonedShardTests {
  /// Larger than what a reader takes in to start, so that the one at it can be told.
  private static let poison = 160 << 20

  @Test func aFileThatEndsItsReadersHasItsNotice() throws {
    let batch = try ShardedBatch(companies: 4)
    let file = batch.folder.path + "/batch/company-001/poison.dat"
    #expect(FileManager.default.createFile(atPath: file, contents: nil))
    let handle = try #require(FileHandle(forWritingAtPath: file))
    try handle.truncate(atOffset: UInt64(Self.poison))
    try handle.close()
    _ = try batch.plan(shards: 2, ["--quick"])
    let one = try killing([
      "check", batch.folder.path + "/batch", "--roster", batch.folder.path + "/roster.csv",
      "--output", batch.folder.path + "/one", "--as-of", "2026-11-22", "--format",
      ShardedBatch.formats, "--locale", "en", "--no-cache", "--jobs", "1",
    ])
    #expect(one.status == 1 && one.killed >= 2)
    for shard in ["0", "1"] {
      let run = try killing([
        "check", "--plan", batch.planFile, "--shard", shard, "--no-cache", "--jobs", "1",
      ])
      #expect(run.status == 1, "shard \(shard)")
    }
    #expect(try batch.merge().status == 1)
    try batch.expectSame()
    let report = try batch.folder.text(of: "merged/company-001/report.json")
    // Nobody knows who killed it: it is not said to have needed too much memory.
    #expect(report.contains("reader_crashed") && report.contains("SIGKILL"))
    #expect(report.contains("poison.dat") && !report.contains("reader_out_of_memory"))
    #expect(report.contains("dns.txt"))
  }

  /// Runs the program and kills each of its readers that takes in the file.
  private func killing(_ arguments: [String]) throws -> (status: Int32, killed: Int) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try BuiltProgram.path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var killed: Set<Int32> = []
    while process.isRunning {
      for reader in readers(of: process.processIdentifier) where !killed.contains(reader) {
        if taken(by: reader) > Self.poison / 2 {
          kill(reader, SIGKILL)
          killed.insert(reader)
        }
      }
      Thread.sleep(forTimeInterval: 0.002)
    }
    process.waitUntilExit()
    return (process.terminationStatus, killed.count)
  }

  private func readers(of parent: Int32) -> [Int32] {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(parent)/task")) ?? []
    return tasks.flatMap { task in
      let text = try? String(
        contentsOfFile: "/proc/\(parent)/task/\(task)/children", encoding: .utf8)
      return (text ?? "").split(separator: " ").compactMap { Int32($0) }
    }
  }

  /// How many bytes a process has read so far.
  private func taken(by process: Int32) -> Int {
    let text = (try? String(contentsOfFile: "/proc/\(process)/io", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("rchar: ") }
    return line.flatMap { Int($0.dropFirst(7)) } ?? 0
  }
}
