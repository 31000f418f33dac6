internal import Native

/// What a folder holds, as far as it tells submissions from batches.
struct FolderContents {
  struct Child {
    let name: [UInt8]
    let isDeclared: Bool
    /// Whether nothing at all lies in it.
    let isEmpty: Bool
  }

  let location: FilePath
  /// Whether a `declared.*` stands in it.
  let isDeclared: Bool
  /// Folders that may hold materials, sorted.
  let folders: [Child]
  /// All that is no folder and might be a material, sorted.
  let others: [[UInt8]]
  /// Links, which a batch does not follow, sorted.
  let links: [[UInt8]]
  /// Whether one of them leads out of it.
  private let hasOutwardLink: Bool
  /// Files of the group's that are read only where they are named: rosters, waivers, project files; sorted.
  let unused: [[UInt8]]

  init(_ location: FilePath, own: OwnFiles = OwnFiles()) throws(FileFailure) {
    let names = try FileSystem.names(inFolder: location.bytes)
    var folders: [Child] = []
    var others: [[UInt8]] = []
    var links: [[UInt8]] = []
    for name in names where !IgnoredFiles.contains(name) {
      let path = location.appending(name)
      if own.contains(path) { continue }
      switch Self.kind(of: path) {
      case .folder:
        if let child = Self.child(name, at: path, own) { folders.append(child) }
      case .symbolicLink:
        links.append(name)
      case .regular, .pipe, .socket, .device, .other: others.append(name)
      }
    }
    self.location = location
    self.folders = folders
    self.others = others
    self.links = links
    hasOutwardLink = links.contains { Self.leaves(location.appending($0), folder: location) }
    unused = names.filter {
      IgnoredFiles.isOfGroup($0) && !own.contains(location.appending($0))
    }
    isDeclared = names.contains { IgnoredFiles.isDeclaration($0) }
  }

  /// Whether there is nothing in it but folders.
  var holdsOnlyFolders: Bool { !folders.isEmpty && others.isEmpty && !hasOutwardLink }

  /// Whether the folder is one company's, not a folder of many.
  ///
  /// - Parameter amongDeclared: Whether it stands beside folders with declarations: then one without,
  ///   sorted into subfolders, is a company that forgot its own, not another batch.
  func isSubmission(amongDeclared: Bool) -> Bool {
    if isDeclared { return true }
    if folders.contains(where: \.isDeclared) { return false }
    return amongDeclared || !holdsOnlyFolders
  }

  private static func kind(of path: FilePath) -> FileKind {
    do {
      return try FileSystem.status(of: path.bytes).kind
    } catch {
      return .other
    }
  }

  /// A child folder; `nil` for one of our own reports.
  ///
  /// One that cannot be listed may be a submission.
  private static func child(_ name: [UInt8], at path: FilePath, _ own: OwnFiles) -> Child? {
    do {
      let names = try FileSystem.names(inFolder: path.bytes)
      if own.contains(path, names: names) { return nil }
      return Child(
        name: name, isDeclared: names.contains { IgnoredFiles.isDeclaration($0) },
        isEmpty: names.isEmpty)
    } catch {
      return Child(name: name, isDeclared: false, isEmpty: false)
    }
  }

  private static func leaves(_ link: FilePath, folder: FilePath) -> Bool {
    do {
      return !folder.contains(FilePath(bytes: try FileSystem.resolved(link.bytes)))
    } catch {
      return true
    }
  }
}
