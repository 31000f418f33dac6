internal import Foundation
internal import Ingest
internal import Model
internal import Native

/// What earlier runs read, found by content; a source that is in it is not opened again.
package final class ExtractionCache: Sendable {
  private let store: CacheStore
  private let context: ReadingContext

  package init(store: CacheStore, context: ReadingContext) {
    self.store = store
    self.context = context
  }

  /// The content's digest of a file that was read before and has not changed.
  func digest(of source: SourceFile) -> String? {
    source.member?.digest ?? source.status.flatMap(store.digest)
  }

  /// The source's extraction if it was read before and has not changed.
  ///
  /// A file of the same place, size and times is taken for the same: `changed`, which no program can
  /// set, is among them. Otherwise it is opened to know its content.
  func known(_ source: SourceFile) -> Extraction? {
    guard let digest = digest(of: source), !digest.isEmpty else { return nil }
    return extraction(of: digest, file: source.name)
  }

  /// The extraction of a source with that content.
  func extraction(of digest: String, file: String) -> Extraction? {
    guard let body = store.body(.extraction, key: key(digest, file: file)) else { return nil }
    do throws(WireReader.Malformed) {
      return try ExtractionForm.extraction(in: body, file: file)
    } catch {
      // Damaged, or of a build under the same time and size: it will be read and replaced.
      return nil
    }
  }

  /// Keeps the content's digest for the file as it was before and after it was read.
  func remember(_ digest: String, of source: SourceFile, before status: FileStatus?) {
    guard let status, source.status == status, Self.isSettled(status) else { return }
    store.remember(digest, of: status)
  }

  /// Keeps an extraction for later runs, unless another try might do better.
  func keep(_ extraction: Extraction) {
    guard !extraction.digest.isEmpty, !extraction.notices.contains(where: { $0.code.isTransient })
    else { return }
    do throws(ExtractionForm.Unfaithful) {
      store.put(
        try ExtractionForm.bytes(of: extraction),
        as: CacheStore.Label(
          kind: .extraction, key: key(extraction.digest, file: extraction.file),
          source: extraction.digest, mediaType: extraction.mediaType.rawValue))
    } catch {
      // It will be read again.
      return
    }
  }

  /// What an archive with that content holds.
  func listing(of digest: String) -> ArchiveListing? {
    guard let body = store.body(.archive, key: key(digest, file: "")) else { return nil }
    do throws(WireReader.Malformed) {
      return try WireReader.value(ArchiveListing.self, in: body)
    } catch {
      return nil
    }
  }

  /// Keeps what an archive holds, unless another try might do better.
  func keep(_ listing: ArchiveListing, of digest: String, mediaType: MediaType) {
    let notices = listing.members.map(\.obstacle) + [listing.obstacle]
    guard !notices.contains(where: { $0?.code.isTransient == true }) else { return }
    store.put(
      WireWriter.bytes(of: listing),
      as: CacheStore.Label(
        kind: .archive, key: key(digest, file: ""), source: digest, mediaType: mediaType.rawValue))
  }

  /// The name counts without its folders: an extension that lies gets a notice.
  private func key(_ digest: String, file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init)
    return SHA256.hex(of: [context.digest, digest, name ?? file].joined(separator: "\n"))
  }

  /// Whether the last change is long enough ago that the next one will have another time: file systems
  /// count time in steps of up to two seconds.
  private static func isSettled(_ status: FileStatus) -> Bool {
    let now = Int(Date().timeIntervalSince1970 * 1_000_000_000)
    return now - max(status.changed, status.modified) > 3_000_000_000
  }
}
