package import Model
internal import Yams

/// A file is a YAML (or JSON) text with its tree: no anchors, aliases, tags, duplicate keys or deep nesting.
package struct YAMLFile: Sendable {
  /// The path is as diagnostics name it.
  package let path: String
  package let lines: [String]
  /// `nil` where the text does not parse; the diagnostics say why.
  package let root: YAMLNode?
  package let diagnostics: [Diagnostic]

  /// How deep mappings and lists may stand in one another.
  package static let depthLimit = 64

  /// Reads `text`; everything wrong with its form is in ``diagnostics``.
  package init(text: String, path: String) {
    let body = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    let lines = body.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
    var builder = TreeBuilder(path: path, lines: lines)
    self.path = path
    self.lines = lines
    if AliasScan.isBomb(body) {
      builder.report(
        "anchor", at: TextPosition(line: 1, column: 1),
        LocalizedText("不支持锚点（&）和别名（*）", "anchors (&) and aliases (*) are not supported"))
      root = nil
    } else if Self.nestsTooDeep(body) {
      builder.report(
        "nesting", at: TextPosition(line: 1, column: 1),
        LocalizedText("嵌套超过 \(Self.depthLimit) 层", "nested more than \(Self.depthLimit) deep")
      )
      root = nil
    } else {
      root = builder.build(body)
    }
    diagnostics = builder.diagnostics
  }

  /// Returns a diagnostic about this file with its source line.
  package func diagnostic(
    _ code: String, at position: TextPosition, length: Int = 0, level: Diagnostic.Level = .error,
    _ message: LocalizedText
  ) -> Diagnostic {
    Diagnostic(
      level: level, code: code, message: message, file: path, position: position, length: length,
      sourceLine: lines.indices.contains(position.line - 1) ? lines[position.line - 1] : "")
  }

  // The parser below is recursive: brackets and compact `- - -` are counted before it sees them.
  private static func nestsTooDeep(_ text: String) -> Bool {
    var flow = 0
    var markers = 0
    for byte in text.utf8 {
      switch byte {
      case 0x5B, 0x7B: flow += 1
      case 0x5D, 0x7D: flow = max(0, flow - 1)
      case 0x0A: markers = 0
      case 0x2D, 0x3F: markers += 1
      case 0x20: break
      default: markers = -1_000_000_000
      }
      if flow > depthLimit || markers > depthLimit { return true }
    }
    return false
  }
}

private struct TreeBuilder {
  let path: String
  let lines: [String]
  var diagnostics: [Diagnostic] = []

  init(path: String, lines: [String]) {
    self.path = path
    self.lines = lines
  }

  mutating func report(_ code: String, at position: TextPosition, _ message: LocalizedText) {
    diagnostics.append(
      Diagnostic(
        code: code, message: message, file: path, position: position,
        sourceLine: lines.indices.contains(position.line - 1) ? lines[position.line - 1] : ""))
  }

  mutating func build(_ text: String) -> YAMLNode? {
    do {
      // Without rules for types: the types of scalars are decided here, by their text and style.
      // The default encoding looks through the environment, each time.
      let parser = try Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let node = try parser.singleRoot() else {
        report(
          "empty", at: TextPosition(line: 1, column: 1),
          LocalizedText("文件没有内容", "the file has no content"))
        return nil
      }
      // Nodes hold their anchors weakly: without the parser none would be seen, and aliases expand.
      return withExtendedLifetime(parser) { convert(node, depth: 0) }
    } catch let error as YamlError {
      report(error)
    } catch {
      report(
        "yaml", at: TextPosition(line: 1, column: 1),
        LocalizedText("YAML 语法错误：\(error)", "YAML syntax error: \(error)"))
    }
    return nil
  }

  private mutating func convert(_ node: Node, depth: Int) -> YAMLNode? {
    let position =
      node.mark.map { TextPosition(line: $0.line, column: $0.column) }
      ?? TextPosition(line: 1, column: 1)
    guard depth <= YAMLFile.depthLimit else {
      report(
        "nesting", at: position,
        LocalizedText(
          "嵌套超过 \(YAMLFile.depthLimit) 层", "nested more than \(YAMLFile.depthLimit) deep"))
      return nil
    }
    // The anchored node comes before its aliases, so no expanded copy is ever walked.
    guard node.anchor == nil else {
      report(
        "anchor", at: position,
        LocalizedText("不支持锚点（&）和别名（*）", "anchors (&) and aliases (*) are not supported"))
      return nil
    }
    switch node {
    case .scalar(let scalar):
      return YAMLNode(content: .scalar(scalar.string, style(of: scalar)), position: position)
    case .sequence(let sequence):
      var children: [YAMLNode] = []
      for child in sequence {
        guard let child = convert(child, depth: depth + 1) else { return nil }
        children.append(child)
      }
      return YAMLNode(content: .sequence(children), position: position)
    case .mapping(let mapping):
      return convert(mapping, at: position, depth: depth)
    case .alias:
      report(
        "anchor", at: position,
        LocalizedText("不支持别名（*）", "aliases (*) are not supported"))
      return nil
    }
  }

  private mutating func convert(_ mapping: Node.Mapping, at position: TextPosition, depth: Int)
    -> YAMLNode?
  {
    var entries: [YAMLNode.Entry] = []
    var seen: Set<String> = []
    for (key, value) in mapping {
      let keyPosition = key.mark.map { TextPosition(line: $0.line, column: $0.column) } ?? position
      guard case .scalar(let scalar) = key else {
        report(
          "key", at: keyPosition,
          LocalizedText("键必须是文本", "a key must be a text"))
        return nil
      }
      guard seen.insert(scalar.string).inserted else {
        report(
          "duplicate-key", at: keyPosition,
          LocalizedText("键「\(scalar.string)」重复", "the key \"\(scalar.string)\" is given twice"))
        return nil
      }
      guard let child = convert(value, depth: depth + 1) else { return nil }
      entries.append(.init(key: scalar.string, keyPosition: keyPosition, value: child))
    }
    return YAMLNode(content: .mapping(entries), position: position)
  }

  private func style(of scalar: Node.Scalar) -> YAMLNode.Style {
    switch scalar.style {
    case .plain, .any: .plain
    case .singleQuoted, .doubleQuoted: .quoted
    case .literal: .literal
    case .folded: .folded
    }
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      report(problem, context, at: mark)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let name = duplicates.first ?? ""  // allowed: there is one, or the parser would not say so
      let places = lines(of: name, below: context.mark.line)
      report(
        "duplicate-key",
        at: TextPosition(
          line: places.last ?? context.mark.line, column: places.isEmpty ? context.mark.column : 1),
        LocalizedText(
          "键「\(name)」写了两次（第 \(places.words("、")) 行），请删去一个",
          "the key \"\(name)\" is given twice (lines \(places.words(", "))); delete one"))
    default:
      report(
        "yaml", at: TextPosition(line: 1, column: 1),
        LocalizedText("YAML 无法读取：\(error)", "the YAML cannot be read: \(error)"))
    }
  }

  private mutating func report(_ problem: String, _ context: YamlError.Context?, at mark: Mark) {
    if let (slip, position) = SlipDiagnosis.slip(near: mark.line, in: lines) {
      let remedy = slip.remedy(key: nil)
      report(
        "yaml", at: position,
        LocalizedText(
          "\(slip.what.chinese)，请改为：\(remedy.chinese)",
          "\(slip.what.english); type \(remedy.english)"))
      return
    }
    if let comma = wideComma(problem, near: mark) {
      report("yaml", at: comma.at, comma.words)
      return
    }
    let isOfIndent = [
      "did not find expected", "mapping values are", "could not find", "found undefined",
    ]
    if isOfIndent.contains(where: problem.hasPrefix),
      let (position, words) = IndentationDiagnosis.mistake(at: mark.line, in: lines)
    {
      report("yaml", at: position, words)
      return
    }
    // What is never closed began at the context; the parser notices where the text ends.
    let isBegun = ["could not find expected", "found unexpected", "did not find expected ','"]
      .contains { problem.hasPrefix($0) }
    let place = isBegun ? context?.mark ?? mark : mark
    report(
      "yaml", at: TextPosition(line: place.line, column: place.column),
      ParserWords.text(context: context?.text, problem: problem))
  }

  /// A full-width comma in a list or a mapping of one line, which YAML takes for a letter.
  private func wideComma(
    _ problem: String, near mark: Mark
  ) -> (at: TextPosition, words: LocalizedText)? {
    guard problem.hasPrefix("did not find expected ','") || problem.hasPrefix("mapping values are"),
      lines.indices.contains(mark.line - 1)
    else { return nil }
    let text = lines[mark.line - 1]
    guard let open = text.firstIndex(where: { $0 == "[" || $0 == "{" }),
      let (offset, sign) = WideSign.first(in: String(text[open...])), sign.plain != ":"
    else { return nil }
    let column = text[..<open].unicodeScalars.count + offset + 1
    return (TextPosition(line: mark.line, column: column), sign.words)
  }

  /// The first two lines in one column, from a line on, that begin with the key: 1-based.
  private func lines(of key: String, below line: Int) -> [Int] {
    let typed = lines.enumerated().dropFirst(max(0, line - 1)).compactMap { index, text in
      TypedLine(text).flatMap { $0.key == key ? (line: index + 1, indent: $0.indent.count) : nil }
    }
    return typed.filter { $0.indent == typed.first?.indent }.prefix(2).map(\.line)
  }
}

extension [Int] {
  fileprivate func words(_ separator: String) -> String {
    map(String.init).joined(separator: separator)
  }
}
