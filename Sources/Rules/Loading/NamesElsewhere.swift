internal import Model

/// Names of packs that a pack does not extend: what an author who uses one of them has to write.
struct NamesElsewhere {
  private var packs: [Pack] = []

  init() {}

  init(_ packs: [Pack]) { self.packs = packs }

  func parameter(_ name: String) -> LocalizedText? {
    words(name) { $0.own.parameters[name] != nil }
  }
  func lookup(_ name: String) -> LocalizedText? { words(name) { $0.own.lookups[name] != nil } }
  func verb(_ name: String) -> LocalizedText? { words(name) { $0.own.verbs[name] != nil } }
  func rule(_ id: String) -> LocalizedText? { words(id) { $0.rules.contains { $0.id == id } } }

  private func words(_ name: String, _ has: (Pack) -> Bool) -> LocalizedText? {
    guard let pack = packs.first(where: has) else { return nil }
    return LocalizedText(
      "；它属于规则包 \(pack.id)，要用它请写 extends: [{pack: \(pack.id)}]",
      "; it is of the pack \(pack.id): to use it write extends: [{pack: \(pack.id)}]")
  }
}
