import Foundation
import Testing

@testable import Pipeline

@Suite struct OutputFolderTests {
  @Test func filesAndFoldersArePrivateAndReplacedWhole() throws {
    let folder = try TemporaryFolder()
    let output = try OutputFolder(creating: folder.path + "/out")
    for text in ["first", "second"] {
      try output.folder("公司").write(Array(text.utf8), to: "report.json")
    }
    #expect(try folder.text(of: "out/公司/report.json") == "second")
    #expect(try folder.mode(of: "out/公司/report.json") == 0o600)
    #expect(try folder.mode(of: "out/公司") == 0o700)
    #expect(try folder.mode(of: "out") == 0o700)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path + "/out")
    #expect(names.sorted() == ["公司", "公司/report.json"])
  }

  /// The folder may be anybody's: only what a killed run of ours left is removed.
  @Test func leftoversAreRemovedAndNothingElse() throws {
    let folder = try TemporaryFolder()
    // No process has such a number.
    let names = ["report.json.part-2000000000", "video.part-2000000000", "report.json.part-x"]
    for name in names { try folder.write("x", to: "out/" + name) }
    for (name, mode) in zip(names, [0o600, 0o644, 0o600]) {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: folder.path + "/out/" + name)
    }
    _ = try OutputFolder(creating: folder.path + "/out")
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out")
    #expect(left.sorted() == Array(names.dropFirst().reversed()))
  }

  @Test func aFileInTheWayIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "out")
    let error = #expect(throws: OutputFolder.Failure.self) {
      try OutputFolder(creating: folder.path + "/out")
    }
    #expect(error?.path == folder.path + "/out")
  }

  /// Where everybody may write, everybody may put another report in the place of ours.
  @Test(arguments: [(0o777, false), (0o773, false), (0o1777, true), (0o770, true), (0o700, true)])
  func aFolderThatAllMayWriteInIsRefused(mode: Int, isTaken: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "out/mine.txt")
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: folder.path + "/out")
    if isTaken {
      _ = try OutputFolder(creating: folder.path + "/out")
      #expect(try folder.mode(of: "out") == mode, "its rights are its owner's business")
    } else {
      let error = #expect(throws: OutputFolder.Failure.self) {
        try OutputFolder(creating: folder.path + "/out")
      }
      #expect(error?.reason.contains("everybody") == true)
    }
  }

  /// A folder for temporary files in which nothing can be written, as a full one.
  @Test(arguments: [["--output", "out"], []])
  func noRoomForTemporaryFilesEndsTheRunInWords(options: [String]) throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] {
      try folder.write("channel: wecom\n", to: "batch/\(name)/declared.yaml")
      try folder.write("hello", to: "batch/\(name)/a.txt")
    }
    let run = try Program.run(
      ["check", folder.path + "/batch", "--no-cache", "--as-of", "2026-11-22", "--locale", "en"]
        + options.map { $0 == "out" ? folder.path + "/out" : $0 }, variables: ["TMPDIR": "/proc"])
    #expect(run.status == 2, "\(run.errors)")
    #expect(run.errors.contains("cannot write /proc") && run.errors.contains("TMPDIR"))
    #expect(!run.errors.contains("Failure("))
  }

  @Test func theDigestOfRulesChangesWithContentAndNameButNotWithPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a/packs/basic.yaml")
    try folder.write("x", to: "b/packs/basic.yaml")
    try folder.write("swap", to: "b/packs/.basic.yaml.swp")
    try folder.write("y", to: "c/packs/basic.yaml")
    try folder.write("x", to: "d/packs/other.yaml")
    let digests = try ["a", "b", "c", "d"].map {
      try RulesDigest.digest(ofFolder: folder.path + "/" + $0)
    }
    #expect(digests[0] == digests[1])
    #expect(Set(digests).count == 3)
    #expect(digests[0].hasPrefix("sha256:"))
  }
}
