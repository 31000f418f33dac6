internal import Ingest
internal import Model
internal import Native

/// What the process that unpacks may say of an archive: its files by what they hold, and nothing of other files.
struct ArchiveCheck {
  private let limits = ArchiveLimits()
  private var entries = 0
  private var bytes = 0

  /// Returns the member with the digest of what it holds, whatever the process says of it.
  ///
  /// - Throws: ``WireReader/Malformed`` for a name that leaves the archive, for a notice about something else, and
  ///   for more than an archive may give.
  mutating func checked(
    _ member: ArchiveListing.Member, _ contents: [UInt8]
  ) throws(WireReader.Malformed) -> ArchiveListing.Member {
    entries += 1
    bytes += contents.count
    // An archive inside another is counted with its files, and told once more where it could not be read.
    guard entries <= 2 * limits.entries, bytes <= limits.totalSize + limits.entrySize,
      (1...4 * limits.nameLength).contains(member.path.utf8.count)
    else { throw WireReader.Malformed() }
    if let obstacle = member.obstacle {
      guard obstacle.file == member.path, Self.isObstacle(obstacle), contents.isEmpty else {
        throw WireReader.Malformed()
      }
      return ArchiveListing.Member(path: member.path, digest: "", size: 0, obstacle: obstacle)
    }
    guard Self.staysInside(member.path) else { throw WireReader.Malformed() }
    return ArchiveListing.Member(
      path: member.path, digest: SHA256.hex(of: contents), size: contents.count)
  }

  /// Whether a notice is one about archives.
  static func isObstacle(_ notice: Notice) -> Bool {
    notice.stage == .ingest && notice.page == nil
      && [.archiveDamaged, .archiveEncrypted, .archiveRefused].contains(notice.code)
      && notice.details.allSatisfy { $0.value.utf8.count <= 4096 }
  }

  /// What does not is told with an obstacle, under the name that it has.
  private static func staysInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return path.utf8.first != 0x2F && !parts.contains("..") && !path.utf8.contains(0)
  }
}
