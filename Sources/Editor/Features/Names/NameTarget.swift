internal import CEL
internal import Model

/// What the name at a place stands for, and where in the workspace it stands.
struct NameTarget {
  /// A place in a file of the workspace.
  struct Place {
    let file: EditedFile
    let range: SourceRange
    let isDefinition: Bool
  }

  let kind: NameKind
  /// Of facts the key that the catalogue has, whatever variable it is written with.
  let name: String
  /// The pack that gives it, by its place; `nil` for names that all files share.
  private let owner: String?
  private let workspace: Workspace
  private let reach: PackReach

  /// - Returns: `nil` where no name is, or one that nothing gives.
  init?(_ context: FeatureContext) {
    guard let use = context.name else { return nil }
    self.init(use, in: context.file, context.workspace)
  }

  init?(_ use: NameOccurrence, in file: EditedFile, _ workspace: Workspace) {
    self.workspace = workspace
    kind = use.kind
    reach = PackReach(workspace.files)
    name = use.kind == .fact ? file.fact(of: use, in: workspace) : use.name
    if PackReach.ofPacks.contains(use.kind) {
      owner = reach.owner(of: use.kind, use.name, in: file.path)
    } else {
      owner = nil
    }
  }

  /// Whether it is built in or comes from outside of packs: no edit here can rename it.
  var isFixed: Bool {
    switch kind {
    case .parameter, .lookup, .column, .normalizer, .verb: owner == nil
    case .rule, .pack, .profile: false
    case .fact, .function, .rulePattern, .source, .material, .channel: true
    }
  }

  func isTaken(by other: String) -> Bool {
    if let owner { return reach.isTaken(kind, other, near: owner) }
    return workspace.files.contains { file in
      file.occurrences.contains { $0.kind == kind && $0.name == other && $0.isDefinition }
    }
  }

  // MARK: Places

  /// Everywhere that the files of packs, waivers, confirmations and projects name it, in their order.
  var places: [Place] { workspace.files.flatMap(places) }

  func places(in file: EditedFile) -> [Place] {
    file.occurrences.filter { isSame($0, in: file) }.map {
      Place(file: file, range: $0.range, isDefinition: $0.isDefinition)
    }
  }

  /// Globs that stand for the rule among others.
  var patterns: [NameOccurrence] {
    guard kind == .rule else { return [] }
    return workspace.files.flatMap(\.occurrences).filter {
      $0.kind == .rulePattern && RuleGlob.matches($0.name, name)
    }
  }

  private func isSame(_ use: NameOccurrence, in file: EditedFile) -> Bool {
    guard use.kind == kind else {
      return kind == .rule && use.kind == .rulePattern && RuleGlob.matches(use.name, name)
    }
    if kind == .fact {
      // allowed: a name has a last part
      let last = name.split(separator: ".").last.map(String.init) ?? name
      guard use.name == name || use.name.hasSuffix("." + last) else { return false }
      return file.fact(of: use, in: workspace) == name
    }
    guard use.name == name else { return false }
    guard PackReach.ofPacks.contains(kind) else { return true }
    return reach.owner(of: kind, name, in: file.path) == owner
  }

  /// Where it is given: in packs, materials, declared keys or tables.
  var definitions: [Place] {
    let origins = NameOrigins(workspace: workspace)
    switch kind {
    case .fact: return origins.fact(name)
    case .material: return origins.material(name)
    case .source: return origins.source(name)
    case .channel: return origins.channel(name)
    case .lookup: return given + origins.table(given)
    case .rulePattern:
      return workspace.files.flatMap { file in
        file.occurrences.filter {
          $0.kind == .rule && $0.isDefinition && RuleGlob.matches(name, $0.name)
        }.map { Place(file: file, range: $0.range, isDefinition: true) }
      }
    default: return given
    }
  }

  private var given: [Place] { places.filter(\.isDefinition) }
}

/// Rule ids with `*`, as overrides and waivers write them.
enum RuleGlob {
  static func matches(_ pattern: String, _ id: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last, id.hasPrefix(first),
      id.hasSuffix(last), id.count >= first.count + last.count
    else { return pattern == id }
    var rest = id.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
