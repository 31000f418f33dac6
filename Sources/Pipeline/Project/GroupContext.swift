internal import Foundation
internal import Ingest

/// The group to which submissions belong that are checked by themselves, so that what is written of them joins what was
/// written of the others.
struct GroupContext {
  private struct Index: Decodable {
    struct Entry: Decodable { let name: String }
    let schema: String
    let submissions: [Entry]
  }

  /// The folder in which all of the group lie, resolved.
  let root: String
  /// The names that the last index lists.
  private let listed: Set<String>

  /// The group of submissions, if the folder for reports holds an index of more than these.
  ///
  /// - Parameters:
  ///   - asked: The submissions that are checked.
  ///   - paths: Where they lie, resolved.
  ///   - project: The folder of the project file; `nil` where there is none.
  ///   - output: The folder for reports.
  init?(of asked: [Submission], at paths: [String], project: String?, output: String) {
    guard let listed = Self.listed(in: output), !listed.isSubset(of: asked.map(\.name)) else {
      return nil
    }
    // Where names are paths below the group, what stands before them is the group's folder.
    let roots = Set(
      paths.map { path -> String? in
        if let project, path.hasPrefix(project + "/") { return project }
        let names = asked.map { "/" + $0.name }
        return [path, SourceFile.withoutArchiveEnding(path)].lazy.compactMap { path in
          names.first(where: path.hasSuffix).map { String(path.dropLast($0.count)) }
        }.first
      })
    guard roots.count == 1, case let root?? = roots.first, !root.isEmpty else { return nil }
    self.root = root
    self.listed = listed
  }

  /// What of the whole group the index is to list: what it listed, and what is checked now.
  ///
  /// - Returns: `nil` where this is not the group whose index it is.
  func joined(_ whole: IntakeResult, with asked: [Submission]) -> IntakeResult? {
    let names = Set(asked.map(\.name))
    let there = Set(whole.submissions.map(\.name))
    guard names.isSubset(of: there), !listed.intersection(there).subtracting(names).isEmpty else {
      return nil
    }
    var joined = whole
    joined.submissions.removeAll { !names.contains($0.name) && !listed.contains($0.name) }
    joined.asked = names
    joined.isBatch = asked.count > 1
    joined.decisions = []
    return joined
  }

  private static func listed(in output: String) -> Set<String>? {
    let path = output + "/index.json"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      let index = try JSONDecoder().decode(
        Index.self, from: try Data(contentsOf: URL(fileURLWithPath: path)))
      guard index.schema.hasPrefix("dossier/index-v") else { return nil }
      return Set(index.submissions.map(\.name))
    } catch {
      return nil
    }
  }
}
