internal import CEL
internal import Model

/// Which packs the files of a workspace are of, and whose names they may use: those of the packs that they extend.
///
/// It is told by what the files say and not by what loads: a pack being written has names all the same.
struct PackReach {
  /// The place that stands for a pack, by the path of each of its files: a file, or the folder of several.
  private var places: [String: String] = [:]
  /// By place, the ids of the packs that it extends.
  private var parents: [String: [String]] = [:]
  private var byID: [String: String] = [:]
  /// The names that each place gives.
  private var given: [String: Set<Name>] = [:]

  private struct Name: Hashable {
    let kind: NameKind
    let name: String
  }

  init(_ files: [EditedFile]) {
    let packs = files.filter { $0.kind == .pack }
    // Of a pack that is a folder one file alone has the header.
    let shared = Set(packs.filter { $0.outline["pack"] == nil }.map { Self.folder(of: $0.path) })
    for file in packs {
      let folder = Self.folder(of: file.path)
      let place = shared.contains(folder) ? folder : file.path
      places[file.path] = place
      if let id = file.outline["pack"]?["id"]?.text { byID[id] = place }
      // allowed: a pack need not extend another
      parents[place, default: []] += (file.outline["extends"]?.items ?? [])
        .compactMap { $0["pack"]?.text }
      for occurrence in file.occurrences where occurrence.isDefinition {
        given[place, default: []].insert(Name(kind: occurrence.kind, name: occurrence.name))
      }
    }
  }

  private static func folder(of path: String) -> String {
    String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])
  }

  /// The kinds of names that are a pack's own; the others are the same in all files.
  static let ofPacks: Set<NameKind> = [.parameter, .lookup, .column, .normalizer, .verb]

  /// Returns the pack that gives a name as a file uses it; `nil` where none of those it may use does.
  func owner(of kind: NameKind, _ name: String, in path: String) -> String? {
    guard let place = places[path] else { return nil }
    let wanted = Name(kind: kind, name: name)
    return closure(of: place).first { given[$0]?.contains(wanted) == true }
  }

  /// Whether a name is given by a pack that may be used where another pack's names are seen, or that sees them.
  func isTaken(_ kind: NameKind, _ name: String, near place: String) -> Bool {
    let wanted = Name(kind: kind, name: name)
    return given.contains { other, names in
      names.contains(wanted)
        && (closure(of: place).contains(other) || closure(of: other).contains(place))
    }
  }

  /// The pack and all that it extends, nearest first.
  private func closure(of place: String) -> [String] {
    var found: [String] = []
    var queue = [place]
    while !queue.isEmpty {
      let next = queue.removeFirst()
      guard !found.contains(next) else { continue }
      found.append(next)
      queue += parents[next, default: []].compactMap { byID[$0] }
    }
    return found
  }
}
