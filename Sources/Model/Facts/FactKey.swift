/// A Swift type that a fact may hold.
package protocol FactValue: Sendable {
  static var valueType: ValueType { get }
  var factValue: Value { get }
}

extension Bool: FactValue {
  package static var valueType: ValueType { .bool }
  package var factValue: Value { .bool(self) }
}

extension Int: FactValue {
  package static var valueType: ValueType { .int }
  package var factValue: Value { .int(self) }
}

extension Double: FactValue {
  package static var valueType: ValueType { .double }
  package var factValue: Value { .double(self) }
}

extension String: FactValue {
  package static var valueType: ValueType { .string }
  package var factValue: Value { .string(self) }
}

extension CalendarDate: FactValue {
  package static var valueType: ValueType { .date }
  package var factValue: Value { .date(self) }
}

/// The typed key of a fact that Swift code records; facts read from forms are declared in YAML instead.
package struct FactKey<Content: FactValue>: Sendable {
  /// The name is that of the fact in rules and reports: `image.width`.
  package let name: String
  package let summary: String

  package init(_ name: String, _ summary: String) {
    self.name = name
    self.summary = summary
  }

  /// The declaration by which the catalogue knows the key.
  package var declaration: FactDeclaration {
    FactDeclaration(
      key: name, type: Content.valueType, isNullable: false, isPersonal: false, summary: summary)
  }
}

/// What the catalogue knows of a fact key: rules are checked against it before any file is read.
package struct FactDeclaration: Hashable, Sendable {
  package let key: String
  package let type: ValueType
  /// Whether `null` is a possible value (长期).
  package let isNullable: Bool
  /// Whether reports mask the value (ARCHITECTURE.md, invariant 11).
  package let isPersonal: Bool
  package let summary: String
  /// What people call it, where its declaration says so.
  private let ownLabel: LocalizedText?
  /// The kind of document that carries it; `nil` for declared, computed and run facts.
  ///
  /// `card.name` under a `for_each` over `id_card_front` is `id_front.name` by it.
  package let material: MaterialKind?
  /// The standard of its check characters, where it is such a code.
  package let checksum: ChecksumScheme?
  /// Whether it is the last day of what its document proves, so that somebody must renew that.
  package let isExpiry: Bool

  package init(
    key: String, type: ValueType, isNullable: Bool = false, isPersonal: Bool = false,
    summary: String = "", label: LocalizedText? = nil, material: MaterialKind? = nil,
    checksum: ChecksumScheme? = nil, isExpiry: Bool = false
  ) {
    self.key = key
    self.type = type
    self.isNullable = isNullable
    self.isPersonal = isPersonal
    self.summary = summary
    ownLabel = label
    self.material = material
    self.checksum = checksum
    self.isExpiry = isExpiry
  }
}

extension FactDeclaration {
  /// Returns the same fact, read from documents of a kind.
  ///
  /// - Parameter label: What people call it, where it is the last day of what the document proves.
  package func carried(
    by kind: MaterialKind, isNullable: Bool = false, isPersonal: Bool = false,
    expiry label: LocalizedText? = nil
  ) -> FactDeclaration {
    FactDeclaration(
      key: key, type: type, isNullable: self.isNullable || isNullable,
      isPersonal: self.isPersonal || isPersonal, summary: summary, label: label ?? ownLabel,
      material: kind, checksum: checksum, isExpiry: label != nil)
  }

  /// What people call it: as its declaration says; else in Chinese the printed label at the end of a material's
  /// summary (`Business license: 住所`), in English and without such a label the key.
  package var label: LocalizedText {
    if let ownLabel { return ownLabel }
    let name = summary.split(separator: ":").last?.drop { $0 == " " }.prefix { $0 != "_" }
    guard let name, (1...16).contains(name.count), !name.utf8.allSatisfy({ $0 < 0x80 }) else {
      return LocalizedText(key, key)
    }
    return LocalizedText(String(name), key)
  }
}

/// Makes the declarations of facts that one kind of document carries, under one prefix.
package struct FactFamily: Sendable {
  private let prefix: String
  private let material: MaterialKind
  private let summary: String

  /// - Parameter summary: what each of the summaries begins with.
  package init(_ prefix: String, of material: MaterialKind, summary: String = "") {
    self.prefix = prefix
    self.material = material
    self.summary = summary
  }

  /// - Parameter label: What people call it, where it is the last day of what the document proves.
  package func callAsFunction(
    _ name: String, _ type: ValueType, isNullable: Bool = false, isPersonal: Bool = false,
    expiry label: LocalizedText? = nil, _ summary: String
  ) -> FactDeclaration {
    FactDeclaration(
      key: prefix + name, type: type, isNullable: isNullable, isPersonal: isPersonal,
      summary: self.summary + summary, label: label, material: material, isExpiry: label != nil)
  }
}

/// All fact keys that extractors, materials and declarations may yield.
package struct FactCatalogue: Sendable {
  private let byKey: [String: FactDeclaration]
  /// The keys are sorted.
  package let keys: [String]
  /// The declarations stand in the order of their keys.
  package let declarations: [FactDeclaration]
  /// The index tells which kind of document carries which keys.
  package let materialKeys: MaterialKeys
  /// What people call the kinds of material.
  package let titles: [MaterialKind: LocalizedText]
  /// The facts of each kind that say until when its documents hold, in the order of their keys.
  package let expiries: [MaterialKind: [FactDeclaration]]

  /// Makes a catalogue; of two declarations of one key the later one counts.
  package init(
    _ declarations: [FactDeclaration], titles: [MaterialKind: LocalizedText] = [:]
  ) {
    let byKey = Dictionary(declarations.map { ($0.key, $0) }, uniquingKeysWith: { _, last in last })
    self.byKey = byKey
    // Asked for with every submission, so sorted once.
    keys = byKey.keys.sorted()
    let sorted = keys.compactMap { byKey[$0] }
    self.declarations = sorted
    materialKeys = MaterialKeys(sorted)
    var expiries: [MaterialKind: [FactDeclaration]] = [:]
    for declaration in sorted where declaration.isExpiry {
      if let kind = declaration.material { expiries[kind, default: []].append(declaration) }
    }
    self.expiries = expiries
    self.titles = titles.merging(MaterialKind.ownTitles) { first, _ in first }
  }

  /// Returns the kind's title; its identifier where nobody gave it one.
  package func title(of kind: MaterialKind) -> LocalizedText {
    if let title = titles[kind] { return title }
    return LocalizedText(kind.rawValue, kind.rawValue)
  }

  /// Returns what people call the fact; in English, where nothing but a Chinese label is known, that.
  package func words(of key: String) -> LocalizedText {
    guard let declaration = byKey[key] else { return LocalizedText(key, key) }
    return declaration.label
  }

  package subscript(key: String) -> FactDeclaration? { byKey[key] }

  /// Returns the kind of document on which a person can see the fact; `nil` for what is declared, and for what is
  /// measured or proved by computing.
  package func confirmableKind(of key: String) -> MaterialKind? {
    guard let declaration = byKey[key], declaration.origin == .material else { return nil }
    let kind = materialKeys.kinds.first { materialKeys.keys(of: $0).contains(key) }
    return [.image, .stamp, .electronicSeal, .signature].contains(kind) ? nil : kind
  }
}
