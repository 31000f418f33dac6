/// What a stranger's archive may unpack to; what lies beyond is refused.
package struct ArchiveLimits: Hashable, Sendable {
  /// How many entries an archive may have, folders included.
  package var entries: Int
  /// How many bytes one entry may have, unpacked.
  package var entrySize: Int
  /// How many bytes all entries together may have, unpacked.
  package var totalSize: Int
  /// How many unpacked bytes may come of each byte of the archive, counted beyond ``freeSize``.
  package var ratio: Int
  /// Unpacked bytes that are nobody's bomb, however well they were packed.
  package var freeSize: Int
  /// Folders in one another in an entry's name.
  package var depth: Int
  /// Bytes of an entry's name.
  package var nameLength: Int
  /// Whether a leading slash is passed over: parts of a container are looked up by name and never written to a disk.
  package var takesRootedNames: Bool

  package init(
    entries: Int = 5000, entrySize: Int = 200 << 20, totalSize: Int = 512 << 20, ratio: Int = 200,
    freeSize: Int = 16 << 20, depth: Int = 16, nameLength: Int = 1024,
    takesRootedNames: Bool = false
  ) {
    self.entries = entries
    self.entrySize = entrySize
    self.totalSize = totalSize
    self.ratio = ratio
    self.freeSize = freeSize
    self.depth = depth
    self.nameLength = nameLength
    self.takesRootedNames = takesRootedNames
  }
}

/// Why the rest of an archive was not read.
package enum ArchiveRefusal: Error, Hashable {
  /// Neither zip, 7z, rar nor tar.
  case notAnArchive
  /// Cut off or damaged, in libarchive's words.
  case damaged(reason: String)
  /// Even the names need a password.
  case encrypted
  case tooManyEntries(limit: Int)
  /// It unpacks to more than so many bytes in all.
  case tooMuchData(limit: Int)
  /// It unpacks to more than so many times its size: a bomb.
  case ratioTooHigh(limit: Int)
}

/// Why one entry was not read, while others are.
package enum ArchiveEntryFault: Error, Hashable {
  /// Its name is absolute, empty, or climbs out by `..`.
  case unsafeName
  case nameTooLong
  /// More folders in one another than the limit.
  case tooDeep(limit: Int)
  /// A symbolic or hard link.
  case link
  /// A device, pipe or socket.
  case notRegular
  case encrypted
  case tooLarge(limit: Int)
  /// In libarchive's words.
  case damaged(reason: String)
}

/// An entry of an archive that is no folder.
package struct ArchiveEntry: Hashable, Sendable {
  /// With `/` between folders; UTF-8, decoded from GB 18030 where it was none; other bytes as `\xNN`.
  package let path: String
  /// Whether the name was neither UTF-8 nor GB 18030.
  package let isNameGarbled: Bool
  package let contents: Result<[UInt8], ArchiveEntryFault>
}
