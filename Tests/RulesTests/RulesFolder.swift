import Foundation
import Model
import Testing

@testable import Rules

/// A rules folder with those files in `packs/` and those beside it, gone after the test.
func withPacks<Result>(
  _ files: [String: String], beside: [String: String] = [:], _ body: (String) throws -> Result
) throws -> Result {
  let folder = NSTemporaryDirectory() + "dossier-rules-" + UUID().uuidString
  try FileManager.default.createDirectory(
    atPath: folder + "/packs", withIntermediateDirectories: true)
  defer {
    do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
  }
  let placed = files.map { ("/packs/" + $0, $1) } + beside.map { ("/" + $0, $1) }
  for (name, text) in placed {
    let path = URL(filePath: folder + name)
    try FileManager.default.createDirectory(
      at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: path, atomically: true, encoding: .utf8)
  }
  return try body(folder)
}

/// What such a folder loads to.
func loadLibrary(_ files: [String: String], beside: [String: String] = [:]) throws -> (
  library: RuleLibrary?, diagnostics: [Diagnostic]
) {
  try withPacks(files, beside: beside) { RuleLibrary.load(folder: $0, catalogue: catalogue) }
}
