/// A diagnostic says what is wrong in a rule, material or declaration file, and at which place in it.
package struct Diagnostic: Hashable, Sendable {
  /// How bad: an error keeps the file from loading.
  package enum Level: String, Sendable { case error, warning }

  package var level: Level
  /// The code is a short kebab-case name: `unknown-fact`.
  package var code: String
  package var message: LocalizedText
  /// The path is as it was given to the loader.
  package var file: String
  package var position: TextPosition
  /// How many scalars from `position` on are meant; 0 for a point.
  package var length: Int
  /// The text of that line, which the code frame shows.
  package var sourceLine: String

  package init(
    level: Level = .error, code: String, message: LocalizedText, file: String,
    position: TextPosition, length: Int = 0, sourceLine: String = ""
  ) {
    self.level = level
    self.code = code
    self.message = message
    self.file = file
    self.position = position
    self.length = length
    self.sourceLine = sourceLine
  }
}
