internal import Model
internal import Native

/// Turns paths into submissions, batches of them and their files.
package struct Intake {
  let schema: DeclarationSchema
  let limits: IntakeLimits
  let archives: (any ArchiveOpener)?
  let roster: Roster?
  /// Folders below which a roster's folders may lie, resolved.
  let rosterRoots: [FilePath]
  /// The paths that were given, resolved.
  private(set) var given: [FilePath] = []
  /// The folder below which names are paths, resolved.
  private let group: FilePath?
  let own: OwnFiles
  private let isSingle: Bool
  private let licenses: (any LicenseReading)?
  /// Names of the submissions to take; `nil` for all.
  private let wanted: Set<String>?
  var result = IntakeResult()
  private var names: Set<String> = []
  private var seen: Set<FilePath> = []

  /// Returns the submissions at the paths, in their order; nothing but declarations and the lists of archives
  /// is read yet.
  ///
  /// - Parameters:
  ///   - archives: `nil` to take archives for files like any other.
  ///   - roster: declares for them, and names folders of the batch.
  ///   - group: The folder of a project, resolved: a submission in it is called as it is in the whole batch.
  ///   - own: What is the tool's own, and passed over.
  ///   - isSingle: Whether each folder is one submission, whatever lies in it.
  ///   - licenses: Reads papers where names do not tell whether a folder holds several companies.
  ///   - wanted: Names of the submissions to take, each as it is called among all; `nil` for all. Others are not opened.
  ///   - rosterFolder: Where the roster lies, resolved: a company that lies there and not in the paths was delivered.
  package static func submissions(
    at paths: [String], schema: DeclarationSchema, limits: IntakeLimits = IntakeLimits(),
    archives: (any ArchiveOpener)? = nil, roster: Roster? = nil, group: String? = nil,
    own: OwnFiles = OwnFiles(), isSingle: Bool = false, licenses: (any LicenseReading)? = nil,
    only wanted: Set<String>? = nil, rosterFolder: String? = nil
  ) -> IntakeResult {
    var intake = Intake(
      schema: schema, limits: limits, archives: archives, roster: roster, group: group, own: own,
      isSingle: isSingle,
      licenses: licenses, wanted: wanted, rosterFolder: rosterFolder)
    for path in paths { intake.take(path) }
    // Of one company alone the roster's other rows are none of its business.
    let isWhole = intake.result.isBatch
    if let roster { intake.declare(by: roster, isWhole: isWhole) }
    intake.result.isBatch = isWhole || paths.count > 1
    if let wanted { intake.result.submissions.removeAll { !wanted.contains($0.name) } }
    return intake.result
  }

  private init(
    schema: DeclarationSchema, limits: IntakeLimits, archives: (any ArchiveOpener)?,
    roster: Roster?, group: String?, own: OwnFiles, isSingle: Bool, licenses: (any LicenseReading)?,
    wanted: Set<String>?, rosterFolder: String?
  ) {
    rosterRoots = [group, rosterFolder].compactMap { $0.map { FilePath($0) } }
    self.wanted = wanted
    self.own = own
    self.group = group.map { FilePath($0) }
    self.isSingle = isSingle
    self.licenses = licenses
    self.roster = roster
    self.schema = schema
    self.archives = archives
    self.limits = limits
  }

  private mutating func take(_ path: String) {
    do {
      // A link given by hand is meant.
      let location = FilePath(bytes: try FileSystem.resolved(Array(path.utf8)))
      let status = try FileSystem.status(of: location.bytes)
      given.append(location)
      switch status.kind {
      case .folder:
        let folder = try FolderContents(location, own: own)
        let name = location.lastComponent.isEmpty ? FilePath("root") : nameInGroup(of: location)
        let decision = sign(of: folder).map { BatchDecision(path: path, sign: $0) }
        if let decision { result.decisions.append(decision) }
        if decision?.isBatch == true {
          result.isBatch = true
          takeBatch(folder, name: FilePath(""), depth: 1)
        } else {
          addFolder(location, name: name)
        }
      case .regular: addFile(location, size: status.size, path: path)
      case .symbolicLink, .pipe, .socket, .device, .other:
        result.unusablePaths.append(UnusablePath(path: path, reason: status.kind.words))
      }
    } catch {
      result.unusablePaths.append(UnusablePath(path: path, reason: error.reason))
    }
  }

  /// By which sign a folder is a batch, or one submission; `nil` where nothing in it could make it a batch.
  private func sign(of folder: FolderContents) -> BatchDecision.Sign? {
    let mayBeBatch =
      !folder.folders.isEmpty
      || folder.others.count { SourceFile.mayBeArchive(FilePath(bytes: $0).text) } > 1
    if isSingle { return mayBeBatch ? .saidSo : nil }
    if isNamedBatch(folder) { return .roster }
    if let roster, roster.row(for: [nameInGroup(of: folder.location).text]) != nil { return nil }
    if folder.isDeclared { return nil }
    if folder.folders.contains(where: \.isDeclared) { return .declarations }
    if folder.holdsOnlyFolders { return .folders }
    guard mayBeBatch else { return nil }
    let companies = CompanyFolders(folder, own: own, licenses: licenses)
    if companies.areSeveral { return .companies }
    return companies.mayBeSeveral ? .oneCompany : nil
  }

  /// Whether the roster names something directly in the folder, or further down.
  private func isNamedBatch(_ folder: FolderContents) -> Bool {
    guard let roster, !folder.isDeclared else { return false }
    return folder.folders.contains { child in
      let name = FilePath(bytes: child.name).text
      return roster.row(for: [name]) != nil || roster.hasRows(below: name)
    }
  }

  /// What a folder is called in its group: its path below the project, or as the roster has it; else its own name.
  private func nameInGroup(of location: FilePath) -> FilePath {
    if let group, group != location, group.contains(location) {
      return FilePath(bytes: Array(location.bytes.dropFirst(group.bytes.count + 1)))
    }
    let parts = location.text.split(separator: "/")
    let suffixes = parts.indices.map { parts[$0...].joined(separator: "/") }
    let known = suffixes.first { roster?.row(for: [$0]) != nil }
    return known.map { FilePath($0) } ?? lastName(of: location)
  }

  private func lastName(of location: FilePath) -> FilePath {
    FilePath(bytes: location.lastComponent)
  }

  /// Takes each folder of a batch, and notes what belongs to none.
  private mutating func takeBatch(_ batch: FolderContents, name: FilePath, depth: Int) {
    let folders = Set(batch.folders.lazy.filter { !$0.isEmpty }.map(\.name))
    for file in batch.others {
      // What was unpacked beside itself is there once.
      let isUnpacked =
        SourceFile.mayBeArchive(FilePath(bytes: file).text)
        && folders.contains(Array(FilePath(bytes: file).stem.utf8))
      if !isUnpacked, takeArchive(batch.location.appending(file), in: name) { continue }
      result.notices.append(
        Notice(file: name.appending(file).text, stage: .ingest, code: .looseFile))
    }
    for link in batch.links {
      result.notices.append(
        Notice(file: name.appending(link).text, stage: .ingest, code: .symlinkOutside))
    }
    result.notices += batch.unused
      .map { IgnoredFiles.unusedNotice(of: name.appending($0).text) }
    let hasDeclared = batch.folders.contains { $0.isDeclared }
    for folder in batch.folders {
      let childName = name.appending(folder.name)
      let location = batch.location.appending(folder.name)
      if depth > limits.depth {
        result.notices.append(
          Notice(
            file: childName.text, stage: .ingest, code: .nestingTooDeep,
            details: ["limit": String(limits.depth)]))
        continue
      }
      do {
        let contents = try FolderContents(location, own: own)
        let isNamed = roster?.row(for: [childName.text]) != nil
        let holdsNamed = roster?.hasRows(below: childName.text) == true
        let isSubmission =
          contents.isSubmission(amongDeclared: hasDeclared)
          && (hasDeclared || contents.isDeclared
            || !CompanyFolders(contents, own: own, licenses: nil).areNamedSo)
        if isNamed || !holdsNamed && isSubmission {
          addFolder(location, name: childName)
        } else {
          takeBatch(contents, name: childName, depth: depth + 1)
        }
      } catch {
        // Its walk says why.
        addFolder(location, name: childName)
      }
    }
  }

  private mutating func addFolder(_ location: FilePath, name: FilePath) {
    guard seen.insert(location).inserted else { return }
    let name = unique(name.text)
    guard isWanted(name) else { return }
    let walker = FileWalker(root: location, limits: limits, own: own)
    let declaration = Declaration(
      inFolder: location, schema: schema, limit: limits.declarationSize)
    result.submissions.append(
      Submission(
        name: name,
        sources: unpacked(walker.sources.sorted { $0.key < $1.key }.map(\.value)),
        declaration: declaration,
        notices: walker.notices
          + walker.sources.values.flatMap(leftOut(of:)).sorted { $0.file < $1.file },
        waivers: EntryFile(
          WaiverReader.self, inFolder: location, limit: limits.declarationSize),
        confirmations: EntryFile(
          ConfirmationReader.self, inFolder: location, limit: limits.declarationSize),
        folder: location.isText ? location.text : nil))
  }

  private mutating func addFile(_ location: FilePath, size: Int, path: String) {
    let name = lastName(of: location)
    guard !IgnoredFiles.contains(name.bytes) else {
      result.unusablePaths.append(
        UnusablePath(
          path: path,
          reason: LocalizedText("不是材料；请给出它所在的目录", "no material; give the folder that it is in")))
      return
    }
    let parent = FilePath(bytes: Array(location.bytes.dropLast(name.bytes.count + 1)))
    let isBelow = group.map { $0 != parent && $0.contains(parent) } == true
    if takeArchive(location, in: isBelow ? nameInGroup(of: parent) : FilePath("")) { return }
    guard seen.insert(location).inserted else { return }
    let stem = unique(name.stem)
    guard isWanted(stem) else { return }
    result.submissions.append(
      Submission(
        name: stem,
        sources: [
          SourceFile(name: name, location: location, size: size, limit: limits.fileSize)
        ], declaration: .missing, notices: []))
  }

  /// Whether a submission is to be taken; of one that is not only the name counts, for the roster.
  mutating func isWanted(_ name: String) -> Bool {
    guard let wanted, !wanted.contains(name) else { return true }
    result.submissions.append(
      Submission(name: name, sources: [], declaration: .missing, notices: []))
    return false
  }

  /// Whether an archive of that name holds none that is to be taken.
  func isUnwantedArchive(_ stem: String) -> Bool {
    guard let wanted else { return false }
    return !wanted.contains { $0 == stem || $0.hasPrefix(stem + "/") }
  }

  /// The name, with a number where an earlier submission has it: reports go to folders of these names.
  mutating func unique(_ name: String) -> String {
    var candidate = name
    var number = 2
    while !names.insert(candidate).inserted {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }
}
