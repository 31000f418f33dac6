package import Model

/// What charts say, as facts `org.*`.
package enum OrganizationFacts {
  private static let family = FactFamily("org.", of: .orgChart)
  static let root = family("root", .string, "The name at the top of the chart.")
  static let departments = family("departments", .list, "The departments, each once.")
  static let paths = family(
    "paths", .list, "Companies and departments from the top down, joined by /.")
  static let positions = family("positions", .list, "The positions, each once.")
  static let people = family("people", .list, isPersonal: true, "The people named.")
  static let depth = family("depth", .int, "How many levels the chart has.")
  static let defects = family("defects", .list, "What is wrong with the chart as drawn.")

  package static let declarations = [root, departments, paths, positions, people, depth, defects]

  /// - Parameters:
  ///   - file: its name in evidence.
  package static func facts(
    of hierarchy: Hierarchy, file: String, method: EvidenceMethod
  ) -> [Fact] {
    // A list is right if each of its entries is.
    let confidence = hierarchy.nodes.reduce(1.0) { min($0, $1.confidence) }
    func evidence(_ indices: some Sequence<Int>) -> [Evidence] {
      let places = indices.map { hierarchy.nodes[$0].place }.uniqued(by: \.page)
      let found = places.map { Evidence(file: file, page: $0.page, method: method) }
      return found.isEmpty ? [Evidence(file: file, method: method)] : found
    }
    let everywhere = evidence(hierarchy.nodes.indices)
    var facts: [Fact] = []
    func add(_ declaration: FactDeclaration, _ value: Value, _ evidence: [Evidence]) {
      facts.append(Fact(declaration, value, confidence: confidence, evidence: evidence))
    }
    if let index = hierarchy.mainRoot {
      let node = hierarchy.nodes[index]
      facts.append(
        Fact(
          root, .string(node.name), confidence: node.confidence,
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
