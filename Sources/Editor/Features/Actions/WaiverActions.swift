internal import CEL
internal import Model

/// Waives the rule at a place: an entry at the end of each file of waivers, to be filled in.
enum WaiverActions {
  static func make(_ place: ActionPlace) -> [EditorAction] {
    guard let (_, id) = place.rule else { return [] }
    return place.workspace.files.filter { $0.kind == .waivers }.compactMap { file in
      guard let list = file.outline["waivers"] else { return nil }
      let entry = "{rule: \(id), reason: …, owner: …, granted: …, expires: …}"
      let change: (SourceRange, String)?
      if list.items.isEmpty, !list.isFlow,
        let pair = file.outline.pairs.first(where: { $0.key == "waivers" })
      {
        change = MappingInsertion.below(pair.keyRange, "  - " + entry, file)
      } else {
        change = MappingInsertion.item(entry, to: list, in: file)
      }
      guard let change else { return nil }
      // allowed: a path has a last part
      let name = file.path.split(separator: "/").suffix(2).joined(separator: "/")
      return EditorAction(
        title: LocalizedText("在 \(name) 中豁免 \(id)", "waive \(id) in \(name)"), kind: .rewrite,
        changes: [file.path: [change]])
    }
  }
}
