internal import CEL
internal import Model
internal import Schema

/// Texts for people that one language has and the other lacks.
enum LanguageActions {
  static func make(_ place: ActionPlace) -> [EditorAction] {
    guard let walk = place.file.walk else { return [] }
    let path = place.file.outline.path(to: place.range.start)
    var actions: [EditorAction] = []
    for count in path.steps.indices.reversed() {
      let way = OutlinePath(
        steps: Array(path.steps[...count]), node: node(behind: path.steps[count]), isAtKey: false)
      guard let schema = walk.place(at: way), isLocalized(schema) else { continue }
      actions += action(way.node, place)
      break
    }
    return actions
  }

  private static func node(behind step: OutlinePath.Step) -> OutlineNode {
    switch step {
    case .key(let pair, _): pair.value
    case .item(let index, let list): list.items[index]
    }
  }

  private static func isLocalized(_ place: SchemaPlace) -> Bool {
    place.values.contains { value in
      switch value {
      case .localized: true
      case .mapping(let record): record.name == "LanguageKey"
      default: false
      }
    }
  }

  private static func action(_ node: OutlineNode, _ place: ActionPlace) -> [EditorAction] {
    let keys = ["zh-CN", "en"]
    if let text = node.text, !text.isEmpty, node.scalar?.isBlock == false {
      let written = place.file.text.text(in: node.range)
      return [
        place.action(
          "写成中英文两种文字", "write it in both languages",
          [(node.range, "{zh-CN: \(written), en: …}")])
      ]
    }
    let given = node.pairs.map(\.key)
    guard let missing = keys.first(where: { !given.contains($0) }),
      given.contains(where: keys.contains),
      let change = MappingInsertion.key(missing, "…", to: node, in: place.file)
    else { return [] }
    return [place.action("补上 \(missing) 文字", "add the text in \(missing)", [change])]
  }
}
