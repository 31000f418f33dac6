internal import Model

extension SourceFile {
  /// Returns the files in an archive, each under `archive!/path`; the source itself if it is none.
  package func files(
    openedBy archives: any ArchiveOpener, limits: IntakeLimits = IntakeLimits()
  ) -> [SourceFile] {
    guard obstacleNotice == nil, member == nil, Self.mayBeArchive(name),
      let listing = archives.listing(of: self),
      !listing.members.isEmpty || listing.obstacle != nil
    else { return [self] }
    var files: [SourceFile] = []
    if var obstacle = listing.obstacle {
      obstacle.file = name
      files.append(
        SourceFile(
          name: FilePath(name), location: location, size: size, limit: limits.fileSize,
          obstacle: obstacle))
    }
    for member in listing.members where !IgnoredFiles.contains(path: member.path) {
      files.append(
        SourceFile(
          member, in: location, name: name + ArchiveListing.separator + member.path,
          limit: limits.fileSize))
    }
    return files.sorted { FilePath($0.name) < FilePath($1.name) }
  }

  /// Returns what in an archive is not read for its name.
  func leftOut(openedBy archives: any ArchiveOpener) -> [Notice] {
    guard obstacleNotice == nil, member == nil, Self.mayBeArchive(name),
      let listing = archives.listing(of: self)
    else { return [] }
    return listing.members.filter { IgnoredFiles.contains(path: $0.path) }.compactMap { member in
      IgnoredFiles.notice(of: name + ArchiveListing.separator + member.path, isTop: false) { nil }
    }
  }

  init(_ member: ArchiveListing.Member, in archive: FilePath, name: String, limit: Int) {
    var obstacle = member.obstacle
    obstacle?.file = name
    self.init(
      name: FilePath(name), location: archive, size: member.size, limit: limit,
      obstacle: obstacle, member: Member(path: member.path, digest: member.digest))
  }

  /// By the name: to know it by content every picture would have to be opened.
  static func mayBeArchive(_ name: String) -> Bool {
    let name = name.lowercased()
    return archiveEndings.contains { name.hasSuffix($0) }
  }

  /// The path of an archive as its submission is called.
  package static func withoutArchiveEnding(_ path: String) -> String {
    mayBeArchive(path)
      ? path.split(separator: ".", omittingEmptySubsequences: false).dropLast()
        .joined(separator: ".") : path
  }

  private static let archiveEndings = [
    ".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".xz", ".txz", ".bz2", ".tbz2",
  ]
}
