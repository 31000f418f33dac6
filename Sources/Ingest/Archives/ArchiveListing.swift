package import Model

/// What an archive holds, its nested archives included.
package struct ArchiveListing: Hashable, Sendable {
  /// A member is a file in the archive.
  package struct Member: Hashable, Sendable {
    /// The path is like `b.zip!/身份证.jpg` for a file in a nested archive.
    package var path: String
    /// Lower-case hexadecimal SHA-256 of the bytes; empty where there are none.
    package var digest: String
    /// The size is in bytes.
    package var size: Int
    /// Why it cannot be read, under its path.
    package var obstacle: Notice?

    package init(path: String, digest: String, size: Int, obstacle: Notice? = nil) {
      self.path = path
      self.digest = digest
      self.size = size
      self.obstacle = obstacle
    }
  }

  /// The members stand in the archive's order.
  package var members: [Member]
  /// Why it could not be read, or not to its end, without a file's name.
  package var obstacle: Notice?

  package init(members: [Member], obstacle: Notice? = nil) {
    self.members = members
    self.obstacle = obstacle
  }

  /// What stands between an archive's name and that of a file in it.
  package static let separator = "!/"
}

/// Lists archives and reads files out of them, in a process that may die of it.
package protocol ArchiveOpener {
  /// What the source holds; `nil` if it is no archive.
  func listing(of source: SourceFile) -> ArchiveListing?
  /// The bytes of a file in an archive.
  func read(_ source: SourceFile) throws(UnreadableSource) -> [UInt8]
}
