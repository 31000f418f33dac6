internal import Foundation
internal import Model
internal import Native

/// Says that somebody is at a shard, so that nobody else does the same work: a file that its holder renews.
///
/// Nothing hangs on it. Locks are not to be had on every network file system, and clocks differ: a lease counts as
/// long as it changes while one looks at it, by the onlooker's own clock. Two that work on a shard all the same write
/// the same bytes under names of their own.
final class ShardLease {
  /// Who holds a lease.
  struct Holder: Codable, Hashable {
    let machine: String
    let process: Int32
    /// No two have the same.
    let token: String
    /// Goes up with every renewal.
    var beat: Int
  }

  private let path: String
  private let expiry: Duration
  private var own: Holder
  private var renewed = ContinuousClock.now

  private init(path: String, expiry: Duration, own: Holder) {
    self.path = path
    self.expiry = expiry
    self.own = own
  }

  var token: String { own.token }

  /// Takes the lease of a folder.
  ///
  /// Waits where there is one, until it is given back, or is not renewed in time: its holder is gone then.
  ///
  /// - Parameter expiry: After what time without a renewal a lease is void.
  /// - Returns: `nil` with its holder where another is at work.
  static func take(
    inFolder folder: String, expiry: Duration, shouldStop: () -> Bool
  ) throws(PrivateFile.Failure) -> (lease: ShardLease?, holder: Holder?) {
    let path = folder + "/" + ShardFiles.lease
    let own = Holder(
      machine: RunningProcess.machine, process: RunningProcess.number,
      token: UUID().uuidString.lowercased(), beat: 0)
    var seen: (bytes: [UInt8], since: ContinuousClock.Instant)?
    while !shouldStop() {
      if try PrivateFile.claim(path, bytes(of: own)) {
        return (ShardLease(path: path, expiry: expiry, own: own), nil)
      }
      // allowed: one that cannot be read counts as one that does not change, and runs out like any other
      let found = contents(path) ?? []
      let holder = holder(in: found)
      if let last = seen, last.bytes != found {
        // An empty one is being made.
        if !last.bytes.isEmpty, !found.isEmpty { return (nil, holder) }
        seen = (found, .now)
      } else if seen == nil {
        seen = (found, .now)
      }
      let isGone = holder.map { $0.machine == own.machine && !RunningProcess.isRunning($0.process) }
      if isGone == true || seen.map({ ContinuousClock.now - $0.since > expiry }) == true {
        // Two may come to this at once; both then work, which does no harm.
        try remove(expired: path)
        seen = nil
      } else {
        Thread.sleep(forTimeInterval: found.isEmpty ? 0.02 : 0.2)
      }
    }
    return (nil, nil)
  }

  /// Takes away one that ran out.
  ///
  /// - Throws: ``PrivateFile/Failure`` where it is there and cannot be removed, or is no file: nobody could ever take it.
  private static func remove(expired path: String) throws(PrivateFile.Failure) {
    do throws(FileFailure) {
      let status = try FileSystem.status(of: Array(path.utf8))
      guard status.kind != .folder else { throw .notRegular(.folder) }
      remove(path)
      let left = try FileSystem.status(of: Array(path.utf8))
      // Another may have made one of its own meanwhile.
      guard left != status else { throw .notPermitted }
    } catch {
      guard error != .missing else { return }
      throw PrivateFile.Failure(path: path, reason: FailureWords.reason(of: error).english)
    }
  }

  /// Renews it in good time; where it cannot be renewed the work goes on all the same.
  func renew() {
    guard ContinuousClock.now - renewed > expiry / 4 else { return }
    renewed = .now
    own.beat += 1
    do {
      let temporary = path + "-" + own.token
      Self.remove(temporary)
      guard try PrivateFile.claim(temporary, Self.bytes(of: own)) else { return }
      try PrivateFile.rename(temporary, to: path)
    } catch {
      return
    }
  }

  /// Gives it back, if it is still one's own.
  func end() {
    guard Self.contents(path).flatMap(Self.holder)?.token == own.token else { return }
    Self.remove(path)
  }

  private static func bytes(of holder: Holder) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    do { return [UInt8](try encoder.encode(holder)) } catch { return [] }
  }

  private static func holder(in bytes: [UInt8]) -> Holder? {
    do { return try JSONDecoder().decode(Holder.self, from: Data(bytes)) } catch { return nil }
  }

  private static func contents(_ path: String) -> [UInt8]? {
    do { return try FileSystem.read(Array(path.utf8), limit: 4096) } catch { return nil }
  }

  private static func remove(_ path: String) {
    do { try FileManager.default.removeItem(atPath: path) } catch { return }
  }
}
