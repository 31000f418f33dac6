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
