internal import Foundation

/// What an earlier plan left in a plan's folder: no merge takes it, and it holds personal data in full.
enum OutdatedShards {
  /// Removes it; files that are none of ours stay.
  ///
  /// - Returns: The numbers of the shards of which something was removed.
  static func remove(by file: PlanFile) -> [Int] {
    let folder = file.folder + "/shards"
    return names(in: folder).compactMap(Int.init).sorted().filter { shard in
      let place = folder + "/" + String(shard)
      let own = names(in: place).filter(ShardFiles.isOurs)
      guard isOutdated(shard, own, by: file) else { return false }
      for name in own where !name.hasPrefix(ShardFiles.part(of: file)) {
        remove(place + "/" + name)
      }
      if names(in: place).isEmpty { remove(place) }
      return true
    }
  }

  private static func isOutdated(_ shard: Int, _ names: [String], by file: PlanFile) -> Bool {
    guard file.plan.shards.indices.contains(shard) else { return !names.isEmpty }
    let isOfAnother = names.contains {
      $0.hasPrefix(ShardFiles.part) && !$0.hasPrefix(ShardFiles.part(of: file))
    }
    let isFinished = names.contains(ShardResult.name)
    return isOfAnother || isFinished && ShardResult.read(file, shard)?.belongs(to: file) != true
  }

  private static func names(in folder: String) -> [String] {
    do { return try FileManager.default.contentsOfDirectory(atPath: folder) } catch { return [] }
  }

  private static func remove(_ path: String) {
    // What cannot be removed is not merged either.
    do { try FileManager.default.removeItem(atPath: path) } catch { return }
  }
}

/// The names of the files in a shard's folder.
enum ShardFiles {
  static let lease = "lease"
  /// Before what tells a try's records from those of others.
  static let part = "part-"
  /// Before the same, of the file that becomes the records.
  static let unfinished = "unfinished-"

  /// The beginning of the names of records that were read for a plan.
  static func part(of file: PlanFile) -> String { part + file.digest.prefix(16) + "-" }

  /// Whether a file of that name is one of ours.
  static func isOurs(_ name: String) -> Bool {
    name == lease || name == ShardResult.name
      || [part, unfinished, lease + "-", ShardResult.recordsPrefix].contains(where: name.hasPrefix)
  }
}
