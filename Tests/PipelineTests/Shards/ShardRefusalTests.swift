import Foundation
import Testing

/// What cannot be done is said, with status 2: an engine takes 1 for done.
@Suite struct ShardRefusalTests {
  @Test(arguments: [
    (["check", "batch", "--shard", "1"], "--shard is for --plan"),
    (["check", "--plan", "work", "--parcels"], "--parcels cannot be given with --plan"),
    (["check", "--plan", "work", "--name-server", "192.0.2.1"], "--name-server cannot be given"),
    (["check", "--plan", "work", "--jobs", "9223372036854775807"], "1 to 1024"),
    (["check", "--plan", "work", "--lease-seconds=-1"], "1 to 86400"),
    (["plan", "batch", "--minutes", "9223372036854775807", "--output", "w"], "1 to 1000000"),
    (["plan", "batch", "--shards", "0", "--output", "w"], "1 to 1000000"),
    (
      ["slurm", "batch", "--shards", "2", "--output", "w", "--cores", "9223372036854775807"],
      "1 to 1024"
    ),
    (["slurm", "batch", "--shards", "2", "--output", "w", "--at-once", "0"], "1 to 1000000"),
    (
      ["slurm", "batch", "--shards", "2", "--output", "w", "--partition", "a b"],
      "without white space"
    ),
    (
      ["slurm", "batch", "--shards", "2", "--output", "w", "--account", "a\n#SBATCH --x"],
      "without white space"
    ),
    (["check", "--plan", "nowhere"], "nowhere/plan.json cannot be read: No such file"),
    (["merge", "/etc/passwd", "--output", "out"], "/etc/passwd is no plan"),
  ])
  func optionsThatMeanNothingAreRefused(arguments: [String], words: String) throws {
    let run = try Program.run(arguments + ["--locale", "en"])
    #expect(run.status == 2 && run.errors.contains(words), "\(run.errors)")
  }

  @Test func numbersOfNoShardAreRefused() throws {
    let batch = try ShardedBatch(companies: 4)
    _ = try batch.plan(shards: 2)
    for (name, value) in [
      ("PARALLEL_SEQ", "-9223372036854775808"), ("PARALLEL_SEQ", "0"),
      ("PARALLEL_SEQ", "99999999999999999999"), ("SLURM_ARRAY_TASK_ID", "-1"),
      ("JOB_COMPLETION_INDEX", ""), ("SLURM_ARRAY_TASK_ID", "4294967294"),
    ] {
      let run = try batch.check(shard: nil, variables: [name: value])
      #expect(run.status == 2 && run.errors.contains("shard"), "\(name)=\(value): \(run.errors)")
    }
  }

  /// A failure that no command has words of its own for: the shard is not done, and no engine may think so.
  @Test func whatNobodyForesawIsNotDone() throws {
    let batch = try ShardedBatch(companies: 4)
    _ = try batch.plan(shards: 1)
    try batch.folder.write("in the way", to: "work/shards/0/shard.json/file")
    let run = try batch.check(shard: 0)
    #expect(run.status == 2, "\(run.status)")
    #expect(run.errors.contains("shards/0/shard.json: Is a directory"), "\(run.errors)")
    for word in ["Error:", "NSError", "Failure(", "Code="] {
      #expect(!run.errors.contains(word), "\(run.errors)")
    }
    let chinese = try batch.check(shard: 0, ["--locale", "zh-CN"])
    #expect(chinese.errors.contains("是目录，不是文件"), "\(chinese.errors)")
  }

  @Test func aPlansFolderMayBeCalledLikeAFile() throws {
    let batch = try ShardedBatch(companies: 4)
    let folder = batch.folder.path
    let planned = try Program.run([
      "plan", folder + "/batch", "--shards", "1", "--output", folder + "/2026.json", "--locale",
      "en",
    ])
    #expect(planned.status == 0, "\(planned.errors)")
    let run = try Program.run(["check", "--plan", folder + "/2026.json"])
    #expect(run.status != 2, "\(run.errors)")
    #expect(run.output.contains("shard 0 is done"), "\(run.output)")
    // A link to a plan is one too.
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link", withDestinationPath: folder + "/2026.json/plan.json")
    #expect(try Program.run(["check", "--plan", folder + "/link"]).status == run.status)
    try batch.folder.write("x", to: "taken.json")
    let taken = try Program.run([
      "plan", folder + "/batch", "--shards", "1", "--output", folder + "/taken.json", "--locale",
      "en",
    ])
    #expect(taken.status == 2 && taken.errors.contains("taken.json"), "\(taken.errors)")
  }

  /// Shards of an earlier plan go, what is none of ours stays, what the same plan made stays done.
  @Test func whatAnEarlierPlanLeftIsRemoved() throws {
    let batch = try ShardedBatch()
    _ = try batch.plan(shards: 4)
    _ = try batch.check(shard: nil)
    try batch.folder.write("mine", to: "work/shards/3/note.txt")
    let same = try batch.plan(shards: 4)
    #expect(!same.output.contains("removed"), "\(same.output)")
    #expect(try batch.contents(ofShard: 0).count == 2)
    let fewer = try batch.plan(shards: 2)
    #expect(fewer.output.contains("removed: 0-3"), "\(fewer.output)")
    let left = try FileManager.default.subpathsOfDirectory(
      atPath: batch.folder.path + "/work/shards")
    #expect(left.sorted() == ["3", "3/note.txt"])
    _ = try batch.check(shard: nil)
    _ = try batch.checkWhole()
    _ = try batch.merge()
    try batch.expectSame()
  }

  /// A changed byte in the middle of the last shard's records is seen before the first report is written.
  @Test func damageIsFoundBeforeAnythingIsWritten() throws {
    let batch = try ShardedBatch()
    _ = try batch.plan(shards: 3)
    _ = try batch.check(shard: nil)
    let name = try #require(try batch.contents(ofShard: 2).first { $0.hasPrefix("records-") })
    let file = URL(fileURLWithPath: batch.folder.path + "/work/shards/2/" + name)
    let whole = try Data(contentsOf: file)
    for place in [0.001, 0.5, 0.999] {
      var bytes = whole
      bytes[Int(Double(bytes.count) * place)] ^= 1
      try bytes.write(to: file)
      let run = try batch.merge()
      #expect(run.status == 2 && run.errors.contains("nothing was merged"), "\(run.errors)")
      #expect(run.errors.contains("damaged: 2"), "\(run.errors)")
      #expect(!FileManager.default.fileExists(atPath: batch.folder.path + "/merged"))
    }
  }
}
