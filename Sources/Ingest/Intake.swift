internal import Model
internal import Native

/// Paths to submissions (DESIGN.md section 5).
package struct Intake {
  private let schema: DeclarationSchema
  private let limits: IntakeLimits
  private var result = IntakeResult()
  private var seen: Set<FilePath> = []

  /// The submissions at the paths, in their order; nothing but declarations is read yet.
  package static func submissions(
    at paths: [String], schema: DeclarationSchema, limits: IntakeLimits = IntakeLimits()
  ) -> IntakeResult {
    var intake = Intake(schema: schema, limits: limits)
    for path in paths { intake.take(path) }
    intake.result.isBatch = intake.result.isBatch || paths.count > 1
    return intake.result
  }

  private init(schema: DeclarationSchema, limits: IntakeLimits) {
    self.schema = schema
    self.limits = limits
  }

  private mutating func take(_ path: String) {
    do {
      // A link given by hand is meant.
      let location = FilePath(bytes: try FileSystem.resolved(Array(path.utf8)))
      let status = try FileSystem.status(of: location.bytes)
      switch status.kind {
      case .folder:
        let folder = try FolderContents(location)
        let name = location.lastComponent.isEmpty ? FilePath("root") : lastName(of: location)
        if folder.isSubmission(amongDeclared: false) {
          addFolder(location, name: name)
        } else {
          result.isBatch = true
          takeBatch(folder, name: FilePath(""), depth: 1)
        }
      case .regular: addFile(location, size: status.size, path: path)
      case .symbolicLink, .pipe, .socket, .device, .other:
        result.unusablePaths.append(UnusablePath(path: path, reason: status.kind.words))
      }
    } catch {
      result.unusablePaths.append(UnusablePath(path: path, reason: error.reason))
    }
  }

  private func lastName(of location: FilePath) -> FilePath {
    FilePath(bytes: location.lastComponent)
  }

  /// Takes each folder of a batch, and notes what belongs to none.
  private mutating func takeBatch(_ batch: FolderContents, name: FilePath, depth: Int) {
    for file in batch.others {
      result.notices.append(
        Notice(file: name.appending(file).text, stage: .ingest, code: .looseFile))
    }
    for link in batch.outwardLinks {
      result.notices.append(
        Notice(file: name.appending(link).text, stage: .ingest, code: .symlinkOutside))
    }
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
        let contents = try FolderContents(location)
        if contents.isSubmission(amongDeclared: hasDeclared) {
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
    let walker = FileWalker(root: location, limits: limits)
    let declaration = Declaration(
      inFolder: location, schema: schema, limit: limits.declarationSize)
    result.submissions.append(
      Submission(
        name: unique(name.text),
        sources: walker.sources.sorted { $0.key < $1.key }.map(\.value),
        declaration: declaration, notices: walker.notices,
        waivers: Waivers(inFolder: location, limit: limits.declarationSize)))
  }

  private mutating func addFile(_ location: FilePath, size: Int, path: String) {
    let name = lastName(of: location)
    guard !LeftOut.isLeftOut(name.bytes) else {
      result.unusablePaths.append(
        UnusablePath(
          path: path,
          reason: LocalizedText(
            chinese: "不是材料；请给出它所在的目录", english: "no material; give the folder that it is in")))
      return
    }
    guard seen.insert(location).inserted else { return }
    let stem = name.text.split(separator: ".", omittingEmptySubsequences: false).dropLast()
      .joined(separator: ".")
    result.submissions.append(
      Submission(
        name: unique(stem.isEmpty ? name.text : stem),
        sources: [
          SourceFile(name: name, location: location, size: size, limit: limits.fileSize)
        ], declaration: .missing, notices: []))
  }

  /// The name, with a number where an earlier submission has it: reports go to folders of these names.
  private func unique(_ name: String) -> String {
    let taken = Set(result.submissions.map(\.name))
    var candidate = name
    var number = 2
    while taken.contains(candidate) {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }
}
