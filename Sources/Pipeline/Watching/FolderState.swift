internal import Foundation

/// What lies in files and folders at a moment, as far as the file system tells without reading them.
package struct FolderState: Hashable, Sendable {
  private struct Entry: Hashable {
    let path: String
    let size: Int
    let modified: Date
  }

  private let entries: Set<Entry>

  /// More files than this are no submissions; changes beyond them are not seen.
  package static let fileLimit = 200_000

  /// Looks at paths and at all below them; what cannot be looked at counts as not there.
  package init(_ paths: [String]) {
    var entries: Set<Entry> = []
    let manager = FileManager.default
    func add(_ path: String) {
      do {
        let attributes = try manager.attributesOfItem(atPath: path)
        guard let size = attributes[.size] as? Int,
          let modified = attributes[.modificationDate] as? Date
        else { return }
        entries.insert(Entry(path: path, size: size, modified: modified))
      } catch { return }
    }
    for path in paths {
      add(path)
      guard let below = manager.enumerator(atPath: path) else { continue }
      for case let name as String in below {
        guard entries.count < Self.fileLimit else { break }
        add(path + "/" + name)
      }
    }
    self.entries = entries
  }
}

/// Waits until something changed and has been still again, so that nobody works on half-copied files.
package struct FolderWatch {
  private let paths: () -> [String]
  private var seen: FolderState

  /// How long nothing may change.
  package static let stillness = Duration.seconds(2)
  private static let interval = Duration.milliseconds(250)

  /// - Parameter paths: What to look at, anew each time: files may be added.
  package init(_ paths: @escaping () -> [String]) {
    self.paths = paths
    seen = FolderState(paths())
  }

  /// Waits for a change.
  ///
  /// - Parameters:
  ///   - stillness: How long nothing may change afterwards.
  ///   - shouldStop: Asked between looks.
  /// - Returns: `false` where it was stopped.
  package mutating func next(
    stillness: Duration = Self.stillness, shouldStop: () -> Bool
  ) async -> Bool {
    let clock = ContinuousClock()
    var last = FolderState(paths())
    var since = clock.now
    while !shouldStop() {
      if last != seen, clock.now - since >= stillness {
        seen = last
        return true
      }
      do { try await Task.sleep(for: Self.interval) } catch { return false }
      let now = FolderState(paths())
      if now != last { (last, since) = (now, clock.now) }
    }
    return false
  }
}
