package import Model

/// What contact lists say, as facts `contacts.*`.
package enum ContactsFacts {
  private static let family = FactFamily("contacts.", of: .contacts)
  static let departments = family("departments", .list, "The departments, each once.")
  static let paths = family("paths", .list, "Departments from the top down, joined by /.")
  static let positions = family("positions", .list, "The positions, each once.")
  static let count = family("count", .int, "How many people the list holds.")
  static let roles = family("roles", .list, "The roles that members have: 角色")
  static let defects = family("defects", .list, "What the back office would refuse.")

  package static let declarations = [departments, paths, positions, count, roles, defects]

  /// - Parameter holdsPeople: whether the list holds people, or departments alone.
  package static func facts(
    of list: ContactsList, _ hierarchy: Hierarchy, evidence: Evidence, holdsPeople: Bool
  ) -> [Fact] {
    func fact(_ declaration: FactDeclaration, _ value: Value) -> Fact {
      Fact(declaration, value, evidence: [evidence])
    }
    var facts: [Fact] = []
    if !hierarchy.nodes.isEmpty {
      facts.append(fact(departments, .texts(hierarchy.departments)))
      facts.append(fact(paths, .texts(hierarchy.departmentPaths)))
    }
    if holdsPeople {
      facts.append(fact(positions, .texts(list.positions)))
      facts.append(fact(count, .int(list.count)))
    }
    // A column that nobody filled says nothing.
    if let found = list.roles, !found.isEmpty { facts.append(fact(roles, .texts(found))) }
    facts.append(fact(defects, .texts(list.defects.texts)))
    return facts
  }
}
