internal import Foundation

/// A folder that the forge writes to.
struct OutputFolder {
  private let location: URL

  /// Makes the folder if it is not there.
  init(_ path: String) throws {
    location = URL(fileURLWithPath: path, isDirectory: true)
    try FileManager.default.createDirectory(at: location, withIntermediateDirectories: true)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: location.appendingPathComponent(name))
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// As JSON with sorted keys.
  func write(_ value: some Encodable, to name: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try (encoder.encode(value) + Data("\n".utf8)).write(to: location.appendingPathComponent(name))
  }

  func folder(_ name: String) throws -> OutputFolder {
    try OutputFolder(location.appendingPathComponent(name).path)
  }

  func path(of name: String) -> String { location.appendingPathComponent(name).path }
}
