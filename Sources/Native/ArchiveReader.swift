internal import CArchive
internal import Glibc

/// Unpacks zip, 7z, rar and tar (plain, gzip, bzip2, xz) from memory into memory.
package enum ArchiveReader {
  /// Visits every entry that is no folder, in the archive's order, each once.
  ///
  /// - Parameters:
  ///   - wants: by path; entries that are not wanted are passed over without being unpacked, where
  ///     the format allows, and not visited.
  ///   - visit: gets the entry with its bytes, or with why there are none.
  /// - Throws: ``ArchiveRefusal`` when no more can be read; what was visited before is good.
  package static func read(
    _ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits(),
    wants: (String) -> Bool = { _ in true }, visit: (ArchiveEntry) -> Void
  ) throws(ArchiveRefusal) {
    // libarchive gives no name at all, not even in UTF-8, in the C locale that Swift programs start in.
    // For this thread alone: the process keeps its locale.
    let locale = unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let old = unsafe uselocale(locale)
    defer {
      unsafe uselocale(old)
      if let locale = unsafe locale { unsafe freelocale(locale) }
    }
    let result: Result<Void, ArchiveRefusal> = unsafe bytes.withUnsafeBytes { buffer in
      do throws(ArchiveRefusal) {
        var walk = try unsafe ArchiveWalk(buffer, limits: limits)
        while let entry = try walk.next(wants: wants) { visit(entry) }
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// Returns the wanted files by path, for containers whose parts are looked up by name (OFD, OOXML).
  ///
  /// Of two entries of one name the first counts; entries with faults are left out.
  package static func files(
    in bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits(takesRootedNames: true),
    wants: (String) -> Bool = { _ in true }
  ) throws(ArchiveRefusal) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    try read(bytes, limits: limits, wants: wants) { entry in
      if case .success(let contents) = entry.contents, files[entry.path] == nil {
        files[entry.path] = contents
      }
    }
    return files
  }
}

/// One pass over an archive in memory that outlives it.
@safe private struct ArchiveWalk: ~Copyable {
  private let handle: OpaquePointer
  private let limits: ArchiveLimits
  private let packedSize: Int
  private var seen = 0
  private var unpackedSize = 0

  @unsafe init(_ bytes: UnsafeRawBufferPointer, limits: ArchiveLimits) throws(ArchiveRefusal) {
    guard let handle = unsafe archive_read_new() else { throw .damaged(reason: "out of memory") }
    unsafe archive_read_support_format_zip(handle)
    unsafe archive_read_support_format_7zip(handle)
    unsafe archive_read_support_format_rar(handle)
    unsafe archive_read_support_format_rar5(handle)
    unsafe archive_read_support_format_tar(handle)
    unsafe archive_read_support_filter_gzip(handle)
    unsafe archive_read_support_filter_bzip2(handle)
    unsafe archive_read_support_filter_xz(handle)
    guard unsafe archive_read_open_memory(handle, bytes.baseAddress, bytes.count) == ARCHIVE_OK
    else {
      unsafe archive_read_free(handle)
      throw .notAnArchive
    }
    unsafe self.handle = handle
    self.limits = limits
    packedSize = bytes.count
  }

  deinit { unsafe archive_read_free(handle) }

  /// The next wanted entry that is no folder; `nil` at the end.
  mutating func next(wants: (String) -> Bool) throws(ArchiveRefusal) -> ArchiveEntry? {
    while true {
      var record: OpaquePointer?
      switch unsafe archive_read_next_header(handle, &record) {
      case ARCHIVE_EOF: return nil
      case ARCHIVE_OK, ARCHIVE_WARN: break
      default: throw refusal
      }
      guard let record = unsafe record else { return nil }
      seen += 1
      guard seen <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
      if unsafe archive_entry_filetype(record) == S_IFDIR { continue }
      let name = unsafe ArchiveName(rawName(of: record), number: seen)
      guard wants(name.path) else { continue }
      let contents: Result<[UInt8], ArchiveEntryFault>
      if let fault = unsafe fault(of: record, name) {
        contents = .failure(fault)
      } else {
        contents = try unpacked()
      }
      return ArchiveEntry(
        path: name.path, isNameGarbled: name.isGarbled, contents: contents)
    }
  }

  private var refusal: ArchiveRefusal {
    if unsafe archive_read_has_encrypted_entries(handle) == 1 { return .encrypted }
    return unsafe archive_format(handle) == 0 ? .notAnArchive : .damaged(reason: reason)
  }

  private var reason: String {
    guard let text = unsafe archive_error_string(handle) else { return "no reason given" }
    return unsafe String(cString: text)
  }

  @unsafe private func rawName(of record: OpaquePointer) -> [UInt8] {
    guard let name = unsafe archive_entry_pathname(record) else { return [] }
    return unsafe [UInt8](UnsafeRawBufferPointer(start: name, count: strlen(name)))
  }

  @unsafe private func fault(of record: OpaquePointer, _ name: ArchiveName) -> ArchiveEntryFault? {
    if unsafe archive_entry_hardlink(record) != nil { return .link }
    switch unsafe archive_entry_filetype(record) {
    case S_IFREG, 0: break
    case S_IFLNK: return .link
    default: return .notRegular
    }
    if let fault = name.fault(limits) { return fault }
    if unsafe archive_entry_is_encrypted(record) != 0 { return .encrypted }
    let claim = unsafe archive_entry_size_is_set(record) != 0 ? archive_entry_size(record) : 0
    return claim > limits.entrySize ? .tooLarge(limit: limits.entrySize) : nil
  }

  /// The entry's bytes; what it claims as its size is not believed.
  private mutating func unpacked() throws(ArchiveRefusal) -> Result<[UInt8], ArchiveEntryFault> {
    var contents: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe archive_read_data(handle, &chunk, chunk.count)
      if count == 0 { return .success(contents) }
      guard count > 0 else { return .failure(.damaged(reason: reason)) }
      unpackedSize += count
      guard unpackedSize <= limits.totalSize else { throw .tooMuchData(limit: limits.totalSize) }
      guard
        unpackedSize <= limits.freeSize || unpackedSize / limits.ratio <= packedSize
      else { throw .ratioTooHigh(limit: limits.ratio) }
      guard contents.count + count <= limits.entrySize else {
        return .failure(.tooLarge(limit: limits.entrySize))
      }
      contents.append(contentsOf: chunk[..<count])
    }
  }
}
