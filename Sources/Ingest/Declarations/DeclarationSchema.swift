package import Model
internal import Schema

/// The keys that a declaration may hold: `rules/declared.yaml`.
package struct DeclarationSchema: Sendable {
  /// The keys at the top.
  let keys: [DeclaredKey]
  /// What the keys are called.
  let titles: KeyTitles
  /// All names of all keys, as ``KeyText`` folds them.
  private let names: Set<String>
  /// Pairs of neighbouring characters of those names.
  private let pairs: Set<String>

  init(keys: [DeclaredKey]) {
    self.keys = keys
    titles = KeyTitles(keys)
    names = Set(keys.flatMap(\.allNames) + DeclarationFileKey.record.names).union(
      RosterColumn.folderNames)
    pairs = Set(names.flatMap(Self.pairs))
  }

  /// Whether a key at any level is called so.
  func isName(_ word: String) -> Bool { names.contains(KeyText.folded(word)) }

  /// Whether a key at any level begins so, two characters at least.
  func isLabel(_ word: String) -> Bool {
    let folded = KeyText.folded(word)
    return folded.count > 1 && names.contains { $0.hasPrefix(folded) }
  }

  /// Whether a word that is no key reads like one, and not like somebody's name: it shares two neighbouring characters
  /// with a key, or is an English word.
  func readsLikeKey(_ word: String) -> Bool {
    let isEnglish =
      word.first?.isLetter == true
      && word.allSatisfy { $0.isASCII && !$0.isWhitespace && !$0.isNumber }
    return isEnglish || !pairs.isDisjoint(with: Self.pairs(in: KeyText.folded(word)))
  }

  private static func pairs(in word: String) -> [String] {
    zip(word, word.dropFirst()).filter { !$0.isASCII && !$1.isASCII }.map { String([$0, $1]) }
  }

  /// This schema with other ways to write a value: what people call the mail providers.
  ///
  /// - Parameter synonyms: by the value that counts.
  package func naming(_ synonyms: [String: [String]], valuesOf path: String) -> DeclarationSchema {
    DeclarationSchema(keys: keys.map { $0.naming(synonyms, valuesOf: path) })
  }

  /// All facts that declarations yield, with types, in the file's order.
  package var factDeclarations: [FactDeclaration] { keys.flatMap { $0.factDeclarations() } }

  /// Returns the names that a value of a closed list may have, in the file's order; empty for other keys.
  package func choices(of key: String) -> [String] {
    guard case .value(let type)? = keys.first(where: { $0.name == key })?.content else { return [] }
    return type.choices.map(\.name)
  }

  /// Returns the names of the values of a closed list, each with its other ways to write it; empty for other keys.
  package func synonyms(of key: String) -> [String: [String]] {
    guard case .value(let type)? = keys.first(where: { $0.name == key })?.content else {
      return [:]
    }
    return Dictionary(
      type.choices.map { ($0.name, $0.aliases) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the value of a key at the top that a text means, by any of its names.
  package func choice(called text: String, of key: String) -> String? {
    guard case .value(let type)? = keys.first(where: { $0.name == key })?.content else {
      return nil
    }
    let wanted = KeyText.folded(text)
    return type.choices.first { choice in
      ([choice.name] + choice.aliases).contains { KeyText.folded($0) == wanted }
    }?.name
  }

  /// Reads the file at `path`; without errors among the diagnostics there is a schema.
  ///
  /// - Parameters:
  ///   - added: Files whose keys are known beside those.
  ///   - open: What is being edited and not saved.
  package static func load(
    path: String, adding added: [String] = [], open: OpenTexts = .none
  ) -> (
    schema: DeclarationSchema?, diagnostics: [Diagnostic]
  ) {
    DeclarationSchemaReader.read(path: path, adding: added, open)
  }
}

/// A key of a declaration, with what may stand under it.
struct DeclaredKey: Sendable {
  enum Content: Sendable {
    case section([DeclaredKey])
    case value(DeclaredType)
  }

  /// As facts are named: `name`.
  let name: String
  /// Other names, mostly Chinese, the first for messages.
  let aliases: [String]
  /// `company.name`.
  let path: String
  let content: Content
  private let folded: Set<String>

  init(name: String, aliases: [String], path: String, content: Content) {
    self.name = name
    self.aliases = aliases
    self.path = path
    self.content = content
    folded = Set(([name] + aliases).map(KeyText.folded))
  }

  /// Whether a person who writes a text means this key; width, case and spaces do not matter.
  ///
  /// - Parameter folded: The text as ``KeyText`` folds it.
  func isCalled(folded text: String) -> Bool { folded.contains(text) }

  /// Whether all that stands below a key of the file is known below this one: then no other section is meant.
  func holds(_ node: YAMLNode) -> Bool {
    guard case .section(let keys) = content, let entries = node.mapping, !entries.isEmpty else {
      return false
    }
    return entries.allSatisfy { entry in
      let called = KeyText.folded(entry.key)
      return keys.contains { $0.isCalled(folded: called) }
    }
  }

  /// Its names and those of all keys below it.
  fileprivate var allNames: [String] {
    guard case .section(let keys) = content else { return Array(folded) }
    return folded + keys.flatMap(\.allNames)
  }

  fileprivate func naming(_ synonyms: [String: [String]], valuesOf wanted: String) -> DeclaredKey {
    let content: Content =
      switch content {
      case .section(let keys): .section(keys.map { $0.naming(synonyms, valuesOf: wanted) })
      case .value(let type): .value(path == wanted ? type.naming(synonyms) : type)
      }
    return DeclaredKey(name: name, aliases: aliases, path: path, content: content)
  }

  /// - Parameter owner: What the section around it is called, where the key's own name leaves that open
  ///   (运营者 and 姓名); that of the company is understood.
  func factDeclarations(of owner: String? = nil) -> [FactDeclaration] {
    switch content {
    case .section(let keys):
      return keys.flatMap { $0.factDeclarations(of: path == "company" ? nil : aliases.first) }
    case .value(let type):
      let label = aliases.first.map { (owner ?? "") + $0 }  // allowed: no owner, no name before it
      return type.factDeclarations(key: FactOrigin.declaredKey(path), label: label)
    }
  }
}

/// What a value may be.
struct DeclaredType: Sendable {
  enum Kind: String, CaseIterable, Sendable { case string, bool, int, number, date, list, amount }

  /// A value of a closed list with the other ways to write it.
  struct Choice: Sendable {
    let name: String
    let aliases: [String]
  }

  let kind: Kind
  let isPersonal: Bool
  let summary: String
  /// Empty where any value will do.
  let choices: [Choice]
  /// Those other ways that are mistakes: read all the same, with a notice.
  let mistaken: [String]
  /// What the key is called.
  let title: LocalizedText
  /// Other ways to write some values, where any value will do.
  var synonyms: [Choice] = []

  func naming(_ synonyms: [String: [String]]) -> DeclaredType {
    var type = self
    type.synonyms = synonyms.sorted { $0.key < $1.key }.map { Choice(name: $0, aliases: $1) }
    return type
  }

  /// - Parameter label: What people call it in Chinese; ends the summary.
  func factDeclarations(key: String, label: String?) -> [FactDeclaration] {
    func declaration(_ suffix: String, _ type: ValueType) -> FactDeclaration {
      let labelled = label.map { "\(summary): \($0)\(suffix)" }
      return FactDeclaration(
        key: key + suffix, type: type, isPersonal: isPersonal, summary: labelled ?? summary)
    }
    return switch kind {
    case .string: [declaration("", .string)]
    case .bool: [declaration("", .bool)]
    case .int: [declaration("", .int)]
    case .number: [declaration("", .double)]
    case .date: [declaration("", .date)]
    case .list: [declaration("", .list)]
    case .amount:
      [
        declaration("", .string), declaration("_amount", .double),
        declaration("_currency", .string),
      ]
    }
  }
}

/// How keys and closed values are compared.
enum KeyText {
  static func folded(_ text: String) -> String {
    normalization.applied(to: text).lowercased()
  }

  private static let normalization = TextNormalization(steps: [.compatibility, .noSpace])
}
