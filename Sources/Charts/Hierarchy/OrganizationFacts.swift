package import Model

/// What charts say, as facts `org.*`.
package enum OrganizationFacts {
  static let root = FactDeclaration(
    key: "org.root", type: .string, summary: "The name at the top of the chart.",
    material: .orgChart)
  static let departments = list("departments", "The departments, each once.")
  static let paths = list("paths", "Companies and departments from the top down, joined by /.")
  static let positions = list("positions", "The positions, each once.")
  static let people = FactDeclaration(
    key: "org.people", type: .list, isPersonal: true, summary: "The people named.",
    material: .orgChart)
  static let depth = FactDeclaration(
    key: "org.depth", type: .int, summary: "How many levels the chart has.", material: .orgChart)
  static let defects = list("defects", "What is wrong with the chart as drawn.")

  package static let declarations = [root, departments, paths, positions, people, depth, defects]

  private static func list(_ name: String, _ summary: String) -> FactDeclaration {
    FactDeclaration(key: "org." + name, type: .list, summary: summary, material: .orgChart)
  }

  /// - Parameters:
  ///   - file: its name in evidence.
  package static func facts(
    of hierarchy: Hierarchy, file: String, method: EvidenceMethod
  ) -> [Fact] {
    // A list is right if each of its entries is.
    let confidence = hierarchy.nodes.reduce(1.0) { min($0, $1.confidence) }
    func evidence(_ indices: some Sequence<Int>) -> [Evidence] {
      var pages: Set<Int?> = []
      let places = indices.map { hierarchy.nodes[$0].place }
        .filter { pages.insert($0.page).inserted }
      let found = places.map { Evidence(file: file, page: $0.page, method: method) }
      return found.isEmpty ? [Evidence(file: file, method: method)] : found
    }
    let everywhere = evidence(hierarchy.nodes.indices)
    var facts: [Fact] = []
    func add(_ declaration: FactDeclaration, _ value: Value, _ evidence: [Evidence]) {
      facts.append(
        Fact(key: declaration.key, value: value, confidence: confidence, evidence: evidence))
    }
    if let index = hierarchy.mainRoot {
      let node = hierarchy.nodes[index]
      facts.append(
        Fact(
          key: root.key, value: .string(node.name), confidence: node.confidence,
          evidence: [
            Evidence(
              file: file, page: node.place.page, box: node.place.box, method: method,
              raw: node.name)
          ]))
    }
    add(departments, .texts(hierarchy.departments), everywhere)
    add(paths, .texts(hierarchy.departmentPaths), everywhere)
    add(positions, .texts(hierarchy.positions), everywhere)
    add(people, .texts(hierarchy.people), everywhere)
    add(depth, .int(hierarchy.depth), everywhere)
    add(defects, .texts(hierarchy.defects.map(\.text)), everywhere)
    return facts
  }
}
