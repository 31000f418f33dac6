internal import Model
internal import Schema

/// What is wrong with one file, gathered while it is read so that all is told at once.
struct DiagnosticLog {
  let file: YAMLFile
  private(set) var diagnostics: [Diagnostic] = []

  init(_ file: YAMLFile) { self.file = file }

  mutating func report(
    _ code: String, at node: YAMLNode, level: Diagnostic.Level = .error, _ chinese: String,
    _ english: String
  ) {
    var length = 0
    if let text = node.text, node.style == .plain || node.style == .quoted {
      length = text.unicodeScalars.count
    }
    report(code, at: node.position, length: length, level: level, chinese, english)
  }

  mutating func report(
    _ code: String, at position: TextPosition, length: Int = 0, level: Diagnostic.Level = .error,
    _ chinese: String, _ english: String
  ) {
    diagnostics.append(
      file.diagnostic(
        code, at: position, length: length, level: level,
        LocalizedText(chinese: chinese, english: english)))
  }

  mutating func add(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// A name that is none of the known ones, with the nearest of those as a hint.
  mutating func reportUnknown(
    _ code: String, _ name: String, at position: TextPosition, among known: some Sequence<String>,
    _ chinese: String, _ english: String
  ) {
    let hint = Hint(name, among: known)
    report(
      code, at: position, length: name.unicodeScalars.count,
      "没有\(chinese)「\(name)」\(hint.chinese)", "there is no \(english) \"\(name)\"\(hint.english)")
  }
}

/// "Did you mean", or the names there are if they are few.
struct Hint {
  let chinese: String
  let english: String

  init(_ name: String, among known: some Sequence<String>) {
    if let nearest = NearestName.suggestion(for: name, among: known) {
      chinese = "，是否为「\(nearest)」？"
      english = ", did you mean \"\(nearest)\"?"
      return
    }
    let names = known.sorted()
    if names.isEmpty || names.count > 16 {
      chinese = ""
      english = ""
    } else {
      chinese = "；可用：\(names.joined(separator: "、"))"
      english = "; there are: \(names.joined(separator: ", "))"
    }
  }
}
