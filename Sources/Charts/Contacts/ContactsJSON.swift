internal import Model
package import Tables

/// The department and user lists of the WeCom interface (docs/domain.md#contact-lists), in one file or two.
package enum ContactsJSON {
  package static func claims(_ value: JSONValue) -> Bool {
    departments(value) != nil || users(value) != nil
  }

  private static func departments(_ value: JSONValue) -> [JSONValue]? {
    let items = value.first(of: ["department", "department_id"])?.items ?? value.items
    guard let items, let first = items.first, first.first(of: ["id"]) != nil,
      first.first(of: ["name"]) != nil, first.first(of: ["parentid"]) != nil
    else { return nil }
    return items
  }

  private static func users(_ value: JSONValue) -> [JSONValue]? {
    let items = value.first(of: ["userlist"])?.items ?? value.items
    guard let items, let first = items.first, first.first(of: ["userid"]) != nil,
      first.first(of: ["name", "department"]) != nil
    else { return nil }
    return items
  }

  /// Returns the list, and whether it holds people.
  package static func read(_ value: JSONValue) -> (list: ContactsList, holdsPeople: Bool) {
    var list = ContactsList(page: nil)
    let paths = departments(value).map { Self.paths(of: $0, in: &list) }
    let people = users(value)
    for (number, user) in (people ?? []).enumerated() {  // allowed: a list of departments alone
      let row = user.members?.first?.line ?? number + 1
      func text(_ name: String) -> String? { user.first(of: [name])?.text }
      let ids = user.first(of: ["department"])?.items?.compactMap(\.text)
      let main = text("main_department")
      let own = (ids ?? []).sorted { $0 == main && $1 != main }  // allowed: in no department
        .compactMap { paths?[$0] }
      if let account = text("userid") { list.check(account: account, row: row) }
      for role in roles(of: user) { list.add(role: role) }
      let leads = user.first(of: ["is_leader_in_dept"])?.items?.first?.text.map { $0 == "1" }
      list.add(
        name: text("name") ?? "",  // allowed: is noted as missing
        title: text("position"), paths: own, isHead: leads, row: row)
    }
    return (list, people != nil)
  }

  /// Roles that the interface gives by themselves or in a custom attribute; who leads a department does not tell who
  /// administers the company.
  private static func roles(of user: JSONValue) -> [String] {
    let own = user.first(of: ["role", "roles"])
    if let text = own?.text { return [text] }
    if let items = own?.items {
      return items.compactMap { $0.text ?? $0.first(of: ["name"])?.text }
    }
    let attributes = user.first(of: ["extattr"])?.first(of: ["attrs"])?.items
    return (attributes ?? []).filter { attribute in  // allowed: most have none
      ["角色", "权限"].contains(attribute.first(of: ["name"])?.text)
    }.compactMap { attribute in
      attribute.first(of: ["value"])?.text
        ?? attribute.first(of: ["text"])?.first(of: ["value"])?.text
    }
  }

  private static func paths(
    of departments: [JSONValue], in list: inout ContactsList
  ) -> [String: [String]] {
    struct Entry {
      let name: String
      let parent: String?
      let line: Int
    }
    var entries: [String: Entry] = [:]
    var order: [String] = []
    for (number, department) in departments.enumerated() {
      guard let id = department.first(of: ["id"])?.text,
        let name = department.first(of: ["name"])?.text, entries[id] == nil
      else { continue }
      order.append(id)
      entries[id] = Entry(
        name: name, parent: department.first(of: ["parentid"])?.text,
        line: department.members?.first?.line ?? number + 1)
    }
    var paths: [String: [String]] = [:]
    for id in order {
      var path: [String] = []
      var next: String? = id
      // A ring of parents ends at the limit.
      while let current = next, let entry = entries[current], path.count < 50 {
        path.append(entry.name)
        next = entry.parent == current ? nil : entry.parent
      }
      paths[id] = path.reversed()
      if let entry = entries[id] { list.addDepartment(path.reversed(), row: entry.line) }
    }
    return paths
  }
}
