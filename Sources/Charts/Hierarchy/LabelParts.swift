internal import Model

/// The pieces of a label by what they are.
struct LabelParts {
  private var names: [String] = []
  private var positions: [String] = []
  private var persons: [String] = []
  private var isPersonFirst = false

  mutating func add(_ line: String) {
    let (outside, inside) = Self.bracketed(line)
    if let inside, let outside, let pieces = Self.pieces(ofRemark: inside) {
      add(outside)
      for piece in pieces { add(piece) }
      return
    }
    if addLabelled(line) || addHeaded(line) { return }
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
    guard let colon = line.firstIndex(where: Self.isColon) else { return false }
    let before = NodeLabel.trimmed(line[..<colon])
    let after = NodeLabel.trimmed(line[line.index(after: colon)...])
    if before.hasSuffix("人数") || before == "编制" { return true }
    guard !before.isEmpty, !after.isEmpty else { return false }
    if addStaffed(before, after) { return true }
    guard OrganizationWords.isPerson(after) else { return false }
    // `市场部 负责人：张三` on one line.
    let words = before.split(whereSeparator: \.isWhitespace).map(String.init)
    for word in words where !Self.labels.contains(word) { take(word) }
    take(after)
    return true
  }

  /// `财务部：会计、出纳`: who works in a department, all of them positions or people beyond doubt.
  private mutating func addStaffed(_ department: String, _ staff: String) -> Bool {
    let words = staff.split { "、,，;；/".contains($0) || $0.isWhitespace }.map(String.init)
    guard OrganizationWords.isDepartment(department), !words.isEmpty,
      words.contains(where: OrganizationWords.isPosition),
      words.allSatisfy({ OrganizationWords.isPosition($0) || OrganizationWords.isPerson($0) })
    else { return false }
    take(department)
    for word in words { take(word) }
    return true
  }

  /// `技术部-王建国`, `技术部-王建国-经理`: only where department and person are beyond doubt.
  private mutating func addHeaded(_ line: String) -> Bool {
    guard line.contains(where: Self.isDash) else { return false }
    let words = line.split { Self.isDash($0) || $0.isWhitespace }.map(String.init)
    guard let first = words.first, OrganizationWords.isDepartment(first),
      words.count(where: OrganizationWords.isCommonPerson) == 1,
      words.dropFirst().allSatisfy({
        OrganizationWords.isCommonPerson($0) || OrganizationWords.isPosition($0)
      })
    else { return false }
    for word in words { take(word) }
    return true
  }

  private static func isDash(_ character: Character) -> Bool { "-－–—―".contains(character) }

  private static let labels: Set = ["负责人", "部门负责人", "姓名", "主管领导", "联系人"]

  /// What stands in brackets behind a name, if it is about its head or its size and nothing else.
  private static func pieces(ofRemark inside: String) -> [String]? {
    // `负责人： 王建国` is one piece.
    var joined = ""
    for character in inside where !(character.isWhitespace && joined.last.map(isColon) == true) {
      joined.append(character)
    }
    let pieces = joined.split { $0.isWhitespace || ",，、;；/".contains($0) }.map(labelled)
    guard !pieces.isEmpty, pieces.allSatisfy({ isCount($0) || isHead($0) }) else { return nil }
    let isNamed = pieces.contains(where: OrganizationWords.isPerson)
    return pieces.filter { !isCount($0) && !(isNamed && labels.contains($0)) }
  }

  /// `负责人：张三` for `负责人张三`; other pieces as they are.
  private static func labelled(_ piece: Substring) -> String {
    // `兼任经理` is the position that somebody holds besides.
    if let word = ["兼任", "兼"].first(where: piece.hasPrefix),
      OrganizationWords.isPosition(String(piece.dropFirst(word.count)))
    {
      return String(piece.dropFirst(word.count))
    }
    let label = labels.first { label in
      piece.hasPrefix(label) && OrganizationWords.isPerson(String(piece.dropFirst(label.count)))
    }
    return label.map { $0 + "：" + piece.dropFirst($0.count) } ?? String(piece)
  }

  /// `张三`, `经理`, `负责人：张三`.
  private static func isHead(_ piece: String) -> Bool {
    let words = piece.split(whereSeparator: isColon).map(String.init)
    guard let last = words.last, words.count <= 2 else { return false }
    guard words.count == 2 else {
      return OrganizationWords.isPerson(last) || OrganizationWords.isPosition(last)
    }
    return OrganizationWords.isPerson(last)
      && (labels.contains(words[0]) || OrganizationWords.isPosition(words[0]))
  }

  private static func isColon(_ character: Character) -> Bool { "：:".contains(character) }

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
