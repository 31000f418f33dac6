internal import Assemble
internal import Foundation
internal import Ingest
internal import Model
internal import Native
internal import Report

/// `dossier check --plan`: reads the submissions of one shard and keeps what the merge needs.
///
/// It writes only below the shard's folder. Each submission is a record as soon as its files are read, so that the next
/// try goes on from there; when all are read, `records` and then `shard.json` take their places at once.
package final class ShardCheck {
  /// How a try ended.
  package enum End {
    /// It is finished, now or from before.
    case finished(ShardResult)
    /// Another process works on it.
    case busy(machine: String, process: Int32)
    /// A signal came.
    case interrupted
  }

  /// Why a shard cannot be read.
  package enum Refusal: Error {
    case noSuchShard(Int, count: Int)
    /// What differs from the plan: `rules`, `models`, `program`, `trust`, `precision`, `roster`, `project`.
    case unlike([String])
    /// Submissions that are not there any more.
    case gone([String])
    /// Records that were there a moment ago are not; another try will do.
    case disturbed(shard: Int)
  }

  private let file: PlanFile
  private let shard: Int
  private let session: Session
  private let folder: String
  /// After what time without a sign of life others take a shard over.
  private let expiry: Duration

  package init(
    _ file: PlanFile, shard: Int, in session: Session, expiry: Duration = .seconds(60)
  ) throws(Refusal) {
    guard file.plan.shards.indices.contains(shard) else {
      throw .noSuchShard(shard, count: file.plan.shards.count)
    }
    self.file = file
    self.shard = shard
    self.session = session
    self.expiry = expiry
    folder = file.folder(of: shard)
  }

  /// Looks whether everything is as planned that all shards have in common.
  ///
  /// - Throws: ``Refusal/unlike(_:)``.
  package static func verify(_ file: PlanFile, in session: Session) throws {
    let now = try RunPlan.Identity(of: session)
    let unlike = file.plan.identity.differences(from: now) + (try file.changedInputs())
    guard unlike.isEmpty else { throw Refusal.unlike(unlike) }
  }

  /// Whether nothing is left to do.
  package static func finished(_ file: PlanFile, _ shard: Int) -> ShardResult? {
    ShardResult.read(file, shard).flatMap { result in
      result.belongs(to: file) && result.isWhole(inFolder: file.folder(of: shard)) ? result : nil
    }
  }

  /// Works on the shard until it is finished, or a signal comes.
  ///
  /// - Parameter progress: Gets the number of files that are read, and of all.
  package func run(progress: (Int, Int) -> Void) throws -> End {
    if let done = Self.finished(file, shard) { return .finished(done) }
    Interruption.startCatching()
    let isStopped = { Interruption.signal != nil }
    _ = try OutputFolder(creating: folder)
    let (lease, holder) = try ShardLease.take(
      inFolder: folder, expiry: expiry, shouldStop: isStopped)
    guard let lease else {
      guard let holder else { return isStopped() ? .interrupted : .busy(machine: "", process: 0) }
      return .busy(machine: holder.machine, process: holder.process)
    }
    defer { lease.end() }
    // Its holder may have finished it while this process waited.
    if let done = Self.finished(file, shard) { return .finished(done) }
    let work = try ShardWork(file, shard: shard, in: session)
    let shouldStop = {
      lease.renew()
      return isStopped()
    }
    try work.read(token: lease.token, progress: progress, shouldStop: shouldStop)
    if isStopped() { return .interrupted }
    do {
      return .finished(try work.finish(token: lease.token, renew: lease.renew))
    } catch {
      // Somebody else was at it too, finished it and cleared up.
      guard let done = Self.finished(file, shard) else { throw error }
      return .finished(done)
    }
  }
}

extension RunPlan.Identity {
  /// Words for what is not the same.
  func differences(from other: Self) -> [String] {
    [
      rules != other.rules ? "rules" : nil, models != other.models ? "models" : nil,
      program != other.program || version != other.version ? "program" : nil,
      trust != other.trust ? "trust" : nil, precision != other.precision ? "precision" : nil,
    ].compactMap(\.self)
  }
}
