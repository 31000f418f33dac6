package import Model
package import Native

/// Unpacks an archive with those in it; runs in a worker, since the bytes are a stranger's.
package struct ArchiveUnpacking {
  /// Gets each file with its bytes; none where there is an obstacle.
  package typealias Visitor = (ArchiveListing.Member, [UInt8]) -> Void

  /// Archives in one another, the outermost included.
  private static let nesting = 3

  private let limits: ArchiveLimits
  /// What all archives in one another may still give.
  private var entriesLeft: Int
  private var bytesLeft: Int

  private init(limits: ArchiveLimits) {
    self.limits = limits
    entriesLeft = limits.entries
    bytesLeft = limits.totalSize
  }

  /// Unpacks an archive.
  /// - Returns: why it could not be read, or not to its end.
  package static func unpack(
    _ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits(), visit: Visitor
  ) -> Notice? {
    var unpacking = ArchiveUnpacking(limits: limits)
    return unpacking.unpack(bytes, prefix: "", level: 1, visit)
  }

  /// Returns whether the bytes are an archive of files, and no document that is packed like one.
  package static func isArchive(_ bytes: [UInt8]) -> Bool {
    switch MediaType(sniffing: bytes) {
    case .zip, .sevenZip, .rar, .tar, .gzip: true
    default:
      bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) || bytes.starts(with: "BZh".utf8)
    }
  }

  private mutating func unpack(
    _ bytes: [UInt8], prefix: String, level: Int, _ visit: Visitor
  ) -> Notice? {
    var limits = limits
    limits.entries = entriesLeft
    limits.totalSize = bytesLeft
    var nested: [(path: String, bytes: [UInt8])] = []
    var taken = (entries: 0, bytes: 0)
    var obstacle: Notice?
    do throws(ArchiveRefusal) {
      try ArchiveReader.read(bytes, limits: limits) { entry in
        let path = prefix + entry.path
        taken.entries += 1
        switch entry.contents {
        case .failure(let fault): miss(path, fault.notice(file: path), visit)
        case .success(let contents):
          taken.bytes += contents.count
          if !Self.isArchive(contents) {
            visit(
              ArchiveListing.Member(
                path: path, digest: SHA256.hex(of: contents), size: contents.count), contents)
          } else if level < Self.nesting {
            nested.append((path, contents))
          } else {
            miss(
              path,
              Notice(
                file: path, stage: .ingest, code: .archiveRefused,
                words: ArchiveWords.tooDeep(Self.nesting)), visit)
          }
        }
      }
    } catch {
      obstacle = error.notice(file: prefix, limits: self.limits)
    }
    entriesLeft = max(0, entriesLeft - taken.entries)
    bytesLeft = max(0, bytesLeft - taken.bytes)
    for archive in nested {
      let inner = unpack(
        archive.bytes, prefix: archive.path + ArchiveListing.separator, level: level + 1, visit)
      if var inner {
        inner.file = archive.path
        miss(archive.path, inner, visit)
      }
    }
    return obstacle
  }

  private func miss(_ path: String, _ notice: Notice, _ visit: Visitor) {
    visit(ArchiveListing.Member(path: path, digest: "", size: 0, obstacle: notice), [])
  }
}
