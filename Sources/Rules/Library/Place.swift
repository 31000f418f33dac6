internal import Model
internal import Schema

/// A place in a rule file, for what is found to be wrong after the file was read.
struct Place: Sendable {
  let file: YAMLFile
  let position: TextPosition
  /// In scalars.
  let length: Int

  init(_ file: YAMLFile, _ position: TextPosition, length: Int = 0) {
    self.file = file
    self.position = position
    self.length = length
  }

  /// The place of a key.
  init(_ file: YAMLFile, _ entry: YAMLNode.Entry) {
    self.init(file, entry.keyPosition, length: entry.key.unicodeScalars.count)
  }

  /// As given to the loader.
  var path: String { file.path }

  func diagnostic(
    _ code: String, level: Diagnostic.Level = .error, _ chinese: String, _ english: String
  ) -> Diagnostic {
    file.diagnostic(
      code, at: position, length: length, level: level,
      LocalizedText(chinese: chinese, english: english))
  }
}
