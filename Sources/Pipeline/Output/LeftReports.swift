internal import Foundation
internal import Model
internal import Native
internal import Report

/// Reports in the output folder of submissions that the last run does not have, which are kept and say so.
///
/// They are of companies that left the group, or whose folder has another name now.
struct LeftReports {
  let folder: OutputFolder
  let asOf: CalendarDate

  /// In the submission's folder of reports.
  static let noteName = "not-in-last-run.txt"
  /// By one of these a submission's reports are known; a folder of personal copies has none.
  private static let reports: Set<String> = ["report.json", "report.html"]
  /// What people read.
  private static let pages = ["corrections.html", "corrections.md", "report.html"]
  /// What an output folder of another run has, which may lie in this one.
  private static let ofRuns: Set<String> = ["index.json", "index.html", "findings.csv"]
  /// How deep names of submissions go.
  private static let depth = 4

  /// Marks the reports of all submissions but those, each once.
  ///
  /// - Returns: The names of the marked ones, sorted.
  func mark(
    allBut names: [String], _ locale: ReportLocale
  ) throws(OutputFolder.Failure) -> [String] {
    var left: [String] = []
    collect("", Set(names), &left)
    for name in left { try mark(try folder.folder(name), locale) }
    return left
  }

  /// Removes the mark of a submission that is there again.
  static func unmark(_ folder: OutputFolder) { folder.remove(noteName) }

  private func collect(
    _ name: String, _ present: Set<String>, _ left: inout [String], depth: Int = 0
  ) {
    let path = name.isEmpty ? folder.path : folder.path + "/" + name
    let entries: [String]
    do {
      entries = try FileSystem.names(inFolder: Array(path.utf8))
        .map { String(decoding: $0, as: UTF8.self) }
    } catch { return }
    if !name.isEmpty, !present.contains(name), entries.contains(where: { isReport(path, $0) }) {
      left.append(name)
    }
    guard depth < Self.depth, name.isEmpty || Self.ofRuns.isDisjoint(with: entries) else { return }
    for entry in entries where !entry.hasPrefix(".") && isFolder(path + "/" + entry) {
      collect(name.isEmpty ? entry : name + "/" + entry, present, &left, depth: depth + 1)
    }
  }

  private func isFolder(_ path: String) -> Bool {
    do { return try FileSystem.status(of: Array(path.utf8)).kind == .folder } catch { return false }
  }

  /// Whether a file is a report of ours: the output folder may hold other things.
  private func isReport(_ path: String, _ name: String) -> Bool {
    Self.reports.contains(name) && folder.isPrivate(path + "/" + name)
  }

  private func mark(
    _ place: OutputFolder, _ locale: ReportLocale
  ) throws(OutputFolder.Failure) {
    let words = LocalizedText(
      "这份报告不在 \(asOf.iso) 的核对之列（名单里已没有，或目录改了名），内容停留在更早的一次。",
      "This report is not of the run of \(asOf.iso): the submission is not in it any more, or its folder has another name. It is as an earlier run left it."
    )
    guard !place.has(Self.noteName) else { return }
    for name in Self.pages {
      guard let text = place.text(of: name) else { continue }
      let marked =
        name.hasSuffix(".md")
        ? "> \(words[locale])\n\n" + text
        : Self.inserting("<p class=\"verdict warn\">\(words[locale])</p>\n", into: text)
      try place.write(Array(marked.utf8), to: name)
    }
    // Last: what is marked half is marked anew.
    try place.write(Array("\(words.chinese)\n\(words.english)\n".utf8), to: Self.noteName)
  }

  /// Puts a paragraph before all that the page shows.
  private static func inserting(_ paragraph: String, into page: String) -> String {
    guard let start = page.firstRange(of: "<header>") else { return page }
    let (head, rest) = (String(page[..<start.upperBound]), String(page[start.upperBound...]))
    return head + "\n" + paragraph + rest
  }
}
