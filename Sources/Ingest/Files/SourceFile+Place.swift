extension SourceFile {
  /// The absolute path as the file system has it; for a file in an archive that of the archive.
  package var place: [UInt8] { location.bytes }

  /// A file that another process took in.
  ///
  /// - Parameter place: ``place``, as it is called now.
  package init(
    name: String, place: [UInt8], size: Int, member: Member?, limits: IntakeLimits = IntakeLimits()
  ) {
    self.init(
      name: FilePath(name), location: FilePath(bytes: place), size: size, limit: limits.fileSize,
      member: member)
  }
}

extension SourceFile.Member {
  package init(inArchive path: String, digest: String) {
    self.init(path: path, digest: digest)
  }
}
