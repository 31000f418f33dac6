internal import Schema

/// What a file of a workspace is for, by what its `schema` line says, or else by its name.
package enum FileKind: String, Sendable, CaseIterable {
  case pack, material, declaration, waivers, confirmations, project
  /// A table or a roster.
  case table
  case other

  private static let schemas: [String: FileKind] = [
    "dossier/pack-v1": .pack, "dossier/material-v1": .material,
    "dossier/declared-v1": .declaration, "dossier/waivers-v1": .waivers,
    "dossier/confirmed-v1": .confirmations, "dossier/project-v1": .project,
  ]

  private static let names: [String: FileKind] = [
    "declared.yaml": .declaration, "waivers.yaml": .waivers, "confirmed.yaml": .confirmations,
    "dossier.yaml": .project,
  ]

  package init(path: String, outline: OutlineNode) {
    let name = path.split(separator: "/").last.map(String.init)
    if name?.lowercased().hasSuffix(".csv") == true {
      self = .table
    } else if let kind = outline["schema"]?.text.flatMap({ Self.schemas[$0] }) {
      self = kind
    } else if outline["schema"]?.text == nil, let kind = name.flatMap({ Self.names[$0] }) {
      self = kind
    } else if path.contains("/packs/"), outline["schema"] == nil {
      self = .pack
    } else if path.contains("/materials/"), outline["schema"] == nil {
      self = .material
    } else {
      self = .other
    }
  }
}
