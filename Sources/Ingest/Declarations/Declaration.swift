package import Model
internal import Native
internal import Schema

/// A declaration holds what a company declares, as facts `declared.*` with their line and column.
package struct Declaration: Hashable, Sendable {
  package var facts: [Fact] = []
  package var notices: [Notice] = []
  /// What is declared in a way that cannot be read: neither known nor left out.
  package var unread: [UnreadValue] = []
  /// Whether there is a declaration that cannot be read: its submission is blocked.
  package var isBroken = false
  /// Whether `dossier init` drafted it from the materials.
  package var isDrafted = false

  /// A declared value that was not understood.
  package struct UnreadValue: Hashable, Sendable {
    /// Of the facts that it would be: `declared.company.registered_capital` and its amount.
    package let keys: [String]
    /// Where it stands; without the text, which may be personal.
    package let evidence: Evidence

    init(path: String, type: DeclaredType, file: String, position: TextPosition) {
      keys = type.factDeclarations(key: FactOrigin.declaredKey(path), label: nil).map(\.key)
      evidence = Evidence(file: file, method: .declared, position: position)
    }

    /// One that was taken in before.
    package init(keys: [String], evidence: Evidence) {
      self.keys = keys
      self.evidence = evidence
    }

    /// The facts, unread.
    package var facts: [ResolvedFact] {
      keys.map {
        ResolvedFact(key: $0, state: .unread, value: nil, confidence: 0, evidence: [evidence])
      }
    }
  }

  /// The declared channel; `nil` where none is known.
  package var channel: String? {
    facts.first { $0.key == "declared.channel" }?.value.string
  }

  /// The declared day of submission; `nil` where none is known.
  package var submittedOn: CalendarDate? {
    facts.first { $0.key == "declared.submitted_on" }?.value.date
  }

  /// There is none: only the materials themselves are checked.
  package static let missing = Declaration(notices: [
    Notice(file: "declared.yaml", stage: .declare, code: .declarationMissing)
  ])

  package init(notices: [Notice] = []) { self.notices = notices }

  /// One that cannot be read.
  private init(broken file: String, at position: TextPosition? = nil, _ reason: LocalizedText) {
    self.init(notices: [Self.invalid(file: file, at: position, reason)])
    isBroken = true
  }

  /// Reads the declaration of a submission's folder.
  init(inFolder folder: FilePath, schema: DeclarationSchema, limit: Int) {
    let names: [[UInt8]]
    do {
      names = try FileSystem.names(inFolder: folder.bytes).filter(IgnoredFiles.isDeclaration)
    } catch {
      // The walk of the folder says why it cannot be listed.
      self = .missing
      return
    }
    self.init(among: names, schema: schema) { name throws(FileFailure) in
      try FileSystem.read(folder.appending(name).bytes, limit: limit)
    }
  }

  /// Reads the one of the declaration files that counts.
  init(
    among names: [[UInt8]], schema: DeclarationSchema,
    read: ([UInt8]) throws(FileFailure) -> [UInt8]
  ) {
    let readable = names.filter { Self.isReadable(FilePath(bytes: $0).text) }
    guard let name = readable.first else {
      guard let other = names.first else {
        self = .missing
        return
      }
      self.init(
        broken: FilePath(bytes: other).text,
        LocalizedText(
          "只支持 declared.yaml、declared.yml 和 declared.json",
          "only declared.yaml, declared.yml and declared.json can be read"))
      return
    }
    let file = FilePath(bytes: name).text
    if readable.count > 1 {
      let all = readable.map { FilePath(bytes: $0).text }
      self.init(
        broken: file,
        LocalizedText(
          "有多个申报文件（\(all.joined(separator: "、"))），请只保留一个",
          "there are several (\(all.joined(separator: ", "))); keep one"))
      return
    }
    do {
      self.init(bytes: try read(name), file: file, schema: schema)
    } catch {
      self.init(broken: file, error.reason)
    }
  }

  /// Reads the bytes of a declaration.
  package init(bytes: [UInt8], file: String, schema: DeclarationSchema) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      self.init(broken: file, at: Self.firstForeignLine(bytes), Self.encodingReason(bytes))
      return
    }
    guard !Self.saysNothing(text) else {
      self.init(
        broken: file,
        LocalizedText(
          "文件是空的。请按「键: 值」逐行填写，例如「企业名称: …」，或先删去该文件再用 dossier init 起草",
          "the file is empty; write keys with values, such as \"company:\", or delete it and let `dossier init` draft one"
        ))
      return
    }
    let typed = MendedYAML(
      text: text, path: file, isKey: { schema.isName($0) }, isLabel: { schema.isLabel($0) })
    let yaml = typed.file
    guard let root = yaml.root, !yaml.diagnostics.contains(where: { $0.level == .error }) else {
      // What comes after the first mistake follows from it.
      self.init(
        notices: yaml.diagnostics.prefix(1).map {
          Self.invalid(file: file, at: $0.position, $0.message)
        })
      isBroken = true
      return
    }
    guard let entries = root.mapping else {
      self.init(
        broken: file, at: root.position,
        LocalizedText(
          "应为「键: 值」，实为\(root.shape.chinese)", "should be keys with values, is \(root.shape.english)"
        ))
      return
    }
    let count = Self.keyCount(entries)
    guard count <= Self.keyLimit else {
      self.init(
        broken: file,
        LocalizedText(
          "有 \(count) 个键，申报文件至多 \(Self.keyLimit) 个。请对照 dossier init 起草的申报文件，只保留其中的键",
          "it has \(count) keys, a declaration has at most \(Self.keyLimit); keep those alone that `dossier init` writes"
        ))
      return
    }
    var reader = DeclarationReader(file: file, schema: schema, cuts: typed.cuts)
    for found in typed.slips { reader.reportSlip(found.slip, lines: found.lines, key: found.key) }
    reader.read(entries)
    self.init(notices: reader.notices)
    facts = reader.facts
    unread = reader.unread
    isDrafted = reader.isDrafted
  }

  /// All keys that there are, house keys included, fit several times.
  private static let keyLimit = 1000

  private static func keyCount(_ entries: [YAMLNode.Entry]) -> Int {
    entries.reduce(0) { count, entry in
      let below = entry.value.mapping.map(keyCount)
      return count + 1 + (below ?? 0)  // allowed: a value without keys has none
    }
  }

  private static func isReadable(_ name: String) -> Bool {
    ["declared.yaml", "declared.yml", "declared.json"].contains(name.lowercased())
  }

  private static func invalid(file: String, at position: TextPosition?, _ reason: LocalizedText)
    -> Notice
  {
    let position = position ?? TextPosition(line: 1, column: 1)
    let place = ["line": String(position.line), "column": String(position.column)]
    return Notice(
      file: file, stage: .declare, code: .declarationInvalid, details: place.with("reason", reason))
  }

  /// Whether there is nothing in it but white space and comments.
  private static func saysNothing(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).allSatisfy { line in
      let words = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      return words.isEmpty || words.hasPrefix("#")
    }
  }

  /// Where the first character stands that is none of UTF-8's plain ones.
  private static func firstForeignLine(_ bytes: [UInt8]) -> TextPosition {
    let before = bytes.prefix { $0 < 0x80 }
    return TextPosition(line: 1 + before.count { $0 == 0x0A }, column: 1)
  }

  private static func encodingReason(_ bytes: [UInt8]) -> LocalizedText {
    let found: LocalizedText =
      switch TextContents.encoding(of: bytes) {
      case .gbk: LocalizedText("看起来是 GBK", "it looks like GBK")
      case .utf16: LocalizedText("看起来是 UTF-16", "it looks like UTF-16")
      case .utf8, nil: LocalizedText("看起来不是文本", "it looks like no text")
      }
    return LocalizedText(
      "不是 UTF-8 编码（\(found.chinese)）。请用记事本打开，选「另存为」，编码选「UTF-8」",
      "not in UTF-8 (\(found.english)); open it in an editor and save it with the encoding UTF-8")
  }
}

extension Declaration {
  /// Whether a file of that name is read as a company's declaration, which makes its folder a submission.
  package static func isCalled(_ name: String) -> Bool {
    IgnoredFiles.isDeclaration(Array(name.utf8))
  }
}
