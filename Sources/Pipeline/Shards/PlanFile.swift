internal import Foundation
package import Model
internal import Native

/// A plan that was read, with where it stands.
package struct PlanFile: Sendable {
  /// Why a plan, or a shard of it, cannot be used.
  package enum Unusable: Error {
    case unreadable(path: String, reason: LocalizedText)
    case notOurs(path: String)
    /// The folder that paths start from is not there.
    case rootMissing(path: String)
  }

  package let plan: RunPlan
  /// Of the plan's bytes: shards say to which plan they belong.
  let digest: String
  /// The folder of the plan.
  package let folder: String
  /// The folder that relative paths start from, resolved.
  let root: [UInt8]

  /// In bytes; a plan takes some 200 for each submission.
  private static let sizeLimit = 1 << 30

  /// - Parameter path: Of `plan.json`, or of its folder.
  package init(_ path: String) throws(Unusable) {
    let file = Self.file(at: path)
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileSystem.read(
        try FileSystem.resolved(Array(file.utf8)), limit: Self.sizeLimit)
    } catch {
      throw .unreadable(path: file, reason: FailureWords.reason(of: error))
    }
    guard let plan = RunPlan(bytes) else { throw .notOurs(path: file) }
    self.plan = plan
    digest = SHA256.hex(of: bytes)
    folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    let start = plan.root.map { [folder] in folder + "/" + $0 } ?? "/"
    do throws(FileFailure) {
      root = try FileSystem.resolved(Array(start.utf8))
    } catch {
      throw .rootMissing(path: start)
    }
  }

  /// The plan's file, where its folder was named: a folder may be called `2026.json` too.
  private static func file(at path: String) -> String {
    do throws(FileFailure) {
      let there = try FileSystem.status(of: try FileSystem.resolved(Array(path.utf8)))
      return there.kind == .folder ? path + "/plan.json" : path
    } catch {
      return path.hasSuffix(".json") ? path : path + "/plan.json"
    }
  }

  /// A path of the plan, where it is now.
  package func place(_ path: String) -> String {
    path.hasPrefix("/") ? path : String(decoding: root, as: UTF8.self) + "/" + path
  }

  package func folder(of shard: Int) -> String { "\(folder)/shards/\(shard)" }
}
