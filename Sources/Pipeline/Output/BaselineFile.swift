internal import Foundation
package import Model
internal import Native
package import Report

/// Reads what an earlier run wrote, for ``Baseline``.
package enum BaselineFile {
  /// The earlier reports cannot be used.
  package struct Unusable: Error {
    package let path: String
    package let reason: LocalizedText
  }

  private struct Index: Decodable {
    struct Entry: Decodable { let report: String }
    let schema: String
    let submissions: [Entry]
  }

  private struct Report: Decodable {
    struct Finding: Decodable { let fingerprint: String }
    let schema: String
    let findings: [Finding]
    /// What that run had put aside itself; absent where nothing was.
    let known: [String]?

    enum CodingKeys: String, CodingKey {
      case schema, findings
      case known = "known_findings"
    }
  }

  /// - Parameter path: A `report.json`, a submission's folder of reports, or a run's output folder.
  package static func read(_ path: String) throws(Unusable) -> Baseline {
    let isFolder: Bool
    do {
      isFolder =
        try FileSystem.status(of: try FileSystem.resolved(Array(path.utf8))).kind == .folder
    } catch {
      throw Unusable(
        path: path,
        reason: LocalizedText("没有该文件或目录", "there is no such file or folder"))
    }
    guard isFolder else { return Baseline(fingerprints: try fingerprints(path)) }
    let index = path + "/index.json"
    guard FileManager.default.fileExists(atPath: index) else {
      return Baseline(fingerprints: try fingerprints(path + "/report.json"))
    }
    let run: Index = try decode(index)
    guard run.schema.hasPrefix("dossier/index-v") else { throw notOurs(index) }
    var all: Set<String> = []
    for entry in run.submissions {
      // The index was written by us, but anybody may have written it since.
      let parts = entry.report.split(separator: "/")
      guard !entry.report.hasPrefix("/"), !parts.contains("..") else { throw notOurs(index) }
      let file = path + "/" + entry.report
      // A run without JSON reports has none to compare with.
      if FileManager.default.fileExists(atPath: file) { all.formUnion(try fingerprints(file)) }
    }
    return Baseline(fingerprints: all)
  }

  private static func fingerprints(_ path: String) throws(Unusable) -> Set<String> {
    let report: Report = try decode(path)
    guard report.schema.hasPrefix("dossier/report-v") else { throw notOurs(path) }
    // allowed: a run without a baseline puts nothing aside
    return Set(report.findings.map(\.fingerprint) + (report.known ?? []))
  }

  private static func decode<Content: Decodable>(_ path: String) throws(Unusable) -> Content {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw Unusable(
        path: path,
        reason: LocalizedText(
          "无法读取：\(error.localizedDescription)", "cannot be read: \(error.localizedDescription)"))
    }
    do { return try JSONDecoder().decode(Content.self, from: data) } catch { throw notOurs(path) }
  }

  private static func notOurs(_ path: String) -> Unusable {
    Unusable(
      path: path,
      reason: LocalizedText(
        "不是 dossier 写的 report.json 或 index.json", "it is no report.json or index.json of dossier"))
  }
}
