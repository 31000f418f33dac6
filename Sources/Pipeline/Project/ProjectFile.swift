internal import Foundation
package import Ingest
package import Model
internal import Native

/// The `dossier.yaml` of a group, with the files that it names found.
package struct ProjectFile: Sendable {
  /// What is wrong with it: a mistake that ends the command.
  package struct Unusable: Error {
    package let diagnostics: [Diagnostic]

    package init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
  }

  /// As messages name it: relative to where the command runs, if it lies below.
  package let path: String
  package let settings: Project
  /// For the whole group.
  package let waivers: [Waiver]
  /// Resolved.
  let folder: String
  /// Of its bytes, and of those of the file with waivers that it names.
  let digest: String

  private static let names = ["dossier.yaml", "dossier.yml"]
  private static let sizeLimit = 1 << 20

  /// Returns the project file in folders or above them; `nil` where there is none.
  ///
  /// - Parameter paths: Of folders, or of files in them.
  /// - Throws: ``Unusable`` where it is wrong, and where paths are of several projects: what one sets, waivers among it,
  ///   is not meant for the other.
  package static func find(from paths: [String]) throws(Unusable) -> ProjectFile? {
    var found: [(path: String, place: (folder: String, name: String)?)] = []
    for path in paths { found.append((path, try place(above: path))) }
    guard let first = found.first else { return nil }
    if let other = found.first(where: { $0.place?.folder != first.place?.folder }) {
      throw Unusable(diagnostics: [differing(first, other)])
    }
    return try first.place.map { (place) throws(Unusable) in
      try ProjectFile(folder: place.folder, name: place.name)
    }
  }

  /// Where the project file of a path lies.
  ///
  /// One that lies in a company's own folder does not overrule that of its group.
  private static func place(above path: String) throws(Unusable) -> (folder: String, name: String)?
  {
    var folder = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
    var ofCompany: (folder: String, name: String)?
    while true {
      let found = names.filter {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
      }
      if let name = found.first {
        guard found.count == 1 else {
          throw unusable(
            shown(folder.path + "/" + name), "有 dossier.yaml 和 dossier.yml，请只保留一个",
            "there are dossier.yaml and dossier.yml; keep one")
        }
        guard ofCompany == nil, isDeclared(folder.path) else { return (folder.path, name) }
        ofCompany = (folder.path, name)
      }
      if folder.path == "/" { return ofCompany }
      folder.deleteLastPathComponent()
    }
  }

  /// Whether a folder is one company's, by its declaration.
  private static func isDeclared(_ folder: String) -> Bool {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
        .contains(where: Declaration.isCalled)
    } catch {
      return false
    }
  }

  private static func differing(
    _ one: (path: String, place: (folder: String, name: String)?),
    _ other: (path: String, place: (folder: String, name: String)?)
  ) -> Diagnostic {
    func file(_ place: (folder: String, name: String)?) -> LocalizedText {
      guard let place else { return LocalizedText("没有项目文件", "no project file") }
      let path = shown(place.folder + "/" + place.name)
      return LocalizedText(path, path)
    }
    let (first, second) = (file(one.place), file(other.place))
    return Diagnostic(
      code: "project",
      message: LocalizedText(
        "「\(one.path)」的项目文件是 \(first.chinese)，「\(other.path)」的是 \(second.chinese)，设置与豁免不能混用。请分开核对",
        "\"\(one.path)\" has \(first.english), \"\(other.path)\" has \(second.english): settings and waivers of one are not meant for the other. Check them apart"
      ),
      file: (one.place ?? other.place).map { shown($0.folder + "/" + $0.name) } ?? one.path,
      position: TextPosition(line: 1, column: 1))
  }

  private init(folder: String, name: String) throws(Unusable) {
    self.folder = folder
    let file = folder + "/" + name
    path = Self.shown(file)
    let own = try Self.bytes(of: file)
    let (settings, mistakes) = Project.read(own, path: path)
    guard mistakes.isEmpty else { throw Unusable(diagnostics: mistakes) }
    self.settings = settings
    var waivers = settings.waivers
    var hash = SHA256()
    hash.update(own)
    if let named = settings.waiverFile {
      let location = Self.location(named.value, in: folder)
      guard Self.kind(of: location) == .regular else {
        throw Unusable(diagnostics: [Self.missing(named, at: location)])
      }
      let named = try Self.bytes(of: location)
      hash.update(named)
      let (read, mistakes) = GroupFile.waivers(named, path: Self.shown(location))
      guard mistakes.isEmpty else { throw Unusable(diagnostics: mistakes) }
      waivers = read
    }
    digest = "sha256:" + hash.hex()
    self.waivers = waivers.map { waiver in
      var waiver = waiver
      // Reports name no folders of this machine.
      waiver.file = URL(fileURLWithPath: waiver.file).lastPathComponent
      return waiver
    }
    try check(settings.roster.map { [$0] } ?? [], .regular)  // allowed: none is named
    try check(settings.rules + [settings.trust].compactMap(\.self), .folder)
    if let output = settings.output,
      ![nil, .folder].contains(Self.kind(of: Self.location(output.value, in: folder)))
    {
      throw Unusable(diagnostics: [
        output.mistake("path", "这是文件，不是目录，无法写入报告", "this is no folder to write reports to")
      ])
    }
  }

  private func check(_ named: [Project.Setting], _ kind: FileKind) throws(Unusable) {
    let missing = named.compactMap { setting -> Diagnostic? in
      let location = Self.location(setting.value, in: folder)
      return Self.kind(of: location) == kind ? nil : Self.missing(setting, at: location)
    }
    guard missing.isEmpty else { throw Unusable(diagnostics: missing) }
  }

  // MARK: What it names

  /// Where what a setting names lies, as messages name it.
  package func path(of setting: Project.Setting) -> String {
    Self.shown(Self.location(setting.value, in: folder))
  }

  /// What the run passes over as its own: the file, and what it names.
  var ownFiles: [String] {
    [path] + [settings.roster, settings.waiverFile].compactMap { $0.map(path(of:)) }
  }

  private static func location(_ value: String, in folder: String) -> String {
    let path = value.hasPrefix("/") ? value : folder + "/" + value
    return URL(fileURLWithPath: path).standardizedFileURL.path
  }

  private static func shown(_ path: String) -> String {
    let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
      .resolvingSymlinksInPath().path
    return path.hasPrefix(here + "/") ? String(path.dropFirst(here.count + 1)) : path
  }

  /// What stands there; `nil` for nothing.
  private static func kind(of path: String) -> FileKind? {
    do {
      return try FileSystem.status(of: try FileSystem.resolved(Array(path.utf8))).kind
    } catch {
      return nil
    }
  }

  private static func missing(_ setting: Project.Setting, at path: String) -> Diagnostic {
    let place = URL(fileURLWithPath: path)
    let around = place.deletingLastPathComponent().path
    var nearest: String?
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: around)
      nearest = NearestName.suggestion(for: place.lastPathComponent, among: names)
    } catch {
      nearest = nil
    }
    let hint =
      nearest.map { ("，是否为「\($0)」？", "; did you mean \"\($0)\"?") }
      ?? ("。路径相对于本文件所在的目录", "; paths are relative to the folder of this file")
    return setting.mistake(
      "path", "没有「\(setting.value)」\(hint.0)", "there is no \"\(setting.value)\"\(hint.1)")
  }

  private static func bytes(of path: String) throws(Unusable) -> [UInt8] {
    do {
      return try FileSystem.read(try FileSystem.resolved(Array(path.utf8)), limit: sizeLimit)
    } catch {
      throw Unusable(diagnostics: [
        Diagnostic(
          code: "unreadable",
          message: LocalizedText("无法读取（无权限或过大）", "it cannot be read: not permitted, or too large"),
          file: shown(path), position: TextPosition(line: 1, column: 1))
      ])
    }
  }

  private static func unusable(_ path: String, _ chinese: String, _ english: String) -> Unusable {
    Unusable(diagnostics: [
      Diagnostic(
        code: "project", message: LocalizedText(chinese, english), file: path,
        position: TextPosition(line: 1, column: 1))
    ])
  }
}
