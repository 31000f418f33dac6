internal import Foundation
internal import Model

extension RunPlan {
  /// The plan that bytes say; `nil` where they are none of this version, or its parts do not fit together.
  package init?(_ bytes: [UInt8]) {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      self = try decoder.decode(RunPlan.self, from: Data(bytes))
    } catch {
      return nil
    }
    guard schema == Self.schema, isWhole, hasSoundNames, hasSoundSettings else { return nil }
  }

  /// Whether the shards follow one another and hold all submissions, each with one at least.
  private var isWhole: Bool {
    var next = 0
    for shard in shards {
      guard shard.first == next, shard.count > 0, shard.count <= submissions.count - next,
        shard.bytes >= 0, shard.expectedSeconds >= 0
      else { return false }
      next += shard.count
    }
    return next > 0 && next == submissions.count
      && submissions.allSatisfy { $0.files >= 0 && $0.bytes >= 0 }
  }

  /// Whether each submission has a name of its own, and one that leads nowhere out of the folder for reports.
  private var hasSoundNames: Bool {
    Set(submissions.map(\.name)).count == submissions.count
      && submissions.allSatisfy { entry in
        let parts = entry.name.split(separator: "/", omittingEmptySubsequences: false)
        return !entry.name.isEmpty && !entry.name.hasPrefix("/") && !parts.contains("..")
          && !entry.name.utf8.contains(0)
      }
  }

  private var hasSoundSettings: Bool {
    !paths.isEmpty && formats.count == settings.formats.count && locale != nil
      && CalendarDate(iso: settings.asOf) != nil
      && Data(base64Encoded: settings.waivers) != nil
  }
}
