internal import Foundation
package import Model
internal import Native

/// What a finished shard says of itself, in `shard.json` beside its records: whoever finishes it, the same bytes.
package struct ShardResult: Codable, Hashable, Sendable {
  static let schema = "dossier/shard-v1"
  static let name = "shard.json"
  static let recordsPrefix = "records-"

  var schema: String
  /// The digest of the plan's bytes.
  var plan: String
  var shard: Int
  var identity: RunPlan.Identity
  package var submissions: Int
  /// The file of the records, named by their digest: two that finish a shard at once never mix theirs.
  var records: String
  /// Of the records.
  var bytes: Int
  /// The weightiest thing that its reports say.
  var open: String?
  /// Names of submissions that were not as planned when they were read.
  package var changed: [String]
  /// Rules that failed themselves.
  package var brokenRules: [String]

  /// The severity of the weightiest failure, or of what could not be decided.
  package var openSeverity: Severity? { open.flatMap(Severity.init) }

  /// That of a shard; `nil` where it is not finished.
  static func read(_ file: PlanFile, _ shard: Int) -> ShardResult? {
    read(file.folder(of: shard)).flatMap { $0.shard == shard ? $0 : nil }
  }

  private static func read(_ folder: String) -> ShardResult? {
    do {
      let bytes = try FileSystem.read(Array((folder + "/" + name).utf8), limit: 64 << 20)
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      let result = try decoder.decode(ShardResult.self, from: Data(bytes))
      // What names a file elsewhere was not written by us.
      let isOurs = result.records.hasPrefix(recordsPrefix) && !result.records.contains("/")
      return result.schema == schema && isOurs ? result : nil
    } catch {
      return nil
    }
  }

  var encoded: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      encoder.keyEncodingStrategy = .convertToSnakeCase
      return [UInt8](try encoder.encode(self)) + [0x0A]
    }
  }

  /// Whether the records are there, as long as they were.
  func isWhole(inFolder folder: String) -> Bool {
    do {
      return try FileSystem.status(of: Array((folder + "/" + records).utf8)).size == bytes
    } catch {
      return false
    }
  }

  /// Whether it belongs to the plan.
  func belongs(to file: PlanFile) -> Bool { plan == file.digest && identity == file.plan.identity }
}
