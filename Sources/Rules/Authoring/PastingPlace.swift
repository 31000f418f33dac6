internal import Model
internal import Schema

/// Where a further test of a rule belongs, and how it is written there: as lines of their own, or inside brackets where
/// the author writes lists and mappings in brackets (YAML's flow style).
struct PastingPlace {
  enum Form {
    /// Lines after ``PastingPlace/line``, their dash so far in; below a `tests:` of their own where there is none.
    case lines(indent: Int, needsKey: Bool)
    /// Text before the bracket that closes at a 1-based column of ``PastingPlace/line``.
    case brackets(column: Int, needsComma: Bool, needsKey: Bool)
  }

  /// 1-based.
  let line: Int
  let form: Form

  init(of rule: Rule) {
    let source = SourceScan(file: rule.location.file)
    let node = source.node(at: rule.location.position)
    let tests = node?.mapping?.first { $0.key == RuleKey.tests.rawValue }
    if let list = tests?.value, let end = source.closing(list.position) {
      (line, form) = Self.before(end, needsKey: false)
    } else if tests == nil, let end = source.closing(rule.location.position) {
      (line, form) = Self.before(end, needsKey: true)
    } else if let last = tests?.value.sequence?.last {
      let first = last.position.line
      let isList = source.lines[first - 1].drop { $0 == " " }.hasPrefix("- ")
      // allowed: what is in no brackets ends where its indentation does
      line = source.closing(last.position)?.line ?? source.end(of: first)
      form = .lines(
        indent: isList ? source.indent(first) : rule.location.position.column + 1, needsKey: false)
    } else if let tests {
      // `tests:` with nothing in it.
      line = tests.keyPosition.line
      form = .lines(indent: tests.keyPosition.column + 1, needsKey: false)
    } else {
      line = source.end(of: rule.location.position.line)
      form = .lines(indent: rule.location.position.column - 1, needsKey: true)
    }
  }

  private static func before(_ end: SourceScan.Closing, needsKey: Bool) -> (Int, Form) {
    (end.line, .brackets(column: end.column, needsComma: end.needsComma, needsKey: needsKey))
  }
}

/// The lines of a file, and where things in them end.
private struct SourceScan {
  /// A closing bracket.
  struct Closing {
    let line: Int
    let column: Int
    /// Whether something that no comma follows stands before it.
    let needsComma: Bool
  }

  private let file: YAMLFile
  var lines: [String] { file.lines }

  init(file: YAMLFile) { self.file = file }

  func node(at position: TextPosition) -> YAMLNode? {
    var waiting = [file.root].compactMap(\.self)
    while let node = waiting.popLast() {
      if node.position == position, node.mapping != nil { return node }
      waiting += node.sequence ?? node.mapping?.map(\.value) ?? []  // allowed: a scalar holds none
    }
    return nil
  }

  func indent(_ line: Int) -> Int { lines[line - 1].prefix { $0 == " " }.count }

  /// The last line of what begins at one: those that go in deeper belong to it.
  func end(of first: Int) -> Int {
    var last = first
    for line in (first + 1)..<(lines.count + 1) {
      guard lines[line - 1].contains(where: { !$0.isWhitespace }) else { continue }
      guard indent(line) > indent(first) else { break }
      last = line
    }
    return last
  }

  /// The bracket that closes what opens at a place; `nil` where no bracket opens there.
  func closing(_ position: TextPosition) -> Closing? {
    var depth = 0
    var quote: Unicode.Scalar?
    var before: Unicode.Scalar = " "
    for number in position.line...max(position.line, lines.count) where number <= lines.count {
      let scalars = Array(lines[number - 1].unicodeScalars)
      var column = number == position.line ? position.column - 1 : 0
      while column < scalars.count {
        let scalar = scalars[column]
        defer { column += 1 }
        if let open = quote {
          if open == "\"", scalar == "\\" { column += 1 } else if scalar == open { quote = nil }
          continue
        }
        switch scalar {
        case "[", "{": depth += 1
        case "]", "}":
          depth -= 1
          if depth == 0 {
            return Closing(
              line: number, column: column + 1, needsComma: !"[{,".unicodeScalars.contains(before))
          }
        case "\"",
          "'" where " ,:[{".unicodeScalars.contains(column > 0 ? scalars[column - 1] : " "):
          quote = scalar
        case "#" where column == 0 || scalars[column - 1] == " ": column = scalars.count
        default: break
        }
        if depth == 0 { return nil }
        if scalar != " ", scalar != "#" { before = scalar }
      }
    }
    return nil
  }
}
