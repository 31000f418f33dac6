internal import Foundation
internal import Native

/// Remembers beside the cache into which folders reports were written, so that a later run passes them over.
struct ReportRegister {
  private let folder: String?

  /// - Parameter cache: The folder of the cache; without one nothing is remembered.
  init(cache: String?) { folder = cache.map { $0 + "/reports" } }

  /// The folders that are still there.
  var folders: Set<String> {
    guard let folder, FileManager.default.fileExists(atPath: folder) else { return [] }
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      let paths = try names.map { name in
        String(
          decoding: try FileSystem.read(Array("\(folder)/\(name)".utf8), limit: 65_536),
          as: UTF8.self)
      }
      return Set(paths)
    } catch {
      // What is not remembered is read, which is told.
      return []
    }
  }

  /// Remembers a folder; what cannot be remembered is read by the next run, which tells of it.
  func add(_ path: String) {
    guard let folder else { return }
    let resolved = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    do {
      let own = try OutputFolder(creating: folder)
      try own.write(Array(resolved.utf8), to: SHA256.hex(of: resolved))
    } catch {
      return
    }
  }
}
