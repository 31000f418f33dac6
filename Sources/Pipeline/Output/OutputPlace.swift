internal import Foundation

/// Where something is to be written, with links followed as far as there are any.
struct OutputPlace {
  private let path: String

  init(_ path: String) { self.path = Self.resolved(path) }

  /// Whether it is one of the folders.
  func isOne(of folders: [String]) -> Bool { folders.map(Self.resolved).contains(path) }

  /// Whether it lies below one of the folders.
  func isBelow(_ folders: [String]) -> Bool {
    folders.map(Self.resolved).contains { path.hasPrefix($0 == "/" ? $0 : $0 + "/") }
  }

  /// Whether the next run would take reports there for materials: in a folder that is checked, or below one without
  /// the `index.json` by which a folder of reports is known.
  ///
  /// - Parameter names: Of the submissions in a batch.
  func isTakenForMaterials(of paths: [String], named names: [String], hasIndex: Bool) -> Bool {
    if !hasIndex && isBelow(paths) || isOne(of: paths) { return true }
    // Most outputs lie elsewhere: the names need not be looked at.
    return isBelow(paths) && isOne(of: paths.flatMap { path in names.map { path + "/" + $0 } })
  }

  /// Whether a submission's own folder lies in it: its reports would stand among materials, and as a folder of reports
  /// it would be passed over with all that is in it.
  ///
  /// - Parameter folders: Of the submissions, resolved.
  func holdsMaterials(of folders: [String]) -> Bool {
    let own = path == "/" ? "/" : path + "/"
    return folders.contains { $0 == path || $0.hasPrefix(own) }
  }

  func isInside(_ folders: [String]) -> Bool { isOne(of: folders) || isBelow(folders) }

  /// The working folder, as a path from here.
  var wayToHere: String {
    let target = Self.parts(Self.resolved(FileManager.default.currentDirectoryPath))
    let own = Self.parts(path)
    let shared = zip(own, target).prefix { $0 == $1 }.count
    let way =
      Array(repeating: "..", count: own.count - shared) + target.dropFirst(shared).map(String.init)
    return way.isEmpty ? "." : way.joined(separator: "/")
  }

  private static func parts(_ path: String) -> [Substring] { path.split(separator: "/") }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
