import Foundation
import Testing

@testable import Pipeline

/// The jobs that `dossier slurm` writes, run by a shell as a node would; `make test-slurm` gives them to Slurm itself.
@Suite struct SlurmJobsTests {
  private static let odd = "工作 it's 100% \"q\" $HOME #1"

  @Test func jobsWorkFromAnyPath() throws {
    let batch = try ShardedBatch(companies: 4)
    let (folder, work) = (batch.folder, batch.folder.path + "/" + Self.odd)
    let planned = try Program.run([
      "slurm", folder.path + "/batch", "--roster", folder.path + "/roster.csv", "--shards", "2",
      "--output", work, "--merged", folder.path + "/merged", "--as-of", "2026-11-22", "--format",
      ShardedBatch.formats, "--locale", "en", "--cores", "1", "--no-cache",
      "--show-personal-data", "--partition", "long,short", "--account", "a_1",
    ])
    #expect(planned.status == 0, "\(planned.errors)")
    let (array, merge) = (
      try folder.text(of: Self.odd + "/array.sbatch"),
      try folder.text(of: Self.odd + "/merge.sbatch")
    )
    let logs = folder.path + #"/工作 it's 100%% \"q\" $HOME #1/logs/"#
    #expect(array.contains("#SBATCH --output=\"\(logs)%a.log\"\n"), "\(array)")
    #expect(merge.contains("#SBATCH --output=\"\(logs)merge.log\"\n"), "\(merge)")
    for text in [array, merge] {
      #expect(text.contains("#SBATCH --partition=\"long,short\"\n#SBATCH --account=\"a_1\"\n"))
      #expect(text.contains("--no-cache'"))
    }
    #expect(!array.contains("show-personal") && merge.contains("'--show-personal-data'"))
    for shard in ["0", "1"] { #expect(try run("array", task: shard) == 0) }
    #expect(try run("merge", task: nil) == 0)
    let one = try Program.run([
      "check", folder.path + "/batch", "--roster", folder.path + "/roster.csv", "--output",
      folder.path + "/one", "--as-of", "2026-11-22", "--format", ShardedBatch.formats, "--locale",
      "en", "--show-personal-data",
    ])
    #expect(one.status == 1, "\(one.errors)")
    try batch.expectSame()

    func run(_ name: String, task: String?) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/bash")
      process.arguments = [work + "/\(name).sbatch"]
      process.currentDirectoryURL = URL(fileURLWithPath: "/")
      var environment = ProcessInfo.processInfo.environment
      environment["SLURM_ARRAY_TASK_ID"] = task
      environment["DOSSIER_CACHE"] = nil
      environment["TMPDIR"] = folder.path
      process.environment = environment
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  /// A folder of 1,001 companies in as many shards; of 1,000 nothing is said.
  @Test(arguments: [(1000, false), (1001, true)])
  func moreShardsThanAnArrayTakesAreSpokenOf(count: Int, isSaid: Bool) throws {
    let folder = try TemporaryFolder()
    for number in 0..<count {
      try folder.write("x", to: "batch/company-\(number)/dns.txt")
    }
    let run = try Program.run([
      "slurm", folder.path + "/batch", "--shards", String(count), "--output",
      folder.path + "/work", "--quick", "--locale", "en",
    ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("MaxArraySize") == isSaid, "\(run.errors)")
  }
}
