import Foundation
import Testing

/// What the cache does for a whole run.
@Suite struct CachedRunTests {
  private func check(
    _ folder: TemporaryFolder, out: String, _ options: [String] = []
  ) throws -> Program {
    try Program.run(
      [
        "check", folder.path + "/batch", "--output", folder.path + "/" + out, "--as-of",
        "2026-11-22", "--format", "json,corrections",
      ] + options, cache: folder.path + "/cache")
  }

  private func report(_ folder: TemporaryFolder, _ out: String) throws -> String {
    try folder.text(of: out + "/a/report.json")
  }

  @Test func aSecondRunReadsNothingAndSaysTheSame() throws {
    let folder = try TemporaryFolder()
    try Hostile.fill(folder, submission: "batch/a")
    _ = try check(folder, out: "first")
    let index = try folder.text(of: "first/index.json")
    let again = try check(folder, out: "second")
    #expect(again.status == 1, "\(again.errors)")
    #expect(try folder.text(of: "second/index.json") == index)
    #expect(try report(folder, "second") == report(folder, "first"))
    let list = try Program.run(["cache", "list"], cache: folder.path + "/cache")
    #expect(list.status == 0 && list.output.contains("extraction"))
    #expect(!list.output.contains(".jpg"), "file names may be personal")
    let cleared = try Program.run(["cache", "clear"], cache: folder.path + "/cache")
    #expect(cleared.status == 0)
    let empty = try Program.run(["cache", "list", "--locale", "en"], cache: folder.path + "/cache")
    #expect(empty.output.hasPrefix("0 entries"))
  }

  /// A chart read from the cache must be the chart that was read: its tree is part of the report.
  @Test func chartsAndContactsComeFromTheCacheToo() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      try folder.write(
        "schema: dossier/declared-v1\nchannel: wecom\ncompany: {name: 深圳市星河科技有限公司}\n",
        to: "batch/\(name)/declared.yaml")
      try folder.write(
        "graph TD\n a[深圳市星河科技有限公司] --> b[市场部]\n a --> c[研发部]\n",
        to: "batch/\(name)/架构.mmd")
      try folder.write(
        "姓名,账号,部门,手机\n张三,zs,深圳市星河科技有限公司/销售部,13800000001\n", to: "batch/\(name)/通讯录.csv")
    }
    _ = try check(folder, out: "fresh", ["--no-cache"])
    _ = try check(folder, out: "first")
    let cached = try Program.run(["cache", "list"], cache: folder.path + "/cache")
    // Two files of one content and name are one entry each.
    #expect(cached.output.components(separatedBy: "extraction").count == 3, "\(cached.output)")
    _ = try check(folder, out: "second")
    let fresh = try report(folder, "fresh")
    #expect(fresh.contains("ORG-RENAMED-001"))
    #expect(try report(folder, "first") == fresh)
    #expect(try report(folder, "second") == fresh)
  }

  /// The last digits of a confidence depend on the precision: neither answers for the other.
  @Test func readingsOfBothPrecisionsAreKeptApart() throws {
    let folder = try TemporaryFolder()
    try folder.write("hello", to: "a.txt")
    var counts: [Int] = []
    for precision in ["single", "machine", "single", "machine"] {
      let run = try Program.run(
        ["extract", folder.path + "/a.txt", "--precision", precision],
        cache: folder.path + "/cache")
      #expect(run.status <= 1, "\(run.errors)")
      let list = try Program.run(
        ["cache", "list", "--locale", "en"], cache: folder.path + "/cache")
      counts.append(list.output.components(separatedBy: "extraction").count - 1)
    }
    #expect(counts == [1, 2, 2, 2])
  }

  @Test func withoutCacheNothingIsKept() throws {
    let folder = try TemporaryFolder()
    try Hostile.fill(folder, submission: "batch/a")
    _ = try check(folder, out: "first", ["--no-cache"])
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/cache"))
  }

  @Test func aDamagedCacheIsAWarningAndNoMore() throws {
    let folder = try TemporaryFolder()
    try Hostile.fill(folder, submission: "batch/a")
    try folder.write("rubbish", to: "cache/cache.sqlite")
    let run = try check(folder, out: "first", ["--locale", "en"])
    #expect(run.status == 1)
    #expect(run.errors.contains("damaged"))
    #expect(try folder.text(of: "cache/cache.sqlite.damaged-1") == "rubbish")
  }
}
