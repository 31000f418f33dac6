import Foundation
import Testing

/// What may happen to shards: killed, done by two at once, missing, of other rules, submissions changed meanwhile.
@Suite struct ShardTroubleTests {
  @Test func aKilledShardGoesOnWhereItWas() throws {
    let batch = try ShardedBatch(companies: 60)
    _ = try batch.checkWhole()
    _ = try batch.plan(shards: 1)
    let process = try batch.started(shard: 0)
    let place = batch.folder.path + "/work/shards/0"
    func kept() -> Int {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
      let sizes = names.filter { $0.hasPrefix("part-") }.map { name in
        (try? FileManager.default.attributesOfItem(atPath: place + "/" + name))?[.size] as? Int
      }
      return sizes.compactMap(\.self).reduce(0, +)
    }
    while process.isRunning, kept() < 2_000 { Thread.sleep(forTimeInterval: 0.005) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let names = try batch.contents(ofShard: 0)
    #expect(names.contains("lease") && !names.contains("shard.json"), "\(names)")
    // A record that was cut off in the middle counts for nothing.
    let part = try #require(names.first { $0.hasPrefix("part-") })
    let file = URL(fileURLWithPath: place + "/" + part)
    try Data(contentsOf: file).dropLast(7).write(to: file)
    let again = try batch.check(shard: 0)
    #expect(again.status == 1, "\(again.errors)")
    #expect(try batch.contents(ofShard: 0).count == 2)
    _ = try batch.merge()
    try batch.expectSame()
  }

  @Test func twoAtOnceDoNoHarm() throws {
    let batch = try ShardedBatch(companies: 30)
    _ = try batch.checkWhole()
    _ = try batch.plan(shards: 1)
    let processes = try [batch.started(shard: 0), batch.started(shard: 0)]
    for process in processes { process.waitUntilExit() }
    #expect(processes.contains { $0.terminationStatus == 1 })
    #expect(processes.allSatisfy { [1, 2].contains($0.terminationStatus) })
    _ = try batch.merge()
    try batch.expectSame()
  }

  @Test func theLeaseOfAMachineThatIsGoneRunsOut() throws {
    let batch = try ShardedBatch()
    _ = try batch.plan(shards: 2)
    try batch.folder.write(
      "{\"beat\":3,\"machine\":\"node-7\",\"process\":41,\"token\":\"t\"}",
      to: "work/shards/0/lease")
    let run = try batch.check(shard: 0, ["--lease-seconds", "1"])
    #expect(run.output.contains("shard 0 is done"), "\(run.errors)")
    #expect(try batch.contents(ofShard: 0).count == 2)
  }

  @Test func missingAndUnlikeShardsAreNamed() throws {
    let batch = try ShardedBatch()
    _ = try batch.plan(shards: 4)
    _ = try batch.check(shard: 1)
    let missing = try batch.merge(["--locale", "en"])
    #expect(missing.status == 2 && missing.errors.contains("not done: 0, 2-3"), "\(missing.errors)")
    #expect(!FileManager.default.fileExists(atPath: batch.folder.path + "/merged"))
    // Another day, another plan: the shard that is there is none of it.
    let again = try batch.plan(shards: 4, ["--as-of", "2026-11-23"])
    #expect(again.output.contains("earlier plan in that folder were removed: 1"), "\(again.output)")
    #expect(!FileManager.default.fileExists(atPath: batch.folder.path + "/work/shards/1"))
    let none = try batch.merge()
    #expect(none.status == 2 && none.errors.contains("not done: 0-3"), "\(none.errors)")
    _ = try batch.check(shard: nil)
    #expect(try batch.merge().status == 1)
    let records = try #require(try batch.contents(ofShard: 2).first { $0.hasPrefix("records-") })
    try batch.folder.write("x", to: "work/shards/2/" + records)
    let damaged = try batch.merge(["--locale", "en"])
    #expect(damaged.status == 2 && damaged.errors.contains("damaged: 2"), "\(damaged.errors)")
  }

  @Test func otherRulesAreRefused() throws {
    let batch = try ShardedBatch()
    let rules = batch.folder.path + "/rules"
    let own =
      URL(fileURLWithPath: CheckedSamples.folder).deletingLastPathComponent().path + "/rules"
    try FileManager.default.copyItem(atPath: own, toPath: rules)
    let planned = try batch.plan(shards: 2, ["--rules", rules])
    #expect(planned.status == 0, "\(planned.errors)")
    #expect(try batch.check(shard: 0).status == 1)
    try batch.folder.write("# more\n", to: "rules/packs/README.txt")
    for run in [try batch.check(shard: 1), try batch.merge(["--locale", "en"])] {
      #expect(run.status == 2 && run.errors.contains("the rules"), "\(run.errors)")
    }
    // What is finished stays finished.
    #expect(try batch.check(shard: 0).status == 1)
  }

  @Test func whatChangedAfterThePlanIsTold() throws {
    let batch = try ShardedBatch()
    _ = try batch.plan(shards: 2)
    try batch.folder.write(
      "schema: dossier/declared-v1\nchannel: icp\n", to: "batch/company-004/declared.yaml")
    let run = try batch.check(shard: nil)
    #expect(run.status == 1 && run.errors.contains("company-004"), "\(run.errors)")
    let merged = try batch.merge(["--locale", "en"])
    #expect(
      merged.errors.contains("1 submissions were changed") && merged.errors.contains("company-004"))
    _ = try batch.checkWhole()
    _ = try batch.merge()
    try batch.expectSame()
  }

  @Test func whatIsGoneIsNeverLeftOutSilently() throws {
    let batch = try ShardedBatch()
    _ = try batch.plan(shards: 1)
    try FileManager.default.removeItem(atPath: batch.folder.path + "/batch/empty")
    let run = try batch.check(shard: 0)
    #expect(run.status == 2 && run.errors.contains("are not there: empty"), "\(run.errors)")
  }

  @Test func aPlanStandsOutsideOfTheMaterials() throws {
    let batch = try ShardedBatch()
    let run = try Program.run([
      "plan", batch.folder.path + "/batch", "--shards", "2", "--output",
      batch.folder.path + "/batch/work", "--locale", "en",
    ])
    #expect(run.status == 2 && run.errors.contains("among the materials"), "\(run.errors)")
    let both = try Program.run(["check", "a", "--plan", "b", "--locale", "en"])
    #expect(both.status == 2 && both.errors.contains("beside it"))
  }
}
