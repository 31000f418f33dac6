/// What the text in a box of a chart says: a name, perhaps with a head and a title.
///
/// `市场部`, `市场部\n负责人：张三`, `市场部（张三）`, `总经理 张三`, `张三\n总经理`.
package struct NodeLabel: Hashable, Sendable {
  package var name: String
  package var kind: Hierarchy.Kind
  package var title: String?
  package var person: String?

  /// Longer labels are texts about the chart rather than names in it.
  private static let lengthLimit = 200

  /// - Returns: `nil` where there is no text, or far too much.
  package init?(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map(Self.trimmed).filter { !$0.isEmpty }
    guard !lines.isEmpty, lines.reduce(0, { $0 + $1.count }) <= Self.lengthLimit else { return nil }
    var parts = Parts()
    for line in Self.joined(lines) { parts.add(line) }
    guard let label = parts.label else { return nil }
    self = label
  }

  init(name: String, kind: Hierarchy.Kind, title: String?, person: String?) {
    self.name = name
    self.kind = kind
    self.title = title
    self.person = person
  }

  /// Lines of which the second ends a name that the first began: `信息技术` and `研发中心` are two, `北京星河科技` and
  /// `有限公司` one.
  private static func joined(_ lines: [String]) -> [String] {
    var joined: [String] = []
    for line in lines {
      if let last = joined.last, OrganizationWords.kind(of: last) == nil,
        OrganizationWords.kind(of: line) != .person,
        OrganizationWords.kind(of: line) != .position, !hasMark(last), !hasMark(line)
      {
        joined[joined.count - 1] = last + line
      } else {
        joined.append(line)
      }
    }
    return joined
  }

  private static func hasMark(_ line: String) -> Bool {
    line.contains { "：:（(".contains($0) || $0.isWhitespace }
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    var view = Substring(text)
    while let first = view.first, first.isWhitespace || "\u{FEFF}\u{200B}".contains(first) {
      view.removeFirst()
    }
    while let last = view.last, last.isWhitespace || "\u{FEFF}\u{200B}".contains(last) {
      view.removeLast()
    }
    return String(view.map { $0 == "\u{00A0}" || $0 == "\u{3000}" ? " " : $0 })
  }
}

/// The pieces of a label by what they are.
private struct Parts {
  private var names: [String] = []
  private var positions: [String] = []
  private var persons: [String] = []
  private var isPersonFirst = false

  mutating func add(_ line: String) {
    if addLabelled(line) { return }
    let (outside, inside) = Self.bracketed(line)
    if let inside, let outside {
      if Self.isCount(inside) { return add(outside) }
      if OrganizationWords.isPerson(inside) || OrganizationWords.isPosition(inside) {
        add(outside)
        return take(inside)
      }
    }
    let words = line.split(separator: " ").map(String.init).filter { !Self.isCount($0) }
    let isCut =
      words.count > 1
      && words.allSatisfy { OrganizationWords.kind(of: $0) != nil }
    if isCut {
      for word in words { take(word) }
    } else {
      take(words.joined(separator: " "))
    }
  }

  /// `负责人：张三`, `总经理：张三`, `市场部：张三`.
  private mutating func addLabelled(_ line: String) -> Bool {
    guard let colon = line.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return false }
    let before = NodeLabel.trimmed(line[..<colon])
    let after = NodeLabel.trimmed(line[line.index(after: colon)...])
    if before.hasSuffix("人数") || before == "编制" { return true }
    guard !before.isEmpty, !after.isEmpty, OrganizationWords.isPerson(after) else { return false }
    // `市场部 负责人：张三` on one line.
    let words = before.split(whereSeparator: \.isWhitespace).map(String.init)
    for word in words where !["负责人", "部门负责人", "姓名", "主管领导"].contains(word) { take(word) }
    take(after)
    return true
  }

  private mutating func take(_ word: String) {
    guard !word.isEmpty else { return }
    switch OrganizationWords.kind(of: word) {
    case .person:
      if names.isEmpty, positions.isEmpty { isPersonFirst = true }
      persons.append(word)
    case .position: positions.append(word)
    case .company, .department, nil: names.append(word)
    }
  }

  /// `12人`, `编制5人`.
  private static func isCount(_ text: String) -> Bool {
    guard text.hasSuffix("人") || text.hasSuffix("名") else { return false }
    let digits = text.drop { !$0.isNumber }.dropLast()
    return !digits.isEmpty && digits.allSatisfy(\.isNumber) && text.count - digits.count <= 4
  }

  private static func bracketed(_ line: String) -> (outside: String?, inside: String?) {
    guard let last = line.last, "）)".contains(last),
      let open = line.lastIndex(where: { "（(".contains($0) }), open > line.startIndex
    else { return (nil, nil) }
    return (
      NodeLabel.trimmed(line[..<open]),
      NodeLabel.trimmed(line[line.index(after: open)...].dropLast())
    )
  }

  var label: NodeLabel? {
    let title = positions.isEmpty ? nil : positions.joined(separator: "、")
    let person = persons.isEmpty ? nil : persons.joined(separator: "、")
    if !names.isEmpty {
      let name = names.joined(separator: " ")
      return NodeLabel(
        name: name, kind: OrganizationWords.isCompany(name) ? .company : .department,
        title: title, person: person)
    }
    if let person, isPersonFirst || title == nil {
      return NodeLabel(name: person, kind: .person, title: title, person: nil)
    }
    guard let title else { return nil }
    return NodeLabel(name: title, kind: .position, title: nil, person: person)
  }
}

extension NodeLabel {
  /// A name that is known to be a company's or department's.
  package init(department name: String) {
    self.init(
      name: name, kind: OrganizationWords.isCompany(name) ? .company : .department, title: nil,
      person: nil)
  }

  /// A name that is known to be a person's.
  package init(person name: String, title: String?) {
    self.init(name: name, kind: .person, title: title, person: nil)
  }

  /// A name whose head and title stand in fields of their own.
  package init?(_ name: String, title: String?, person: String?) {
    guard let label = NodeLabel(name) else { return nil }
    self = label
    if let title = title.map(Self.trimmed), !title.isEmpty { self.title = title }
    if let person = person.map(Self.trimmed), !person.isEmpty {
      if kind == .person, name != person { self.person = nil } else { self.person = person }
    }
  }
}
