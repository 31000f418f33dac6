internal import Model

/// What a column of a roster says.
enum RosterColumn {
  case folder
  case value(path: String, type: DeclaredType)

  /// The key that it has; of the column of folders that is its own name.
  var path: String {
    switch self {
    case .folder: "folder"
    case .value(let path, _): path
    }
  }

  static let folderNames = ["folder", "文件夹", "目录", "子目录"]

  /// - Parameter title: `folder`, a declared key (`company.name`, `企业.名称`), or a key's own name where
  ///   it can mean one key alone (`统一社会信用代码`); of several the company's counts.
  init?(_ title: String, schema: DeclarationSchema) {
    let wanted = KeyText.folded(title)
    if Self.folderNames.contains(wanted) {
      self = .folder
      return
    }
    guard let leaf = schema.titles.leaf(called: wanted) else { return nil }
    self = .value(path: leaf.path, type: leaf.type)
  }

  /// The titles to write for a name that several sections have: 法定代表人.身份证号, 运营者.身份证号.
  static func titles(called title: String, schema: DeclarationSchema) -> [String] {
    let wanted = KeyText.folded(title)
    return schema.keys.flatMap { section -> [String] in
      guard case .section(let keys) = section.content else { return [] }
      return keys.filter { $0.isCalled(folded: wanted) }
        .map { (section.aliases.first ?? section.name) + "." + ($0.aliases.first ?? $0.name) }
    }
  }

  /// The title to write for a key: as the schema first calls it, with its section where that is needed.
  static func title(of path: String, schema: DeclarationSchema) -> String? {
    let parts = path.split(separator: ".").map(String.init)
    var keys = schema.keys
    var names: [String] = []
    for part in parts {
      guard let key = keys.first(where: { $0.name == part }) else { return nil }
      names.append(key.aliases.first ?? key.name)
      if case .section(let inner) = key.content { keys = inner }
    }
    let isOfCompany = parts.count == 1 || parts.first == "company"
    let long = names.joined(separator: ".")
    let titles = isOfCompany ? [names.last, long].compactMap(\.self) : [long]
    return titles.first { title in
      if case .value(path, _)? = RosterColumn(title, schema: schema) { true } else { false }
    }
  }

  /// The names to suggest for a title that is none.
  static func names(of schema: DeclarationSchema) -> [String] {
    Self.folderNames + schema.titles.leaves.flatMap { [$0.path] + $0.names }
  }

  /// The names with those of their sections before them: 法定代表人身份证号.
  static func longNames(of schema: DeclarationSchema) -> [String] {
    schema.titles.leaves.flatMap(\.paths)
      .filter { !$0.contains(".") && !$0.contains("/") }
  }
}
