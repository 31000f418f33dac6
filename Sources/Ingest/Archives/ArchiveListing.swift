package import Model

/// What an archive holds, its nested archives included.
package struct ArchiveListing: Hashable, Sendable {
  /// A file in it.
  package struct Member: Hashable, Sendable {
    /// `b.zip!/身份证.jpg` for one in a nested archive.
    package var path: String
    /// Lower-case hexadecimal SHA-256 of the bytes; empty where there are none.
    package var digest: String
    /// In bytes.
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

  /// In the archive's order.
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
