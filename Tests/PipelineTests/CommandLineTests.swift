import Foundation
import Testing

/// The program as users and scripts run it: exit status, standard output, files.
@Suite struct CommandLineTests {
  static let statuses: [(arguments: [String], status: Int32)] = [
    (["--version"], 0), (["--help"], 0), (["check", "--help"], 0),
    (["check"], 2), (["check", "/nonexistent"], 2), (["extract", "/nonexistent"], 2),
    (["nonsense"], 2), (["check", ".", "--roster", "x.csv"], 2), (["init", "/nonexistent"], 2),
    (["check", ".", "--as-of", "2026-02-30"], 2), (["check", ".", "--jobs", "0"], 2),
    (["check", ".", "--format", "html"], 2), (["check", ".", "--fail-on", "often"], 2),
    (["check", ".", "--rules", "/nonexistent"], 2), (["extract", "x", "--precision", "half"], 2),
    (["check", "/dev/null"], 2),
    (["rules", "test"], 0), (["rules", "test", "no-such-rule"], 2), (["rules", "lint"], 0),
    (["materials"], 0), (["formats"], 0),
  ]

  @Test(arguments: statuses)
  func statusIsAsInTheContract(arguments: [String], status: Int32) throws {
    let run = try Program.run(arguments)
    #expect(run.status == status, "\(run.errors)")
    // What went wrong is said, and never where results are expected.
    #expect(run.errors.isEmpty == (status == 0))
    #expect(run.output.isEmpty == (status != 0))
  }

  @Test(arguments: [("zh-CN", "无法检查"), ("en", "cannot check")])
  func errorsSpeakTheLanguageThatWasAskedFor(locale: String, words: String) throws {
    let run = try Program.run(["check", "/nonexistent", "--locale", locale])
    #expect(run.errors.contains(words))
    #expect(run.errors.contains("/nonexistent"))
  }

  @Test func hostileFilesAreNoticesAndTheRestIsJudged() throws {
    let folder = try TemporaryFolder()
    try Hostile.fill(folder, submission: "company")
    let run = try Program.run(
      [
        "check", folder.path + "/company", "--output", folder.path + "/out", "--as-of",
        "2026-11-22",
      ])
    #expect(run.status == 1, "\(run.errors)")
    let report = try JSON(folder.text(of: "out/company/report.json"))
    let notices = Set(
      report["notices"].items.map { "\($0["file"].text ?? ""): \($0["code"].text ?? "")" })
    for expected in Hostile.expectedNotices {
      #expect(notices.contains(expected), "\(expected) is not among \(notices.sorted())")
    }
    #expect(report["verdicts"].items.count > 5)
    #expect(report["as_of"].text == "2026-11-22")
    #expect(try folder.mode(of: "out/company/report.json") == 0o600)
    #expect(try folder.mode(of: "out/company") == 0o700)
  }

  @Test func theNumberOfJobsDoesNotChangeAByte() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try Hostile.fill(folder, submission: "batch/\(name)") }
    var outputs: [String] = []
    for jobs in ["1", "4"] {
      let out = folder.path + "/out-" + jobs
      let run = try Program.run(
        ["check", folder.path + "/batch", "--output", out, "--jobs", jobs, "--as-of", "2026-11-22"])
      #expect(run.status == 1)
      let files = try FileManager.default.subpathsOfDirectory(atPath: out).sorted()
        .filter { $0.contains(".") }
      #expect(files.count == 15)
      let texts = try files.map { try String(contentsOfFile: out + "/" + $0, encoding: .utf8) }
      outputs.append(
        (files + texts + [run.output]).joined(separator: "\n")
          .replacingOccurrences(of: out, with: "OUT"))
    }
    let different = zip(
      outputs[0].split(separator: "\n", omittingEmptySubsequences: false),
      outputs[1].split(separator: "\n", omittingEmptySubsequences: false)
    ).first { $0 != $1 }
    #expect(outputs[0] == outputs[1], "\(different.map { "\($0)\n\($1)" } ?? "one is longer")")
  }

  @Test func reportsNameNoPlaceOfThisMachine() throws {
    let folder = try TemporaryFolder()
    try Hostile.fill(folder, submission: "company")
    let out = folder.path + "/out"
    _ = try Program.run(["check", folder.path + "/company", "--output", out])
    for file in ["index.json", "company/report.json", "company/corrections.md"] {
      #expect(try !folder.text(of: "out/" + file).contains(folder.path))
    }
  }

  @Test(arguments: [("error", 1), ("warning", 1), ("never", 0)])
  func failOnDecidesTheExitStatus(failOn: String, status: Int32) throws {
    let folder = try TemporaryFolder()
    try folder.write("schema: dossier/declared-v1\nchannel: wecom\n", to: "company/declared.yaml")
    let run = try Program.run(["check", folder.path + "/company", "--fail-on", failOn])
    #expect(run.status == status, "\(run.errors)")
  }

  @Test func aPackThatIsNotThereStopsTheRunBeforeItReads() throws {
    let folder = try TemporaryFolder()
    try Hostile.fill(folder, submission: "company")
    let run = try Program.run(
      [
        "check", folder.path + "/company", "--pack", "enterprise-basik", "--locale", "en",
        "--output", folder.path + "/out",
      ])
    #expect(run.status == 2)
    #expect(run.errors.contains("enterprise-basik"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
  }

  @Test func anOutputThatCannotBeWrittenIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write("schema: dossier/declared-v1\n", to: "company/declared.yaml")
    try folder.write("", to: "out")
    let run = try Program.run(
      ["check", folder.path + "/company", "--output", folder.path + "/out", "--locale", "en"])
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot write " + folder.path + "/out"))
  }

  @Test func extractGivesOneObjectForAllFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "empty.jpg")
    try folder.write("text", to: "text.pdf")
    let files = ["empty.jpg", "text.pdf"].map { folder.path + "/" + $0 }
    let run = try Program.run(["extract", "--format", "json"] + files)
    #expect(run.status == 1)
    let object = try JSON(run.output)
    #expect(object["schema"].text == "dossier/extraction-v1")
    #expect(object["files"].items.map { $0["file"].text } == files)
    #expect(object["files"].items.map { $0["notices"].items.isEmpty } == [false, false])
  }

  @Test func jsonOnStandardOutputIsTheReport() throws {
    let folder = try TemporaryFolder()
    try folder.write("schema: dossier/declared-v1\nchannel: wecom\n", to: "company/declared.yaml")
    let run = try Program.run(["check", folder.path + "/company", "--format", "json"])
    #expect(try JSON(run.output)["schema"].text == "dossier/report-v1")
  }
}
