internal import Model

/// The chart against the back office and the declaration, as computed facts: each names what differs.
enum OrganizationComparison {
  static let renamed = list("org.renamed", "Departments under another name in the contacts.")
  static let moved = list("org.moved", "Departments below another one in the contacts.")
  static let onlyInChart = list("org.only_in_chart", "Departments that the contacts lack.")
  static let onlyInContacts = list("org.only_in_contacts", "Departments that the chart lacks.")
  static let headsDiffer = list(
    "org.heads_differ", "Departments with other heads in chart and contacts.")
  static let declaredMissing = list(
    "org.declared_missing", "Declared departments that the chart lacks, with the nearest name.")
  static let undeclared = list("org.undeclared", "Departments of the chart that are not declared.")
  static let positionsMissing = list(
    "org.positions_missing", "Declared positions that neither chart nor contacts hold.")
  static let contactsMissing = list(
    "contacts.declared_missing", "Declared departments that the contacts lack.")
  static let rootFits = FactDeclaration(
    key: "org.root_fits", type: .bool,
    summary: "Whether the chart's top is the company, by its name or short name.")
  static let representativeAtTop = FactDeclaration(
    key: "org.representative_at_top", type: .bool,
    summary: "Whether the legal representative stands in the chart's two topmost levels.")

  static let headcountPercent = FactDeclaration(
    key: "contacts.headcount_percent", type: .int,
    summary: "People in the contacts for each hundred declared.")

  static let declarations = [
    headcountPercent, renamed, moved, onlyInChart, onlyInContacts, headsDiffer, declaredMissing,
    undeclared,
    positionsMissing, contactsMissing, rootFits, representativeAtTop,
  ]

  private static func list(_ key: String, _ summary: String) -> FactDeclaration {
    FactDeclaration(key: key, type: .list, summary: summary)
  }

  /// - Parameter facts: the flat facts of license and declaration.
  static func all(
    documents: [PlacedDocument], facts: [String: ResolvedFact], minimumConfidence: Double
  ) -> [ResolvedFact] {
    let chart = Side(documents, .orgChart, minimumConfidence)
    let contacts = Side(documents, .contacts, minimumConfidence)
    return differences(chart, contacts) + declared(chart, contacts, facts)
      + top(chart, facts) + [headcount(contacts, facts)]
  }

  private static func headcount(_ contacts: Side, _ facts: [String: ResolvedFact]) -> ResolvedFact {
    guard let held = facts["contacts.count"], held.state == .known,
      case .int(let count) = held.value,
      case .int(let declared) = facts["declared.organization.headcount"]?.value, declared > 0,
      count < 1_000_000_000
    else { return Side.unknown(headcountPercent, [contacts]) }
    return Side.known(headcountPercent, .int(count * 100 / declared), [contacts])
  }

  private static func differences(_ chart: Side, _ contacts: Side) -> [ResolvedFact] {
    let keys = [renamed, moved, onlyInChart, onlyInContacts, headsDiffer]
    guard let left = chart.hierarchy, let right = contacts.hierarchy else {
      return keys.map { Side.unknown($0, [chart, contacts]) }
    }
    let trees = (DepartmentTree(left, beside: right), DepartmentTree(right, beside: left))
    let difference = TreeDifference(trees.0, trees.1)
    func arrow(_ pair: (from: Int, to: Int)) -> String {
      "\(trees.0.path(of: pair.from)) → \(trees.1.path(of: pair.to))"
    }
    let values = [
      difference.renamed.map(arrow), difference.moved.map(arrow),
      difference.onlyLeft.map { trees.0.path(of: $0) },
      difference.onlyRight.map { trees.1.path(of: $0) },
      difference.headsDiffer.map { trees.0.path(of: $0.from) },
    ]
    return zip(keys, values).map { Side.known($0, $1, [chart, contacts]) }
  }

  private static func declared(
    _ chart: Side, _ contacts: Side, _ facts: [String: ResolvedFact]
  ) -> [ResolvedFact] {
    var result: [ResolvedFact] = []
    let names = texts(facts["declared.organization.departments"])
    let drawn = chart.hierarchy.map { departmentNames($0) }
    let held = contacts.hierarchy.map { departmentNames($0) }
    if let names, let drawn {
      result.append(Side.known(declaredMissing, missing(names, drawn), [chart]))
      let departments = chart.hierarchy.map(\.departments) ?? []  // allowed: is there with `drawn`
      let declared = Set(names.map { DepartmentTree.key(of: last($0)) })
      result.append(
        Side.known(
          undeclared, departments.filter { !declared.contains(DepartmentTree.key(of: $0)) }, [chart]
        ))
    } else {
      result += [declaredMissing, undeclared].map { Side.unknown($0, [chart]) }
    }
    if let names, let held {
      result.append(Side.known(contactsMissing, missing(names, held), [contacts]))
    } else {
      result.append(Side.unknown(contactsMissing, [contacts]))
    }
    let positions = texts(facts["declared.organization.positions"])
    if let positions, let hierarchy = chart.hierarchy {
      let listed = texts(facts["contacts.positions"]) ?? []  // allowed: the chart is enough
      result.append(
        Side.known(positionsMissing, missing(positions, hierarchy.positions + listed), [chart]))
    } else {
      result.append(Side.unknown(positionsMissing, [chart]))
    }
    return result
  }

  /// What of the list is not among the names; with the nearest one where there is any.
  private static func missing(_ list: [String], _ names: [String]) -> [String] {
    let known = Set(names.map(DepartmentTree.key))
    return list.filter { !known.contains(DepartmentTree.key(of: last($0))) }.map { name in
      NearestName.suggestion(for: last(name), among: names).map { "\(name)（≈ \($0)）" } ?? name
    }
  }

  /// `公司/市场部` declares 市场部.
  private static func last(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func departmentNames(_ hierarchy: Hierarchy) -> [String] {
    hierarchy.nodes.filter { $0.kind == .company || $0.kind == .department }.map(\.name)
  }

  private static func texts(_ fact: ResolvedFact?) -> [String]? {
    guard let fact, fact.state == .known, case .list(let values) = fact.value else { return nil }
    return values.compactMap(\.string)
  }

  private static func top(_ chart: Side, _ facts: [String: ResolvedFact]) -> [ResolvedFact] {
    func text(_ keys: [String], _ profile: String) -> [String] {
      keys.compactMap { key in
        guard let fact = facts[key], fact.state == .known, let text = fact.value?.string else {
          return nil
        }
        return TextNormalization.normalized(text, profile: profile)
      }
    }
    guard let hierarchy = chart.hierarchy, let root = hierarchy.mainRoot else {
      return [rootFits, representativeAtTop].map { Side.unknown($0, [chart]) }
    }
    let names = text(["license.name", "declared.company.name"], "company")
    let short = text(["declared.company.short_name"], "company")
    let own = TextNormalization.normalized(hierarchy.nodes[root].name, profile: "company")
    var result: [ResolvedFact] = []
    if let own, !names.isEmpty {
      // 星河科技 heads the chart of 深圳市星河科技有限公司.
      let fits =
        names.contains(own) || short.contains(own)
        || own.count >= 2 && names.contains { $0.contains(own) }
      result.append(Side.known(rootFits, .bool(fits), [chart]))
    } else {
      result.append(Side.unknown(rootFits, [chart]))
    }
    let representatives = text(
      ["license.legal_representative", "declared.company.legal_representative"], "person")
    if hierarchy.people.isEmpty || representatives.isEmpty {
      result.append(Side.unknown(representativeAtTop, [chart]))
    } else {
      let high = people(ofTwoLevelsIn: hierarchy, below: root)
      let isThere = representatives.contains { high.contains($0) }
      result.append(Side.known(representativeAtTop, .bool(isThere), [chart]))
    }
    return result
  }

  private static func people(ofTwoLevelsIn hierarchy: Hierarchy, below root: Int) -> Set<String> {
    let high = hierarchy.nodes.filter { node in
      node.parent == nil || node.parent == root
        || node.parent.map {
          hierarchy.nodes[$0].parent == root && hierarchy.nodes[$0].kind == .position
        }
          == true
    }
    let names = high.flatMap { node in
      [node.person].compactMap(\.self) + (node.kind == .person ? [node.name] : [])
    }
    return Set(names.compactMap { TextNormalization.normalized($0, profile: "person") })
  }
}
