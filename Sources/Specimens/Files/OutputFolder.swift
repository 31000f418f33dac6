internal import Foundation

/// A folder that the forge writes to.
package struct OutputFolder {
  private let location: URL

  /// Makes the folder if it is not there.
  package init(_ path: String) throws {
    location = URL(fileURLWithPath: path, isDirectory: true)
    try FileManager.default.createDirectory(at: location, withIntermediateDirectories: true)
  }

  /// Returns a folder of this process alone among the temporary files.
  package static func temporary() throws -> OutputFolder {
    try OutputFolder(
      FileManager.default.temporaryDirectory
        .appendingPathComponent("dossier-forge-\(ProcessInfo.processInfo.processIdentifier)").path)
  }

  /// Writes a file into the folder.
  package func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: location.appendingPathComponent(name))
  }

  /// Writes a text as UTF-8.
  package func write(text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// Writes a value as JSON with sorted keys.
  package func write(json value: some Encodable, to name: String) throws {
    try Self.write(json: value, toFile: path(of: name))
  }

  /// Returns a file of JSON.
  package func json<Content: Decodable>(_ name: String) throws -> Content {
    try JSONDecoder().decode(
      Content.self, from: Data(contentsOf: location.appendingPathComponent(name)))
  }

  /// Writes a value as JSON with sorted keys to any path.
  package static func write(json value: some Encodable, toFile path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try (encoder.encode(value) + Data("\n".utf8)).write(to: URL(fileURLWithPath: path))
  }

  /// Writes a text to any path.
  package static func write(text: String, toFile path: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// Removes the folder with all that is in it; what cannot be removed stays.
  package func remove() { _ = try? FileManager.default.removeItem(at: location) }

  /// Makes a folder in this one if it is not there.
  package func folder(_ name: String) throws -> OutputFolder {
    try OutputFolder(location.appendingPathComponent(name).path)
  }

  /// Gives the path of a file that need not be there.
  package func path(of name: String) -> String { location.appendingPathComponent(name).path }
}
