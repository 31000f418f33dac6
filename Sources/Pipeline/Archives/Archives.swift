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

  private let worker: WorkerConversation<UnpackingService>
  private let cache: ExtractionCache?
  /// The last used comes last.
  private var opened: [(path: String, archive: UnpackedArchive)] = []

  /// - Parameters:
  ///   - program: path of `dossier`, which unpacks as `dossier worker --reader archives`.
  ///   - seconds: how long one archive may take.
  package init(program: String, cache: ExtractionCache?, seconds: Int = 120) {
    worker = WorkerConversation(program: program, kind: "archives", seconds: seconds)
    self.cache = cache
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
    let unpacked = try unpacked(archive)
    let bytes = unpacked.read(member.path)
    guard let bytes, SHA256.hex(of: bytes) == member.digest else {
      let words =
        unpacked.trouble.map { trouble in
          LocalizedText(
            "解压时无法写入临时目录 \(trouble.path)：\(trouble.reason)",
            "unpacking it, \(trouble.path) could not be written: \(trouble.reason)")
        } ?? LocalizedText("压缩包在检查过程中被改动", "the archive changed while it was checked")
      throw UnreadableSource(
        notice: Notice(
          file: source.name, stage: .ingest, code: .fileUnreadable, details: .only("reason", words))
      )
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
      // What was not reached when unpacking ended early is a file that cannot be read.
      _ = unpack(bytes) { unpacked.add($1, as: $0.path) }
      opened.append((archive.path, unpacked))
      if opened.count > Self.openAtOnce { opened.removeFirst() }
    }
    return opened[opened.count - 1].archive
  }

  /// What the bytes hold; `nil` if they are no archive.
  private func listed(_ bytes: [UInt8]) -> ArchiveListing? {
    var members: [ArchiveListing.Member] = []
    let (isArchive, obstacle) = unpack(bytes) { member, _ in members.append(member) }
    return isArchive ? ArchiveListing(members: members, obstacle: obstacle) : nil
  }

  /// A worker of its own for each: what has taken one over has nothing to say of another archive.
  private func unpack(
    _ bytes: [UInt8], member: (ArchiveListing.Member, [UInt8]) -> Void
  ) -> (isArchive: Bool, obstacle: Notice?) {
    defer { worker.end() }
    do {
      var check = ArchiveCheck()
      return try worker.ask(UnpackingService.Request(.contents, of: bytes)) { answer in
        switch answer {
        case .member(let found, let contents):
          member(try check.checked(found, contents), contents)
          return nil
        case .end(let isArchive, let obstacle):
          if let obstacle, !ArchiveCheck.isObstacle(obstacle) { throw WireReader.Malformed() }
          return (isArchive, obstacle)
        case .table, .noTable: throw WireReader.Malformed()
        }
      }
    } catch {
      let words = LocalizedText("解压进程中止或超时", "unpacking ended early or took too long")
      return (
        true,
        Notice(file: "", stage: .ingest, code: .readerCrashed, details: .only("reason", words))
      )
    }
  }

  /// The rows of a workbook's first sheet that has any.
  func table(in bytes: [UInt8]) throws(RosterUnusable) -> RosterTable {
    defer { worker.end() }
    let table: Result<RosterTable, RosterUnusable>
    do {
      table = try worker.ask(UnpackingService.Request(.table, of: bytes)) { answer in
        switch answer {
        case .table(let table): .success(table)
        case .noTable(let reason): .failure(RosterUnusable(reason: reason))
        case .member, .end: throw WireReader.Malformed()
        }
      }
    } catch {
      throw RosterUnusable(
        reason: LocalizedText("读取表格的进程中止或超时", "reading the workbook ended early or took too long"))
    }
    return try table.get()
  }
}

/// The files of an archive, on disk under no name.
private final class UnpackedArchive {
  private var spool: SpoolFile?
  private var places: [String: (start: Int, count: Int)] = [:]
  /// Why files of it could not be kept.
  private(set) var trouble: PrivateFile.Failure?

  /// Keeps a file; a disk without room makes it one that cannot be read.
  func add(_ contents: [UInt8], as path: String) {
    do throws(PrivateFile.Failure) {
      if spool == nil { spool = try SpoolFile(inFolder: NSTemporaryDirectory()) }
      places[path] = try spool.map { spool throws(PrivateFile.Failure) in
        (try spool.append(contents), contents.count)
      }
    } catch {
      trouble = error
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
