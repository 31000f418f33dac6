internal import Model

extension Intake {
  /// Gives each submission what its row declares, and tells of rows without a folder and folders without a row.
  ///
  /// - Parameter isWhole: Whether all companies of the roster should be there.
  mutating func declare(by roster: Roster, isWhole: Bool) {
    var used: Set<Int> = []
    for index in result.submissions.indices {
      let submission = result.submissions[index]
      guard let row = roster.row(for: Self.names(of: submission)) else {
        result.submissions[index] = submission.with(notices: [
          Notice(file: roster.file, stage: .declare, code: .rosterRowMissing)
        ])
        continue
      }
      used.insert(row.number)
      result.submissions[index] = submission.with(
        declaration: submission.declaration.completed(by: row, of: roster), notices: [])
    }
    for row in roster.rows where isWhole && !used.contains(row.number) {
      result.submissions.append(
        Submission(
          name: unique(row.folder), sources: [], declaration: row.declaration,
          notices: [
            Notice(
              file: roster.file, stage: .declare, code: .rosterFolderMissing,
              details: ["line": String(row.number), "folder": row.folder])
          ]))
    }
    result.notices += roster.notices
  }

  /// What a row may call it: an archive with or without its extension.
  private static func names(of submission: Submission) -> [String] {
    [submission.name]
      + [".zip", ".7z", ".rar", ".tar", ".tar.gz", ".tgz", ".tar.xz"].map { submission.name + $0 }
  }
}
