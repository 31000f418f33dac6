internal import CEL
internal import Model
internal import Schema

/// Finds the names that a file gives or uses, by what the file is for.
enum NameScan {
  static func occurrences(
    in root: OutlineNode, _ kind: FileKind, _ schema: FileSchema?
  ) -> [NameOccurrence] {
    guard let schema else { return [] }
    switch kind {
    case .pack: return PackNameScan(root, schema).occurrences
    case .waivers:
      return texts(in: root, schema, ["WaiverKey.rule": .rule, "WaiverKey.facts": .fact])
    case .confirmations: return texts(in: root, schema, ["ConfirmationKey.fact": .fact])
    case .project:
      return texts(
        in: root, schema,
        ["ProjectKey.packs": .pack, "ProjectKey.profile": .profile, "ProjectKey.channel": .channel])
    case .material, .declaration, .table, .other: return []
    }
  }

  /// Names that stand as texts under known keys.
  private static func texts(
    in root: OutlineNode, _ schema: FileSchema, _ kinds: [String: NameKind]
  ) -> [NameOccurrence] {
    let walk = SchemaWalk(schema)
    var found: [NameOccurrence] = []
    root.walk { path in
      guard let scalar = path.node.scalar, let place = walk.place(at: path),
        let record = place.record?.name, let key = place.key?.name,
        let kind = kinds[record + "." + key], !scalar.text.isEmpty
      else { return }
      let isPattern = kind == .rule && scalar.text.contains("*")
      found.append(
        NameOccurrence(isPattern ? .rulePattern : kind, scalar.text, scalar.textRange))
    }
    return found
  }
}
