internal import Native

extension SourceFile {
  /// A file named by hand, which keeps the name it was given; a link given by hand is meant.
  ///
  /// - Throws: ``UnreadableSource`` where there is nothing of that name.
  package init(givenPath path: String, limits: IntakeLimits = IntakeLimits())
    throws(UnreadableSource)
  {
    do throws(FileFailure) {
      let location = FilePath(bytes: try FileSystem.resolved(Array(path.utf8)))
      let status = try FileSystem.status(of: location.bytes)
      self.init(
        name: FilePath(path), location: location, size: status.size, limit: limits.fileSize,
        obstacle: status.kind == .regular ? nil : status.kind.notice(file: path))
    } catch {
      throw UnreadableSource(notice: error.notice(file: path, limit: limits.fileSize))
    }
  }
}
