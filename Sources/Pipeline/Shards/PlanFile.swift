internal import Foundation
internal import Native

/// A plan that was read, with where it stands.
package struct PlanFile: Sendable {
  /// Why a plan, or a shard of it, cannot be used.
  package enum Unusable: Error {
    case unreadable(path: String, reason: String)
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

  /// - Parameter path: Of `plan.json`, or of its folder.
  package init(_ path: String) throws(Unusable) {
    let file = path.hasSuffix(".json") ? path : path + "/plan.json"
    let bytes: [UInt8]
    do {
      bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    } catch {
      throw .unreadable(path: file, reason: error.localizedDescription)
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      plan = try decoder.decode(RunPlan.self, from: Data(bytes))
    } catch {
      throw .notOurs(path: file)
    }
    let last = plan.shards.last.map { $0.first + $0.count }
    guard plan.schema == RunPlan.schema, last == plan.submissions.count else {
      throw .notOurs(path: file)
    }
    digest = SHA256.hex(of: bytes)
    folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    let start = plan.root.map { [folder] in folder + "/" + $0 } ?? "/"
    do throws(FileFailure) {
      root = try FileSystem.resolved(Array(start.utf8))
    } catch {
      throw .rootMissing(path: start)
    }
  }

  /// A path of the plan, where it is now.
  package func place(_ path: String) -> String {
    path.hasPrefix("/") ? path : String(decoding: root, as: UTF8.self) + "/" + path
  }

  package func folder(of shard: Int) -> String { "\(folder)/shards/\(shard)" }
}
