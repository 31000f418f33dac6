/// A text to show, with the characters that differ from what it is compared with.
struct MarkedText: Equatable {
  var characters: [Character]
  /// One per character.
  var differs: [Bool]

  init(_ characters: [Character], differs: [Bool]? = nil) {
    self.characters = characters
    self.differs = differs ?? [Bool](repeating: false, count: characters.count)
  }

  var text: String { String(characters) }
}
