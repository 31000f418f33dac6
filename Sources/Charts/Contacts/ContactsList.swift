package import Model
package import Tables

/// A contact list is held as departments with their heads, positions and the number of people; no personal columns.
package struct ContactsList {
  private var tree: PathTree
  private(set) var positions: [String] = []
  /// Whether each heads what it stands in: a hundred thousand people have a hundred positions.
  private var leads: [String: Bool] = [:]
  /// What cells of the department column mean, likewise.
  private var knownPaths: [String: [[String]]] = [:]
  private(set) var count = 0
  /// What members may do, each role once; `nil` where the list does not speak of it.
  private(set) var roles: [String]?
  private(set) var defects = ContactsDefects()
  private var heads: [(department: Int, name: String, title: String, row: Int)] = []

  private static let headLimit = 5_000
  /// Cells that are remembered; a list in which each says something else is read slowly.
  private static let pathLimit = 20_000

  package init(page: Int?) { tree = PathTree(page: page, holdsDepartmentsOnly: true) }

  /// Reads the rows below a header.
  package init(_ sheet: TableSheet, _ header: ContactsHeader, page: Int?) {
    self.init(page: page)
    for row in sheet.rows.dropFirst(header.row + 1) { add(row, header) }
  }

  private mutating func add(_ row: TableSheet.Row, _ header: ContactsHeader) {
    let name = TableChart.trimmed(row[header.name])
    let paths = paths(row[header.department], header.dialect)
    // A row of notes or of totals below the list.
    if name.isEmpty, paths.isEmpty { return }
    if name.isEmpty { defects.add(.nameMissing, row: row.number) }
    if name.count > 64 { defects.add(.nameTooLong, row: row.number) }
    func text(_ column: Int?) -> String? { column.map { TableChart.trimmed(row[$0]) } }
    if let account = text(header.account), header.dialect == .weCom {
      defects.check(account: account, row: row.number)
    }
    if let mobile = text(header.mobile) { defects.check(mobile: mobile, row: row.number) }
    let isReachable =
      text(header.mobile).map { !$0.isEmpty } == true
      || text(header.mail).map { !$0.isEmpty } == true
    if !isReachable { defects.add(.unreachable, row: row.number) }
    defects.check(departments: paths, row: row.number)
    if let role = text(header.role) { add(role: role) }
    add(name: name, title: text(header.title), paths: paths, isHead: nil, row: row.number)
  }

  /// Several roles are parted like departments; a member without any has none.
  mutating func add(role: String) {
    var known = roles ?? []  // allowed: the first of them
    for part in role.split(whereSeparator: { "；;、,，/".contains($0) }) {
      let name = TableChart.trimmed(String(part))
      if !name.isEmpty, !known.contains(name), known.count < Self.roleLimit { known.append(name) }
    }
    roles = known
  }

  private static let roleLimit = 200

  /// - Parameters:
  ///   - paths: the first is the main department's.
  ///   - isHead: whether the list itself says so; `nil` where the title must tell.
  mutating func add(
    name: String, title: String?, paths: [[String]], isHead: Bool?, row: Int
  ) {
    count += 1
    if let title, !title.isEmpty {
      if title.count > 128 { defects.add(.titleTooLong, row: row) }
      if leads[title] == nil {
        leads[title] = OrganizationWords.isHeading(title)
        positions.append(title)
      }
    }
    for (number, path) in paths.enumerated() {
      guard let department = tree.add(path, row: row), number == 0 else { continue }
      let isLeading = isHead ?? (title.flatMap { leads[$0] } == true)
      if isLeading, !name.isEmpty, heads.count < Self.headLimit {
        heads.append((department, name, title ?? "", row))  // allowed: a head without title
      }
    }
  }

  private mutating func paths(
    _ text: String, _ dialect: ContactsHeader.Dialect
  ) -> [[String]] {
    if let known = knownPaths[text] { return known }
    let paths = Self.paths(text, dialect)
    if knownPaths.count < Self.pathLimit { knownPaths[text] = paths }
    return paths
  }

  /// `公司/市场部；公司/研发部`, or `公司-市场部,公司-研发部`.
  private static func paths(_ text: String, _ dialect: ContactsHeader.Dialect) -> [[String]] {
    let several: Set<Character>
    let levels: Set<Character>
    switch dialect {
    case .weCom: (several, levels) = (["；", ";"], ["/", "／"])
    case .dingTalk: (several, levels) = ([",", "，"], ["-"])
    }
    return text.split(whereSeparator: several.contains).map { path in
      path.split(whereSeparator: levels.contains).map { TableChart.trimmed(String($0)) }
        .filter { !$0.isEmpty }
    }.filter { !$0.isEmpty }
  }

  /// Departments, and those who head them.
  package var hierarchy: Hierarchy {
    var draft = tree.draft
    for head in heads {
      let index = draft.add(
        NodeLabel(person: head.name, title: head.title.isEmpty ? nil : head.title),
        place: Hierarchy.Place(row: head.row))
      draft.link(head.department, index)
    }
    return draft.hierarchy()
  }
}

extension ContactsList {
  /// A department that the list names by itself, not by its people.
  mutating func addDepartment(_ path: [String], row: Int) { _ = tree.add(path, row: row) }

  mutating func check(account: String, row: Int) { defects.check(account: account, row: row) }
}
