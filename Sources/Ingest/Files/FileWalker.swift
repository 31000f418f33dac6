internal import Model
internal import Native

/// Lists the files of one submission in any nesting, sorted by the bytes of their paths.
struct FileWalker {
  private let root: FilePath
  private let limits: IntakeLimits
  private let own: OwnFiles
  private(set) var sources: [FilePath: SourceFile] = [:]
  private(set) var notices: [Notice] = []
  private var seenFiles: Set<FileIdentity> = []
  private var seenFolders: Set<FileIdentity> = []
  private var links: [WalkedPath] = []
  private var isFull = false

  /// Where the walk is: the name in the submission, the path on disk, and how many folders below it.
  private struct WalkedPath {
    let name: FilePath
    let location: FilePath
    let depth: Int

    func child(_ component: [UInt8]) -> WalkedPath {
      WalkedPath(
        name: name.appending(component), location: location.appending(component), depth: depth + 1)
    }
  }

  /// Walks all of the submission's folder.
  /// - Parameter root: resolved, so that what leaves it is noticed.
  init(root: FilePath, limits: IntakeLimits, own: OwnFiles = OwnFiles()) {
    self.root = root
    self.own = own
    self.limits = limits
    walk(folder: WalkedPath(name: FilePath(""), location: root, depth: 0))
    // After all real names: a link to a file that is there anyway adds nothing.
    while !links.isEmpty, !isFull { follow(links.removeFirst()) }
  }

  private mutating func walk(folder: WalkedPath) {
    do {
      seenFolders.insert(try FileSystem.status(of: folder.location.bytes).identity)
      let names = try FileSystem.names(inFolder: folder.location.bytes)
      if folder.depth > 0, own.contains(folder.location, names: names) { return }
      for name in names {
        guard !isFull else { return }
        if own.contains(folder.location.appending(name)) { continue }
        if IgnoredFiles.contains(name) {
          pass(folder.child(name))
        } else {
          visit(folder.child(name))
        }
      }
    } catch {
      block(folder, by: error.notice(file: folder.name.text, limit: limits.fileSize))
    }
  }

  /// Tells of what is not read for its name.
  private mutating func pass(_ place: WalkedPath) {
    let limit = limits.declarationSize
    let notice = IgnoredFiles.notice(of: place.name.text, isTop: place.depth == 1) {
      do {
        return try FileSystem.read(place.location.bytes, limit: limit)
      } catch {
        return nil
      }
    }
    if let notice { notices.append(notice) }
  }

  private mutating func visit(_ place: WalkedPath) {
    if !FilePath(bytes: place.name.lastComponent).isText {
      notices.append(
        Notice(
          file: place.name.text, stage: .ingest, code: .fileNameNotText,
          details: ["name": place.name.text]))
    }
    do {
      let status = try FileSystem.status(of: place.location.bytes)
      switch status.kind {
      case .folder where place.depth > limits.depth:
        block(place, by: notice(.nestingTooDeep, place, limit: limits.depth))
      case .folder: walk(folder: place)
      case .symbolicLink: links.append(place)
      case .regular, .pipe, .socket, .device, .other: add(place, status)
      }
    } catch {
      block(place, by: error.notice(file: place.name.text, limit: limits.fileSize))
    }
  }

  private mutating func follow(_ link: WalkedPath) {
    do {
      let target = FilePath(bytes: try FileSystem.resolved(link.location.bytes))
      guard root.contains(target) else {
        block(link, by: Notice(file: link.name.text, stage: .ingest, code: .symlinkOutside))
        return
      }
      let status = try FileSystem.status(of: target.bytes)
      let place = WalkedPath(name: link.name, location: target, depth: link.depth)
      switch status.kind {
      case .folder where target.contains(FilePath(bytes: link.location.bytes)):
        block(link, by: Notice(file: link.name.text, stage: .ingest, code: .symlinkLoop))
      case .folder where seenFolders.contains(status.identity): break
      case .folder where link.depth > limits.depth:
        block(link, by: notice(.nestingTooDeep, link, limit: limits.depth))
      case .folder: walk(folder: place)
      case .regular where seenFiles.contains(status.identity): break
      case .regular, .symbolicLink, .pipe, .socket, .device, .other: add(place, status)
      }
    } catch {
      let isLoop = error == .link
      block(
        link,
        by: isLoop
          ? Notice(file: link.name.text, stage: .ingest, code: .symlinkLoop)
          : error.notice(file: link.name.text, limit: limits.fileSize))
    }
  }

  private mutating func add(_ place: WalkedPath, _ status: FileStatus) {
    if status.kind != .regular {
      block(place, by: status.kind.notice(file: place.name.text))
    } else if hasRoom(place) {
      seenFiles.insert(status.identity)
      sources[place.name] = SourceFile(
        name: place.name, location: place.location, size: status.size, limit: limits.fileSize)
    }
  }

  /// Keeps what cannot be read as a source with its notice.
  private mutating func block(_ place: WalkedPath, by notice: Notice) {
    guard hasRoom(place) else { return }
    sources[place.name] = SourceFile(
      name: place.name, location: place.location, size: 0, limit: limits.fileSize, obstacle: notice)
  }

  /// False once the limit is reached; the first file beyond it then stands for all of the rest.
  private mutating func hasRoom(_ place: WalkedPath) -> Bool {
    if isFull { return false }
    guard sources.count >= limits.files else { return true }
    isFull = true
    sources[place.name] = SourceFile(
      name: place.name, location: place.location, size: 0, limit: limits.fileSize,
      obstacle: notice(.tooManyFiles, place, limit: limits.files))
    return false
  }

  private func notice(_ code: NoticeCode, _ place: WalkedPath, limit: Int) -> Notice {
    Notice(
      file: place.name.text, stage: .ingest, code: code, details: ["limit": String(limit)])
  }
}
