/// What is wrong with a hierarchy as drawn: a statement about the file, not a failure to read it.
package struct HierarchyDefect: Hashable, Sendable {
  /// The closed list; raw values are those of `org.defects`.
  package enum Kind: String, Sendable, CaseIterable {
    /// More than one node has nothing above it.
    case severalRoots = "several_roots"
    /// Links that lead back to where they started; one of them is left out.
    case cycle
    /// A node without any link, while others have some.
    case orphan
    /// Two nodes of one name below one parent.
    case duplicateSiblings = "duplicate_siblings"
    /// A node below more than one other; the first counts.
    case severalParents = "several_parents"
    /// A box without readable text, or a link that ends at none.
    case unreadable
    /// A link that was rebuilt from lines and could be another.
    case uncertainLink = "uncertain_link"
    /// More nodes or levels than are read.
    case tooLarge = "too_large"
  }

  package var kind: Kind
  /// The names concerned; of people the first character alone, for defects stand in every report.
  package var names: [String]

  package init(_ kind: Kind, _ names: [String] = []) {
    self.kind = kind
    self.names = names
  }

  /// Returns how a node is called in a defect.
  package static func shown(_ name: String, _ kind: Hierarchy.Kind) -> String {
    switch kind {
    case .company, .department, .position: name
    case .person: name.prefix(1) + String(repeating: "*", count: max(1, name.count - 1))
    }
  }

  /// The entry of `org.defects` that says it: `duplicate_siblings: 综合组`.
  package var text: String {
    names.isEmpty ? kind.rawValue : kind.rawValue + ": " + names.joined(separator: "、")
  }
}
