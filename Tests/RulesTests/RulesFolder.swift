import Foundation
import Model
import Testing

@testable import Rules

/// A rules folder with those files in `packs/`, gone after the test.
func withPacks<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws
  -> Result
{
  let folder = NSTemporaryDirectory() + "dossier-rules-" + UUID().uuidString
  try FileManager.default.createDirectory(
    atPath: folder + "/packs", withIntermediateDirectories: true)
  defer {
    do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
  }
  for (name, text) in files {
    let path = URL(filePath: folder + "/packs/" + name)
    try FileManager.default.createDirectory(
      at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: path, atomically: true, encoding: .utf8)
  }
  return try body(folder)
}

/// What such a folder loads to.
func loadLibrary(_ files: [String: String]) throws -> (
  library: RuleLibrary?, diagnostics: [Diagnostic]
) {
  try withPacks(files) { RuleLibrary.load(folder: $0, catalogue: catalogue) }
}
