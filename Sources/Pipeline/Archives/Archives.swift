internal import Foundation
package import Ingest
internal import Model
internal import Native

/// Reads sources: files of their own from disk, files in archives by way of a worker that unpacks.
///
/// An archive is unpacked as a whole, into a file without a name that is gone when this process is; the
/// last few are kept open. With a cache an archive that was listed before is unpacked only when a file
/// in it must be read.
package final class Archives: ArchiveOpener {
  /// Archives that are kept unpacked.
  private static let openAtOnce = 4

  private let launch: WorkerLaunch
  private let seconds: Int
  private let cache: ExtractionCache?
  private var worker: WorkerConversation?
  /// The last used comes last.
  private var opened: [(path: String, archive: UnpackedArchive)] = []

  /// - Parameters:
  ///   - program: path of `dossier`, which unpacks as `dossier worker --reader archives`.
  ///   - seconds: how long one archive may take.
  package init(program: String, cache: ExtractionCache?, seconds: Int = 120) {
    launch = WorkerLaunch(executable: program, arguments: ["--reader", "archives"])
    self.cache = cache
    self.seconds = seconds
  }

  package func listing(of source: SourceFile) -> ArchiveListing? {
    if let digest = cache?.digest(of: source), let known = cache?.listing(of: digest) {
      return known
    }
    let status = source.status
    do throws(UnreadableSource) {
      let bytes = try source.read()
      let digest = SHA256.hex(of: bytes)
      cache?.remember(digest, of: source, before: status)
      if let known = cache?.listing(of: digest) { return known }
      guard let listing = listed(bytes) else { return nil }
      cache?.keep(listing, of: digest, mediaType: MediaType(sniffing: bytes))
      return listing
    } catch {
      // Reading it as a source will say why.
      return nil
    }
  }

  package func read(_ source: SourceFile) throws(UnreadableSource) -> [UInt8] {
    if let notice = source.obstacleNotice { throw UnreadableSource(notice: notice) }
    guard let member = source.member, let archive = source.archive else { return try source.read() }
    let bytes = try unpacked(archive).read(member.path)
    guard let bytes, SHA256.hex(of: bytes) == member.digest else {
      let words = LocalizedText(
        chinese: "压缩包在检查过程中被改动", english: "the archive changed while it was checked")
      var details: [String: String] = [:]
      details.set("reason", to: words)
      throw UnreadableSource(
        notice: Notice(file: source.name, stage: .ingest, code: .fileUnreadable, details: details))
    }
    guard !bytes.isEmpty else {
      throw UnreadableSource(
        notice: Notice(file: source.name, stage: .ingest, code: .fileEmpty))
    }
    return bytes
  }

  private func unpacked(_ archive: SourceFile) throws(UnreadableSource) -> UnpackedArchive {
    if let index = opened.firstIndex(where: { $0.path == archive.path }) {
      opened.append(opened.remove(at: index))
    } else {
      let bytes = try archive.read()
      let unpacked = UnpackedArchive()
      _ = converse(.contents, about: bytes) { member, contents in
        unpacked.add(contents, as: member.path)
      }
      opened.append((archive.path, unpacked))
      if opened.count > Self.openAtOnce { opened.removeFirst() }
    }
    return opened[opened.count - 1].archive
  }

  private func listed(_ bytes: [UInt8]) -> ArchiveListing? {
    var members: [ArchiveListing.Member] = []
    let end = converse(.list, about: bytes) { member, _ in members.append(member) }
    switch end {
    case .success(nil): return nil
    case .success(let end?): return ArchiveListing(members: members, obstacle: end.obstacle)
    case .failure(let failure):
      return ArchiveListing(members: members, obstacle: failure.notice(file: ""))
    }
  }

  /// The rows of a workbook's first sheet that has any.
  func table(in bytes: [UInt8]) throws(RosterUnusable) -> RosterTable {
    do {
      let worker = try self.worker ?? WorkerConversation(launch: launch, seconds: seconds)
      self.worker = worker
      try worker.ask(UnpackingRequest.table, about: bytes)
      switch try worker.message() as UnpackingAnswer {
      case .table(let table): return table
      case .noTable(let reason): throw RosterUnusable(reason: reason)
      case .member, .end: throw WorkerConversation.Ended()
      }
    } catch let error as RosterUnusable {
      throw error
    } catch {
      worker = nil
      throw RosterUnusable(
        reason: LocalizedText(
          chinese: "读取表格的进程中止或超时", english: "reading the workbook ended early or took too long"))
    }
  }

  private struct End { let obstacle: Notice? }

  /// - Returns: the end, `nil` for no archive.
  private func converse(
    _ request: UnpackingRequest, about bytes: [UInt8],
    member: (ArchiveListing.Member, [UInt8]) throws -> Void
  ) -> Result<End?, ReaderError> {
    do {
      let worker = try self.worker ?? WorkerConversation(launch: launch, seconds: seconds)
      self.worker = worker
      try worker.ask(request, about: bytes)
      while true {
        let answer: UnpackingAnswer = try worker.message()
        switch answer {
        case .member(let listed):
          if case .contents = request {
            try member(listed, try worker.frame())
          } else {
            try member(listed, [])
          }
        case .table, .noTable: throw WorkerConversation.Ended()
        case .end(let isArchive, let obstacle):
          return .success(isArchive ? End(obstacle: obstacle) : nil)
        }
      }
    } catch {
      worker = nil
      return .failure(ReaderError())
    }
  }
}

/// The worker did not survive the archive, or took too long.
private struct ReaderError: Error {
  func notice(file: String) -> Notice {
    var details: [String: String] = [:]
    details.set(
      "reason",
      to: LocalizedText(chinese: "解压进程中止或超时", english: "unpacking ended early or took too long"))
    return Notice(file: file, stage: .ingest, code: .readerCrashed, details: details)
  }
}

/// The files of an archive, on disk under no name.
private final class UnpackedArchive {
  private var spool: SpoolFile?
  private var places: [String: (start: Int, count: Int)] = [:]

  /// Keeps a file; a disk without room makes it one that cannot be read.
  func add(_ contents: [UInt8], as path: String) {
    do throws(PrivateFile.Failure) {
      if spool == nil { spool = try SpoolFile(inFolder: NSTemporaryDirectory()) }
      places[path] = try spool.map { spool throws(PrivateFile.Failure) in
        (try spool.append(contents), contents.count)
      }
    } catch {
      places[path] = nil
    }
  }

  func read(_ path: String) -> [UInt8]? {
    guard let place = places[path], let spool else { return nil }
    do throws(FileFailure) {
      return try spool.read(at: place.start, count: place.count)
    } catch {
      return nil
    }
  }
}
