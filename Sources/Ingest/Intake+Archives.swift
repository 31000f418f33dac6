internal import Model
internal import Native

extension Intake {
  /// Takes an archive as a submission, or as several where several of its folders have declarations.
  ///
  /// - Returns: false if there is none at that place.
  mutating func takeArchive(_ location: FilePath, in folder: FilePath) -> Bool {
    guard let archive = archive(at: location) else { return false }
    let stem = folder.appending(Array(location.stem.utf8)).text
    if isUnwantedArchive(stem) { return !isWanted(unique(stem)) }
    guard let listing = archives?.listing(of: archive) else {
      return takeDamaged(archive, at: location, in: folder)
    }
    let files = members(of: listing, in: location)
    let roots = Self.roots(of: files.map(\.path))
    if roots.count > 1 { result.isBatch = true }
    for root in roots {
      let inside = files.filter { $0.path.hasPrefix(root) }
      // A declaration in the archive's only folder: the archive is the company.
      let name = roots.count == 1 ? stem : stem + "/" + root.dropLast()
      addMembers(inside, of: location, below: root, name: name)
    }
    for file in files where !roots.contains(where: { file.path.hasPrefix($0) }) {
      if IgnoredFiles.contains(path: file.path) { continue }
      result.notices.append(
        Notice(
          file: FilePath(bytes: location.lastComponent).text + ArchiveListing.separator + file.path,
          stage: .ingest, code: .looseFile))
    }
    if var obstacle = listing.obstacle {
      obstacle.file = FilePath(bytes: location.lastComponent).text
      result.attach(obstacle, toLast: roots.count)
    }
    return true
  }

  /// Takes what is called like an archive and is nothing else either for a company's, of which nothing can be read.
  private mutating func takeDamaged(
    _ archive: SourceFile, at location: FilePath, in folder: FilePath
  ) -> Bool {
    let reason: Notice
    do throws(UnreadableSource) {
      guard MediaType(sniffing: try archive.read()) == .unknown else { return false }
      reason = Notice(
        file: "", stage: .ingest, code: .archiveDamaged, words: ArchiveWords.noFormat)
    } catch {
      reason = error.notice
    }
    var notice = reason
    notice.file = FilePath(bytes: location.lastComponent).text
    let name = unique(folder.appending(Array(location.stem.utf8)).text)
    result.submissions.append(
      Submission(name: name, sources: [], declaration: .missing, notices: [notice]))
    return true
  }

  /// The files of a submission, those of its archives one by one, as far as its room goes; the first beyond it stands
  /// for all of the rest.
  func unpacked(_ sources: [SourceFile]) -> [SourceFile] {
    var files: [SourceFile] = []
    var bytes = 0
    for source in sources {
      let found = archives.map { source.files(openedBy: $0, limits: limits) } ?? [source]
      for file in found {
        bytes += file.size
        // What already stands for a rest needs no more room.
        guard files.count <= limits.files, bytes <= limits.bytes else {
          return files + [tooMuch(file, bytes: bytes)]
        }
        files.append(file)
      }
    }
    return files
  }

  private func tooMuch(_ file: SourceFile, bytes: Int) -> SourceFile {
    let words =
      bytes > limits.bytes
      ? LocalizedText("\(limits.bytes) 字节", "\(limits.bytes) bytes")
      : LocalizedText("\(limits.files) 个文件", "\(limits.files) files")
    return SourceFile(
      name: FilePath(file.name), location: file.location, size: 0, limit: limits.fileSize,
      obstacle: Notice(
        file: file.name, stage: .ingest, code: .submissionTooLarge,
        details: .only("reason", words)))
  }

  /// What of an archive is not read for its name.
  func leftOut(of source: SourceFile) -> [Notice] {
    guard let archives else { return [] }
    return source.leftOut(openedBy: archives)
  }

  private func archive(at location: FilePath) -> SourceFile? {
    guard archives != nil, SourceFile.mayBeArchive(location.text) else { return nil }
    do {
      let status = try FileSystem.status(of: location.bytes)
      guard status.kind == .regular else { return nil }
      return SourceFile(
        name: location, location: location, size: status.size, limit: limits.fileSize)
    } catch {
      return nil
    }
  }

  private func members(of listing: ArchiveListing, in location: FilePath) -> [ArchiveListing.Member]
  {
    listing.members.sorted { FilePath($0.path) < FilePath($1.path) }
  }

  /// The outermost folders with a declaration, each ending in `/`; the archive itself is the empty one.
  private static func roots(of paths: [String]) -> [String] {
    let declared = paths.compactMap { path -> String? in
      let parts = path.split(separator: "/")
      guard let name = parts.last, IgnoredFiles.isDeclaration(Array(name.utf8)),
        !parts.dropLast().contains(where: { IgnoredFiles.contains(Array($0.utf8)) })
      else { return nil }
      return String(path.dropLast(name.count))
    }
    let outermost = Set(declared).filter { root in
      !declared.contains { $0 != root && root.hasPrefix($0) }
    }
    return outermost.isEmpty ? [""] : outermost.sorted { FilePath($0) < FilePath($1) }
  }

  private mutating func addMembers(
    _ members: [ArchiveListing.Member], of location: FilePath, below root: String, name: String
  ) {
    let files = members.map { member in
      SourceFile(
        member, in: location, name: String(member.path.dropFirst(root.count)),
        limit: limits.fileSize)
    }
    let atTop = files.filter { !$0.name.contains("/") }
    func read(_ name: [UInt8]) throws(FileFailure) -> [UInt8] {
      guard let archives, let file = atTop.first(where: { Array($0.name.utf8) == name }) else {
        throw .missing
      }
      guard file.size <= limits.declarationSize else { throw .tooLarge(size: file.size) }
      do throws(UnreadableSource) { return try archives.read(file) } catch { throw .missing }
    }
    let names = atTop.map { Array($0.name.utf8) }
    let name = unique(name)
    guard isWanted(name) else { return }
    result.submissions.append(
      Submission(
        name: name,
        sources: files.filter { !IgnoredFiles.contains(path: $0.name) },
        declaration: Declaration(
          among: names.filter(IgnoredFiles.isDeclaration), schema: schema, read: read),
        notices: files.compactMap { file in
          IgnoredFiles.contains(path: file.name)
            ? IgnoredFiles.notice(of: file.name, isTop: !file.name.contains("/")) { nil } : nil
        } + IgnoredFiles.confirmations(among: names),
        waivers: EntryFile(WaiverReader.self, among: names, read: read)))
  }
}

extension IntakeResult {
  /// Adds a notice to each of the last submissions: all that came from one archive.
  fileprivate mutating func attach(_ notice: Notice, toLast count: Int) {
    for index in submissions.indices.suffix(count) {
      submissions[index] = submissions[index].with(notices: [notice])
    }
  }
}
