internal import Model

/// What a column of a roster says.
enum RosterColumn {
  case folder
  case value(path: String, type: DeclaredType)

  static let folderNames = ["folder", "文件夹", "目录", "子目录"]

  /// - Parameter title: `folder`, a declared key (`company.name`, `企业.名称`), or a key's own name where
  ///   it can mean one key alone (`统一社会信用代码`); of several the company's counts.
  init?(_ title: String, schema: DeclarationSchema) {
    let wanted = KeyText.folded(title)
    if Self.folderNames.contains(wanted) {
      self = .folder
      return
    }
    let leaves = schema.keys.flatMap { Self.leaves(of: $0, sections: []) }
    let byPath = leaves.filter { $0.paths.contains(wanted) }
    let byName = leaves.filter { $0.names.contains(wanted) }
    let ofCompany = byName.filter { $0.path.hasPrefix("company.") }
    guard
      let leaf = byPath.first ?? (byName.count == 1 ? byName.first : nil)
        ?? (ofCompany.count == 1 ? ofCompany.first : nil)
    else { return nil }
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

  /// The names to suggest for a title that is none.
  static func names(of schema: DeclarationSchema) -> [String] {
    let leaves = schema.keys.flatMap { Self.leaves(of: $0, sections: []) }
    return Self.folderNames + leaves.flatMap { [$0.path] + $0.names }
  }

  private struct Leaf {
    let path: String
    let type: DeclaredType
    /// Its own names, folded.
    let names: [String]
    /// With those of its sections before them, with a dot between and without.
    let paths: [String]
  }

  private static func leaves(of key: DeclaredKey, sections: [[String]]) -> [Leaf] {
    let names = ([key.name] + key.aliases).map(KeyText.folded)
    switch key.content {
    case .section(let keys): return keys.flatMap { leaves(of: $0, sections: sections + [names]) }
    case .value(let type):
      var prefixes = [""]
      for section in sections {
        prefixes = prefixes.flatMap { prefix in
          section.flatMap { name in
            [".", "", "/"].map { prefix + name + $0 }
          }
        }
      }
      let paths =
        sections.isEmpty ? names : prefixes.flatMap { prefix in names.map { prefix + $0 } }
      return [Leaf(path: key.path, type: type, names: names, paths: paths)]
    }
  }
}
