package import Model
package import Native

/// A file of a submission, not read yet.
///
/// What cannot be read is a source all the same, so that it shows in the report and a missing
/// material may be in it: ``read()`` then throws the notice to put into its extraction.
package struct SourceFile: Hashable, Sendable {
  /// Relative to the submission, with `/`; bytes that are not UTF-8 show as `\xNN`.
  package let name: String
  /// Absolute, for messages; where the name is not UTF-8 it leads nowhere, so read by ``read()``.
  package let path: String
  /// The size is in bytes, as the archive lists it.
  package let size: Int
  /// For a file in an archive, `nil` otherwise: such a one is read by an ``ArchiveOpener``.
  package let member: Member?
  let location: FilePath
  private let obstacle: Notice?
  private let limit: Int

  /// Where in an archive a source stands; the archive is the file at ``path``.
  package struct Member: Hashable, Sendable {
    /// As the listing has it.
    package let path: String
    /// The SHA-256 of the bytes in lower-case hexadecimal.
    package let digest: String
  }

  init(
    name: FilePath, location: FilePath, size: Int, limit: Int, obstacle: Notice? = nil,
    member: Member? = nil
  ) {
    self.member = member
    self.name = name.text
    path = location.text
    self.size = size
    self.location = location
    self.obstacle = obstacle
    self.limit = limit
  }

  /// The status of the file as it is now; `nil` where it cannot be read or had an obstacle.
  package var status: FileStatus? {
    guard obstacle == nil, member == nil else { return nil }
    do {
      let status = try FileSystem.status(of: location.bytes)
      return status.kind == .regular ? status : nil
    } catch {
      return nil
    }
  }

  /// The archive in which this source stands; `nil` for a file of its own.
  package var archive: SourceFile? {
    member.map { _ in
      SourceFile(name: location, location: location, size: size, limit: limit)
    }
  }

  /// Why it cannot be read, if that is known already.
  package var obstacleNotice: Notice? { obstacle }

  /// Returns the bytes of a file of its own.
  ///
  /// Never waits for a pipe or a device. Throws the notice for a file that is empty, too large, no
  /// regular file, not readable, or behind a link that leaves the submission.
  package func read() throws(UnreadableSource) -> [UInt8] {
    if let obstacle { throw UnreadableSource(notice: obstacle) }
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.read(location.bytes, limit: limit)
    } catch {
      throw UnreadableSource(notice: error.notice(file: name, limit: limit))
    }
    guard !bytes.isEmpty else {
      throw UnreadableSource(notice: Notice(file: name, stage: .ingest, code: .fileEmpty))
    }
    return bytes
  }
}

/// A source of which nothing could be read.
package struct UnreadableSource: Error, Hashable {
  package let notice: Notice

  package init(notice: Notice) { self.notice = notice }
}
