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
    struct Title: Decodable {
      let chinese: String
      let english: String

      enum CodingKeys: String, CodingKey {
        case chinese = "zh-CN"
        case english = "en"
      }
    }

    struct Finding: Decodable {
      let fingerprint: String
      let rule: String
      let title: Title
      /// Of a cause: what waits for it; absent where nothing does, and of what an earlier run had put aside.
      let waiting: [Waiting]?
    }

    struct Waiting: Decodable { let rule: String }

    struct Notice: Decodable {
      let code: String
      let file: String
    }

    let schema: String
    let submission: String
    /// A word that is none says nothing of how it stood.
    let status: String?
    let findings: [Finding]
    let notices: [Notice]
    /// What that run had put aside itself; absent where nothing was.
    let known: [Finding]?

    enum CodingKeys: String, CodingKey {
      case schema, submission, status, findings, notices
      case known = "still_open"
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
    guard isFolder else { return baseline([try report(path)]) }
    let index = path + "/index.json"
    guard FileManager.default.fileExists(atPath: index) else {
      let single = path + "/report.json"
      guard FileManager.default.fileExists(atPath: single) else { throw noReports(path) }
      return baseline([try report(single)])
    }
    let run: Index = try decode(index)
    guard run.schema.hasPrefix("dossier/index-v") else { throw notOurs(index) }
    var reports: [Report] = []
    for entry in run.submissions {
      // The index was written by us, but anybody may have written it since.
      let parts = entry.report.split(separator: "/")
      guard !entry.report.hasPrefix("/"), !parts.contains("..") else { throw notOurs(index) }
      let file = path + "/" + entry.report
      // A run without JSON reports has none to compare with.
      if FileManager.default.fileExists(atPath: file) {
        reports.append(try report(file))
      }
    }
    guard !reports.isEmpty || run.submissions.isEmpty else { throw noReports(path) }
    return baseline(reports)
  }

  private static func noReports(_ path: String) -> Unusable {
    Unusable(
      path: path,
      reason: LocalizedText(
        "该目录中没有 report.json；请给出早先 --output 的目录（当时的 --format 须含 json），或其中一份 report.json",
        "there is no report.json in it; name the --output folder of an earlier run whose formats had json, or one report.json"
      ))
  }

  private static func report(_ path: String) throws(Unusable) -> Report {
    let report: Report = try decode(path)
    guard report.schema.hasPrefix("dossier/report-v") else { throw notOurs(path) }
    return report
  }

  private static func baseline(_ reports: [Report]) -> Baseline {
    var entries: [String: [Baseline.Entry]] = [:]
    var notices: [String: Set<Baseline.NoticeMark>] = [:]
    var statuses: [String: SubmissionStatus] = [:]
    for report in reports {
      statuses[report.submission] = report.status.flatMap { SubmissionStatus(rawValue: $0) }
      // allowed: a run without a baseline puts nothing aside
      entries[report.submission] = (report.findings + (report.known ?? [])).map { finding in
        Baseline.Entry(
          fingerprint: finding.fingerprint, rule: finding.rule,
          title: LocalizedText(finding.title.chinese, finding.title.english),
          // allowed: nothing waits
          waiting: (finding.waiting ?? []).map(\.rule))
      }
      notices[report.submission] = Set(
        report.notices.map { Baseline.NoticeMark(code: $0.code, file: $0.file) })
    }
    return Baseline(entries: entries, notices: notices, statuses: statuses)
  }

  private static func decode<Content: Decodable>(_ path: String) throws(Unusable) -> Content {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      let reason = FailureWords.reason(of: error)
      throw Unusable(
        path: path,
        reason: LocalizedText("无法读取：\(reason.chinese)", "cannot be read: \(reason.english)"))
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
