import Foundation
import Testing

/// What was read for one plan is never taken for what another one asks.
@Suite struct OtherPlanTests {
  private func copy(_ folder: TemporaryFolder, _ name: String, to other: String) throws {
    let place = folder.path + "/" + other
    try? FileManager.default.removeItem(atPath: place)
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: place).deletingLastPathComponent().path,
      withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: folder.path + "/" + name, toPath: place)
  }

  /// A shard of another plan, put back after planning again: as it is, and with the new plan's name on it.
  @Test func aShardOfAnotherPlanIsNamed() throws {
    let batch = try ShardedBatch()
    _ = try batch.plan(shards: 2)
    _ = try batch.check(shard: nil)
    try copy(batch.folder, "work/shards", to: "kept")
    let old = try batch.folder.text(of: "work/shards/1/shard.json")
    _ = try batch.plan(shards: 2, ["--as-of", "2026-11-23"])
    _ = try batch.check(shard: 0)
    try copy(batch.folder, "kept/1", to: "work/shards/1")
    let unlike = try batch.merge()
    #expect(
      unlike.status == 2 && unlike.errors.contains("shard 1 is not of this plan (the plan)"),
      "\(unlike.errors)")
    let plans = try [old, batch.folder.text(of: "work/shards/0/shard.json")].map { text in
      try #require(try JSON(text)["plan"].text)
    }
    try batch.folder.write(
      old.replacingOccurrences(of: plans[0], with: plans[1]), to: "work/shards/1/shard.json")
    let forged = try batch.merge()
    #expect(forged.status == 2 && forged.errors.contains("damaged: 1"), "\(forged.errors)")
    #expect(!FileManager.default.fileExists(atPath: batch.folder.path + "/merged"))
  }

  /// Another program's or precision's shard says what is unlike.
  @Test func whatIsUnlikeIsSaid() throws {
    let batch = try ShardedBatch(companies: 4)
    _ = try batch.plan(shards: 1)
    _ = try batch.check(shard: 0)
    let text = try batch.folder.text(of: "work/shards/0/shard.json")
    for (part, words) in [
      ("precision", "the precision"), ("models", "the recognition models"), ("rules", "the rules"),
      ("program", "the program"),
    ] {
      let value = try #require(try JSON(text)["identity"][part].text)
      let other = text.replacingOccurrences(
        of: "\"\(part)\" : \"\(value)\"", with: "\"\(part)\" : \"other\"")
      #expect(other != text)
      try batch.folder.write(other, to: "work/shards/0/shard.json")
      let run = try batch.merge()
      #expect(run.status == 2 && run.errors.contains("(\(words))"), "\(run.errors)")
    }
  }

  @Test func theRestOfAnotherPlansTryIsReadAnew() throws {
    let batch = try ShardedBatch(companies: 60)
    _ = try batch.plan(shards: 1)
    let process = try batch.started(shard: 0)
    let place = batch.folder.path + "/work/shards/0"
    func parts() -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).filter { name in
        let size = try? FileManager.default.attributesOfItem(atPath: place + "/" + name)[.size]
        return name.hasPrefix("part-") && (size as? Int ?? 0) > 2_000
      }
    }
    while process.isRunning, parts().isEmpty { Thread.sleep(forTimeInterval: 0.005) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let part = try #require(parts().first)
    try copy(batch.folder, "work/shards/0/" + part, to: "kept")
    let planned = try batch.plan(shards: 1, ["--as-of", "2026-11-23"])
    #expect(planned.output.contains("removed: 0"), "\(planned.output)")
    #expect(parts().isEmpty)
    // With the new plan's name on it its records still are none of this plan.
    let digest = try #require(try digest(of: batch.folder.path + "/work/plan.json"))
    try copy(batch.folder, "kept", to: "work/shards/0/part-\(digest.prefix(16))-x")
    _ = try Program.run([
      "check", batch.folder.path + "/batch", "--roster", batch.folder.path + "/roster.csv",
      "--output", batch.folder.path + "/one", "--as-of", "2026-11-23", "--format",
      ShardedBatch.formats, "--locale", "en",
    ])
    let run = try batch.check(shard: 0)
    #expect(run.status == 1, "\(run.errors)")
    _ = try batch.merge()
    try batch.expectSame()
  }

  private func digest(of path: String) throws -> String? {
    let folder = try TemporaryFolder()
    try folder.run("sh", "-c", "sha256sum '\(path)' > sum")
    return try folder.text(of: "sum").split(separator: " ").first.map(String.init)
  }

  @Test func whatAllSubmissionsShareMayNotChange() throws {
    let batch = try ShardedBatch(companies: 4)
    let folder = batch.folder
    try folder.write(
      "schema: dossier/project-v1\nchannel: wecom\nwaivers: ../waivers.yaml\n",
      to: "batch/dossier.yaml")
    try folder.write("schema: dossier/waivers-v1\nwaivers: []\n", to: "waivers.yaml")
    let planned = try batch.plan(shards: 2)
    #expect(planned.status == 0, "\(planned.errors)")
    #expect(try batch.check(shard: 0).status == 1)
    try whileChanged(in: folder) { [try batch.check(shard: 1)] }
    #expect(try batch.check(shard: 1).status == 1)
    try whileChanged(in: folder) { [try batch.merge()] }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/merged"))
    #expect(try batch.merge().status == 1)
  }

  /// Changes one file after the other, and puts it back: what is done meanwhile must be refused.
  private func whileChanged(in folder: TemporaryFolder, _ runs: () throws -> [Program]) throws {
    for (name, words) in [
      ("roster.csv", "the roster"), ("batch/dossier.yaml", "dossier.yaml or its waivers"),
      ("waivers.yaml", "dossier.yaml or its waivers"),
    ] {
      let before = try folder.text(of: name)
      try folder.write(before + "# later\n", to: name)
      for run in try runs() {
        #expect(run.status == 2 && run.errors.contains(words), "\(name): \(run.errors)")
      }
      try folder.write(before, to: name)
    }
  }
}
