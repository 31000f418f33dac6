internal import Model

extension Intake {
  /// Gives each submission what its row declares, and tells of rows without a folder and folders without a row.
  ///
  /// - Parameter isWhole: Whether all companies of the roster should be there.
  mutating func declare(by roster: Roster, isWhole: Bool) {
    var used: Set<Int> = []
    var unlisted: [Int] = []
    for index in result.submissions.indices {
      let submission = result.submissions[index]
      guard let row = roster.row(for: Self.names(of: submission)) else {
        unlisted.append(index)
        continue
      }
      used.insert(row.number)
      var declared = submission.with(
        declaration: submission.declaration.completed(by: row, of: roster), notices: [])
      declared.labels = row.labels
      result.submissions[index] = declared
    }
    let missing = roster.rows.filter { !used.contains($0.number) }
    let unlistedNames = unlisted.map { result.submissions[$0].name }
    for index in unlisted {
      let name = CompanyFolderName(result.submissions[index].name)
      let near = missing.filter { row in row.names.contains { $0.isNear(name) } }
      result.submissions[index] = result.submissions[index].with(notices: [
        Notice(
          file: roster.file, stage: .declare, code: .rosterRowMissing,
          details: .only("question", Self.question(ofRows: near)))
      ])
    }
    for row in missing where isWhole {
      let near = unlistedNames.filter { name in
        row.names.contains { $0.isNear(CompanyFolderName(name)) }
      }
      var submission = Submission(
        name: unique(row.folder), sources: [], declaration: row.declaration,
        notices: [
          Notice(
            file: roster.file, stage: .declare, code: .rosterFolderMissing,
            details: ["line": String(row.number), "folder": row.folder]
              .with("question", Self.question(ofFolders: near)))
        ])
      submission.labels = row.labels
      result.submissions.append(submission)
    }
    result.notices += roster.notices
    result.roster = RosterSummary(
      file: roster.file, rowCount: roster.rows.count, labels: roster.labelTitles)
  }

  private static func question(ofFolders names: [String]) -> LocalizedText {
    guard !names.isEmpty else { return LocalizedText("", "") }
    return LocalizedText(
      "名册之外有目录「\(names.prefix(3).joined(separator: "」「"))」：是不是它？若是，请把该行的文件夹改成这个名称。",
      "The roster has no row for \"\(names.prefix(3).joined(separator: "\", \""))\": is it that one? If so, write that name into the row. "
    )
  }

  private static func question(ofRows rows: [Roster.Row]) -> LocalizedText {
    guard !rows.isEmpty else { return LocalizedText("", "") }
    let folders = rows.prefix(3).map(\.folder)
    let numbers = rows.prefix(3).map { String($0.number) }
    return LocalizedText(
      "名册第 \(numbers.joined(separator: "、")) 行「\(folders.joined(separator: "」「"))」没有目录：是不是这一家？若是，请把该行的文件夹改成这个目录的名称。",
      "Row \(numbers.joined(separator: ", ")), \"\(folders.joined(separator: "\", \""))\", has no folder: is it this one? If so, write this folder's name into the row. "
    )
  }

  /// What a row may call it: an archive with or without its extension.
  private static func names(of submission: Submission) -> [String] {
    [submission.name]
      + [".zip", ".7z", ".rar", ".tar", ".tar.gz", ".tgz", ".tar.xz"].map { submission.name + $0 }
  }
}

extension Roster.Row {
  /// What its folder may be called: as it says, or as the company.
  fileprivate var names: [CompanyFolderName] {
    let company = ["declared.company.name", "declared.company.short_name"].compactMap { key in
      declaration.facts.first { $0.key == key }?.value.string
    }
    return ([folder] + company).map(CompanyFolderName.init)
  }
}
