package import Model

/// What the text in a box of a chart says: a name, perhaps with a head and a title.
///
/// `市场部`, `市场部\n负责人：张三`, `市场部（经理 张三）`, `市场部-张三`, `总经理 张三`, `张三\n总经理`.
/// Telephone numbers are nobody's name and are left out.
package struct NodeLabel: Hashable, Sendable {
  package var name: String
  package var kind: Hierarchy.Kind
  package var title: String?
  package var person: String?

  /// Longer labels are texts about the chart rather than names in it.
  private static let lengthLimit = 200

  /// - Returns: `nil` where there is no text, or far too much.
  package init?(_ text: String) {
    let lines = Self.lines(of: text)
    guard !lines.isEmpty, lines.reduce(0, { $0 + $1.count }) <= Self.lengthLimit else { return nil }
    var parts = LabelParts()
    let named = Self.lines(of: ContactDetails.removed(from: lines.joined(separator: "\n")))
    for line in Self.joined(named) { parts.add(line) }
    guard let label = parts.label else { return nil }
    self = label
  }

  init(name: String, kind: Hierarchy.Kind, title: String?, person: String?) {
    self.name = name
    self.kind = kind
    self.title = title
    self.person = person
  }

  private static func lines(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(trimmed).filter { !$0.isEmpty }
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

extension NodeLabel {
  /// A name that is known to be a company's or department's; `nil` where there is none.
  package init?(department text: String) {
    let name = ContactDetails.removed(from: text)
    guard !name.isEmpty else { return nil }
    self.init(
      name: name, kind: OrganizationWords.isCompany(name) ? .company : .department, title: nil,
      person: nil)
  }

  /// A name that is known to be a person's; `nil` where there is none.
  package init?(person text: String, title: String?) {
    let name = ContactDetails.removed(from: text)
    guard !name.isEmpty else { return nil }
    self.init(
      name: name, kind: .person, title: title.map(ContactDetails.removed), person: nil)
  }

  /// A name whose head and title stand in fields of their own.
  package init?(_ name: String, title: String?, person: String?) {
    guard let label = NodeLabel(name) else { return nil }
    self = label
    if let person = Self.field(person) {
      self.person = kind == .person && name != person ? nil : person
    }
    if let title = Self.field(title) { self.title = title }
  }

  /// Names who heads it; empty texts say nothing.
  mutating func setHead(person: String?, title: String?) {
    if let person = Self.field(person) { self.person = person }
    if let title = Self.field(title) { self.title = title }
  }

  private static func field(_ text: String?) -> String? {
    guard let text = text.map({ trimmed(ContactDetails.removed(from: $0)) }), !text.isEmpty else {
      return nil
    }
    return text
  }
}
