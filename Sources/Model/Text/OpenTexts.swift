/// Texts of files that are being edited and are not saved: loaders take them in the place of what lies on disk.
package struct OpenTexts: Sendable {
  private let byPath: [String: String]

  /// Makes the texts of files by their paths, links followed.
  package init(_ byPath: [String: String] = [:]) { self.byPath = byPath }

  /// Nothing is open: all is read from disk.
  package static let none = OpenTexts()

  package var paths: [String] { byPath.keys.sorted() }

  /// Returns the text of a file that is open.
  package func text(at path: String) -> String? { byPath.isEmpty ? nil : byPath[path] }
}
