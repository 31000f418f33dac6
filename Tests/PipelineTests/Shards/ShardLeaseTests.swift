import Foundation
import Native
import Testing

@testable import Pipeline

@Suite struct ShardLeaseTests {
  /// What somebody or something else put there: it runs out like the lease of a machine that is gone.
  @Test(arguments: ["garbage", "empty", "large", "dangling link", "link to a file"])
  func whatCannotBeReadRunsOut(kind: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/lease"
    switch kind {
    case "garbage": try folder.write("{\"machine\":", to: "lease")
    case "empty": try folder.write("", to: "lease")
    case "large": try folder.write(String(repeating: "x", count: 10_000), to: "lease")
    case "dangling link":
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/nowhere")
    default:
      try folder.write("kept", to: "other")
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: folder.path + "/other")
    }
    let (lease, holder) = try ShardLease.take(
      inFolder: folder.path, expiry: .milliseconds(300), shouldStop: { false })
    #expect(lease != nil && holder == nil)
    lease?.end()
    #expect(!FileManager.default.fileExists(atPath: path))
    if kind == "link to a file" { #expect(try folder.text(of: "other") == "kept") }
  }

  @Test func aFolderInItsPlaceIsSaid() throws {
    let folder = try TemporaryFolder()
    try folder.write("somebody's", to: "lease/file")
    #expect(throws: PrivateFile.Failure.self) {
      try ShardLease.take(
        inFolder: folder.path, expiry: .milliseconds(300), shouldStop: { false })
    }
    #expect(try folder.text(of: "lease/file") == "somebody's")
  }

  @Test func oneThatChangesIsHeld() throws {
    let folder = try TemporaryFolder()
    let (lease, _) = try ShardLease.take(
      inFolder: folder.path, expiry: .seconds(60), shouldStop: { false })
    // A signal that comes while one waits ends the waiting.
    let until = ContinuousClock.now + .milliseconds(500)
    let (other, _) = try ShardLease.take(
      inFolder: folder.path, expiry: .seconds(60), shouldStop: { ContinuousClock.now > until })
    #expect(other == nil)
    lease?.end()
    let (next, _) = try ShardLease.take(
      inFolder: folder.path, expiry: .seconds(60), shouldStop: { false })
    #expect(next != nil)
  }
}
