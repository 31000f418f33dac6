internal import Model
internal import Native

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
    if roster.isByCompany {
      for (index, row) in Self.certain(
        unlisted.map { ($0, result.submissions[$0].name) },
        roster.rows.filter { !used.contains($0.number) })
      {
        let submission = result.submissions[index]
        var declared = submission.with(
          declaration: submission.declaration.completed(by: row, of: roster), notices: [])
        declared.labels = row.labels
        result.submissions[index] = declared
        used.insert(row.number)
        unlisted.removeAll { $0 == index }
      }
    }
    let missing = isWhole ? roster.rows.filter { !used.contains($0.number) } : []
    let absent = missing.filter { !liesElsewhere($0.folder) }
    ask(about: absent, unlisted, of: roster)
    result.roster = RosterSummary(
      file: roster.file, rowCount: roster.rows.count, isByCompany: roster.isByCompany,
      labels: roster.labelTitles,
      elsewhere: missing.count - absent.count)
    result.notices += roster.notices
  }

  /// The folders that are called as one company of a roster without folders is, and as no other, up to the form of the
  /// company, its region and a number before it: what is only near is asked about.
  private static func certain(
    _ folders: [(index: Int, name: String)], _ rows: [Roster.Row]
  ) -> [(Int, Roster.Row)] {
    let byName = Dictionary(grouping: folders) { CompanyFolderName($0.name) }
    var rowsByName: [CompanyFolderName: [Int]] = [:]
    for (place, row) in rows.enumerated() {
      for name in row.names.uniqued() { rowsByName[name, default: []].append(place) }
    }
    var found: [Int: [Int]] = [:]
    for (name, folders) in byName where name.isNear(name) {
      guard let folder = folders.first, let row = rowsByName[name]?.first else { continue }
      // Two folders of one name, or two companies: a person has to say.
      if folders.count == 1, rowsByName[name]?.count == 1 {
        found[row, default: []].append(folder.index)
      }
    }
    return found.filter { $0.value.count == 1 }.sorted { $0.key < $1.key }
      .map { ($0.value[0], rows[$0.key]) }
  }

  /// Tells of rows without a folder, which become submissions that were not delivered, and of folders without a row; what
  /// is nearly called so is asked about.
  private mutating func ask(about rows: [Roster.Row], _ unlisted: [Int], of roster: Roster) {
    let unlistedNames = unlisted.map { result.submissions[$0].name }
    let rowNames = rows.enumerated().flatMap { place, row in row.names.map { (place, $0) } }
    let near = NearNames(unlistedNames.map(CompanyFolderName.init))
      .near(NearNames(rowNames.map(\.1)))
    var foldersOfRow: [Int: [String]] = [:]
    for (place, index) in unlisted.enumerated() {
      // allowed: nothing is called nearly so
      let places = (near[place] ?? []).map { rowNames[$0].0 }.uniqued()
      for row in places { foldersOfRow[row, default: []].append(unlistedNames[place]) }
      result.submissions[index] = result.submissions[index].with(notices: [
        Notice(
          file: roster.file, stage: .declare, code: .rosterRowMissing,
          details: .only("question", Self.question(ofRows: places.map { rows[$0] }, of: roster)))
      ])
    }
    for (place, row) in rows.enumerated() {
      // allowed: nothing is called nearly so
      let question = Self.question(ofFolders: foldersOfRow[place] ?? [], of: roster)
      var submission = Submission(
        name: unique(row.folder), sources: [], declaration: row.declaration,
        notices: [
          Notice(
            file: roster.file, stage: .declare, code: .rosterFolderMissing,
            details: ["line": String(row.number), "folder": row.folder]
              .with("question", question))
        ])
      submission.labels = row.labels
      result.submissions.append(submission)
    }
  }

  /// Whether a row's folder or archive lies in the group, but in none of the paths that were given: then it is delivered,
  /// and not asked for.
  private func liesElsewhere(_ folder: String) -> Bool {
    rosterRoots.contains { root in
      ([folder] + Self.archiveEndings.map { folder + $0 }).contains { name in
        let place = root.appending(Array(name.utf8))
        do {
          let resolved = FilePath(bytes: try FileSystem.resolved(place.bytes))
          return !given.contains { $0.contains(resolved) }
        } catch {
          return false
        }
      }
    }
  }

  private static func question(ofFolders names: [String], of roster: Roster) -> LocalizedText {
    guard !names.isEmpty else { return LocalizedText("", "") }
    let answer = answer(to: roster, "这个名称", "that name")
    return LocalizedText(
      "名册之外有目录「\(names.prefix(3).joined(separator: "」「"))」：是不是它？\(answer.chinese)",
      "The roster has no row for \"\(names.prefix(3).joined(separator: "\", \""))\": is it that one? \(answer.english) "
    )
  }

  private static func question(ofRows rows: [Roster.Row], of roster: Roster) -> LocalizedText {
    guard !rows.isEmpty else { return LocalizedText("", "") }
    let folders = rows.prefix(3).map(\.folder)
    let numbers = rows.prefix(3).map { String($0.number) }
    let answer = answer(to: roster, "这个目录的名称", "this folder's name")
    return LocalizedText(
      "名册第 \(numbers.joined(separator: "、")) 行「\(folders.joined(separator: "」「"))」没有目录：是不是这一家？\(answer.chinese)",
      "Row \(numbers.joined(separator: ", ")), \"\(folders.joined(separator: "\", \""))\", has no folder: is it this one? \(answer.english) "
    )
  }

  /// What to type where it is the one.
  private static func answer(
    to roster: Roster, _ chinese: String, _ english: String
  ) -> LocalizedText {
    roster.isByCompany
      ? LocalizedText(
        "若是，请给名册加一列「文件夹」，在该行写上\(chinese)。",
        "If so, add a column \"folder\" to the roster and write \(english) into the row.")
      : LocalizedText(
        "若是，请把该行的文件夹改成\(chinese)。", "If so, write \(english) into the row.")
  }

  /// What a row may call it: an archive with or without its extension.
  private static func names(of submission: Submission) -> [String] {
    [submission.name] + archiveEndings.map { submission.name + $0 }
  }

  private static let archiveEndings = [
    ".zip", ".7z", ".rar", ".tar", ".tar.gz", ".tgz", ".tar.xz",
  ]
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
