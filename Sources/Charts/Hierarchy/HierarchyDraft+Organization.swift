internal import Model

extension HierarchyDraft {
  /// Whether the boxes read like an organization: departments, companies, positions, people; not any list.
  package var looksLikeOrganization: Bool {
    let labels = boxes.compactMap(\.label)
    guard labels.count >= 2, !links.isEmpty else { return false }
    let kinds = labels.map { OrganizationWords.kind(of: $0.name) }
    let departments = kinds.count { $0 == .department || $0 == .company }
    let known = kinds.count { $0 != nil }
    return departments >= 2 && known * 5 >= labels.count * 2
  }
}
