package import Model

/// A location in a file that a person wrote, for what is found to be wrong after the file was read.
package struct SourceLocation: Sendable {
  package let file: YAMLFile
  package let position: TextPosition
  /// The length is in scalars.
  package let length: Int

  package init(_ file: YAMLFile, _ position: TextPosition, length: Int = 0) {
    self.file = file
    self.position = position
    self.length = length
  }

  /// Makes the location of a key.
  package init(_ file: YAMLFile, _ entry: YAMLNode.Entry) {
    self.init(file, entry.keyPosition, length: entry.key.unicodeScalars.count)
  }

  /// The path is as it was given to the loader.
  package var path: String { file.path }

  package func diagnostic(
    _ code: String, level: Diagnostic.Level = .error, _ chinese: String, _ english: String
  ) -> Diagnostic {
    file.diagnostic(
      code, at: position, length: length, level: level,
      LocalizedText(chinese, english))
  }
}
