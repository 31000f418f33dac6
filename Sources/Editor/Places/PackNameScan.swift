internal import CEL
internal import Model
internal import Schema

/// Finds all names in a pack's file, by the places that its schema gives them.
struct PackNameScan {
  private let walk: SchemaWalk
  private(set) var occurrences: [NameOccurrence] = []

  init(_ root: OutlineNode, _ file: FileSchema) {
    walk = SchemaWalk(file)
    root.walk { visit($0) }
  }

  private mutating func add(
    _ kind: NameKind, _ name: String, _ range: SourceRange, isDefinition: Bool = false
  ) {
    guard !name.isEmpty else { return }
    occurrences.append(NameOccurrence(kind, name, range, isDefinition: isDefinition))
  }

  private mutating func visit(_ path: OutlinePath) {
    guard let place = walk.place(at: path) else { return }
    let key = PlaceName(record: place.record?.name, key: place.key?.name)
    for pair in path.node.pairs { visitKey(pair, below: key, of: path, place) }
    guard let scalar = path.node.scalar else { return }
    visitText(scalar, key, path, place)
  }

  // MARK: Keys

  /// Keys that are names: of parameters, tables, columns, verbs, facts given in tests.
  private mutating func visitKey(
    _ pair: OutlinePair, below place: PlaceName, of path: OutlinePath, _ schema: SchemaPlace
  ) {
    let (key, range) = (pair.key, pair.keyRange)
    switch place {
    case "PackKey.params": add(.parameter, key, range, isDefinition: true)
    case "PackKey.lookups": add(.lookup, key, range, isDefinition: true)
    case "PackKey.normalizers": add(.normalizer, key, range, isDefinition: true)
    case "PackKey.verbs": add(.verb, key, range, isDefinition: true)
    case "PackKey.profiles": add(.profile, key, range, isDefinition: true)
    case "PackKey.overrides": add(key.contains("*") ? .rulePattern : .rule, key, range)
    case "LookupKey.columns":
      if let table = path.keys.dropLast().last { add(.column, table + "." + key, range) }
      markLastAsDefinition()
    case "OverrideKey.params", "TestKey.params": add(.parameter, key, range)
    case "TestKey.given": add(.fact, key, range)
    default:
      if path.keys.count == 2, path.keys.first == "profiles" {
        add(key.contains("*") ? .rulePattern : .rule, key, range)
      }
      guard schema.definition == "check" else { return }
      add(.verb, key, range)
      if !isVerbKey(pair, in: path.node, schema) { occurrences.removeLast() }
    }
  }

  private mutating func markLastAsDefinition() {
    guard let last = occurrences.popLast() else { return }
    occurrences.append(
      NameOccurrence(last.kind, last.name, last.range, isDefinition: true))
  }

  /// Whether a key of a check is its verb and not an option of it.
  private func isVerbKey(_ pair: OutlinePair, in node: OutlineNode, _ place: SchemaPlace) -> Bool {
    let records = walk.candidates(place.mappings, for: node)
    if records.count == 1 { return records[0].keys.first?.name == pair.key }
    return node.pairs.first?.key == pair.key
  }

  // MARK: Values

  private mutating func visitText(
    _ scalar: OutlineScalar, _ key: PlaceName, _ path: OutlinePath, _ place: SchemaPlace
  ) {
    let (text, range) = (scalar.text, scalar.textRange)
    switch key {
    case "RuleKey.id": add(.rule, text, range, isDefinition: true)
    case "PackHeaderKey.id": add(.pack, text, range, isDefinition: true)
    case "ParentKey.pack": add(.pack, text, range)
    case "BasisKey.ref", "ChecklistKey.source": add(.source, text, range)
    case "ChecklistRowKey.rules": add(.rule, text, range)
    case "AppliesToKey.channels": add(.channel, text, range)
    case "AppliesToKey.subjects", "TestKey.doubtful", "TestKey.because", "AppliedKey.fact":
      add(.fact, text, range)
    case "RuleKey.materials", "TestKey.absent", "RequiredMaterialKey.material":
      add(.material, text, range)
    case "IterationKey.in": iterated(text, range)
    case "ParameterOperandKey.param": add(.parameter, text, range)
    case "CellKey.lookup": add(.lookup, text, range)
    case "CellKey.column":
      if case .key(_, let mapping)? = path.steps.last, let table = mapping["lookup"]?.text {
        add(.column, table + "." + text, range)
      }
    case "AppliedKey.apply": add(.function, text, range)
    case "RuleKey.when", "RuleKey.assert", "CustomVerbKey.assert": expression(scalar)
    default: other(scalar, key, path, place)
    }
  }

  private mutating func other(
    _ scalar: OutlineScalar, _ key: PlaceName, _ path: OutlinePath, _ place: SchemaPlace
  ) {
    if key.key == "normalize" {
      add(.normalizer, scalar.text, scalar.textRange)
    } else if place.definition == "operand" {
      add(.fact, scalar.text, scalar.textRange)
    } else if key.record == "LanguageKey", ["message", "fix"].contains(path.keys.dropLast().last) {
      occurrences += PlaceholderScan.names(in: scalar)
    }
  }

  private mutating func iterated(_ text: String, _ range: SourceRange) {
    let prefix = "documents."
    guard text.hasPrefix(prefix) else { return }
    add(.material, String(text.dropFirst(prefix.count)), range.dropping(prefix.count))
  }

  private mutating func expression(_ scalar: OutlineScalar) {
    occurrences += ExpressionNames.occurrences(in: scalar)
  }
}

/// A key of a record, as one word: `RuleKey.id`.
struct PlaceName {
  let record: String?
  let key: String?

  static func ~= (pattern: String, place: PlaceName) -> Bool {
    guard let record = place.record, let key = place.key else { return false }
    return pattern.utf8.count == record.utf8.count + key.utf8.count + 1
      && pattern.hasPrefix(record + ".") && pattern.hasSuffix(key)
  }
}

extension SourceRange {
  /// Returns the range without its first scalars.
  func dropping(_ count: Int) -> SourceRange {
    SourceRange(
      start: TextPosition(line: start.line, column: start.column + count), end: end)
  }
}
