import Foundation
import Testing

/// Shards, checked one by one and merged: what one machine would have written, byte for byte.
@Suite struct MergedRunTests {
  @Test(arguments: [1, 2, 5])
  func mergedShardsAreTheRunOfOneMachine(shards: Int) throws {
    let batch = try ShardedBatch()
    let whole = try batch.checkWhole()
    #expect(whole.status == 1, "\(whole.errors)")
    let planned = try batch.plan(shards: shards, shards == 2 ? ["--quick"] : [])
    #expect(planned.status == 0, "\(planned.errors)")
    for shard in 0..<shards {
      let run = try batch.check(shard: shard)
      #expect(run.status == 1 || run.status == 0, "\(run.errors)")
      #expect(!run.errors.contains("changed"), "\(run.errors)")
      #expect(try batch.contents(ofShard: shard).count == 2)
    }
    let merged = try batch.merge()
    #expect(merged.status == 1, "\(merged.errors)")
    try batch.expectSame()
    let table = try batch.folder.text(of: "merged/findings.csv")
    for found in ["BATCH-FILE-001", "BATCH-LICENSE-001", "2026-12-01", "未交", "packed"] {
      #expect(table.contains(found), "\(found)")
    }
    #expect(try batch.folder.mode(of: "work/plan.json") == 0o600)
    #expect(try batch.folder.mode(of: "work/shards/0") == 0o700)
  }

  @Test func whatAProjectFileSetsGoesAlong() throws {
    let batch = try ShardedBatch()
    let folder = batch.folder
    try folder.write(
      """
      schema: dossier/project-v1
      roster: roster.csv
      channel: wecom
      locale: en
      waivers:
        - {rule: BATCH-FILE-001, submissions: ["company-00[0-9]", "company-*"], reason: 同一集团, owner: 法务部, granted: 2026-11-01, expires: 2026-12-01}

      """, to: "batch/dossier.yaml")
    try folder.write(
      "文件夹,区域,联系人,运营者手机\ncompany-002,华南,林知远,13900000002\n未交,华北,,\n", to: "batch/roster.csv")
    let formats = ["--format", "html,json,csv,sarif,junit", "--as-of", "2026-11-22"]
    let whole = try Program.run(
      ["check", folder.path + "/batch", "--output", folder.path + "/one"] + formats)
    #expect(whole.status == 1, "\(whole.errors)")
    let planned = try Program.run(
      ["plan", folder.path + "/batch", "--shards", "3", "--output", folder.path + "/work"]
        + formats)
    #expect(planned.status == 0, "\(planned.errors)")
    let run = try batch.check(shard: nil)
    #expect(run.status == 1, "\(run.errors)")
    let merged = try batch.merge()
    #expect(merged.status == 1 && merged.output.contains("reports"), "\(merged.errors)")
    try batch.expectSame()
    #expect(try folder.text(of: "merged/findings.csv").contains("法务部"))
    #expect(try folder.text(of: "merged/index.json").contains("华南"))
  }

  @Test func withoutAShardAllThatAreLeftAreDone() throws {
    let batch = try ShardedBatch()
    _ = try batch.checkWhole()
    _ = try batch.plan(shards: 3)
    _ = try batch.check(shard: 1)
    let before = try batch.files("work/shards/1")
    let rest = try batch.check(shard: nil)
    #expect(rest.status == 1, "\(rest.errors)")
    #expect(rest.output.components(separatedBy: "is done").count == 4)
    #expect(try batch.files("work/shards/1") == before)
    _ = try batch.merge()
    try batch.expectSame()
  }

  @Test func theEngineSaysWhichShard() throws {
    let batch = try ShardedBatch()
    _ = try batch.plan(shards: 3)
    let variables = [
      ("SLURM_ARRAY_TASK_ID", "0", "shard 0 is done"),
      ("JOB_COMPLETION_INDEX", "1", "shard 1 is done"), ("PARALLEL_SEQ", "3", "shard 2 is done"),
    ]
    for (name, value, words) in variables {
      let run = try batch.check(shard: nil, variables: [name: value])
      #expect(run.output.contains(words), "\(run.output) \(run.errors)")
    }
    let twice = try batch.check(
      shard: nil, variables: ["SLURM_ARRAY_TASK_ID": "0", "PARALLEL_SEQ": "3"])
    #expect(twice.status == 2 && twice.errors.contains("different shards"))
    let none = try batch.check(shard: nil, variables: ["SLURM_ARRAY_TASK_ID": "4294967294x"])
    #expect(none.status == 2 && none.errors.contains("no number of a shard"))
    let beyond = try batch.check(shard: 3)
    #expect(beyond.status == 2 && beyond.errors.contains("0 to 2"))
  }

  @Test func onePageOfAPictureIsCarriedAlong() throws {
    let folder = try TemporaryFolder()
    let sample = CheckedSamples.folder + "/expired-card"
    let cache = folder.path + "/cache"
    let one = try Program.run(
      ["check", sample, "--as-of", "2026-11-22", "--output", folder.path + "/one"], cache: cache)
    #expect(one.status == 1, "\(one.errors)")
    let work = folder.path + "/work"
    _ = try Program.run(
      ["plan", sample, "--as-of", "2026-11-22", "--shards", "4", "--output", work], cache: cache)
    let shard = try Program.run(["check", "--plan", work, "--shard", "0"], cache: cache)
    #expect(shard.status == 1, "\(shard.errors)")
    _ = try Program.run(["merge", work, "--output", folder.path + "/merged", "--no-cache"])
    let report = try folder.text(of: "one/expired-card/report.html")
    #expect(report.contains("data:image/jpeg"))
    #expect(try folder.text(of: "merged/expired-card/report.html") == report)
  }
}
