import Foundation
import Ingest
import Model

/// A folder of a test's own that goes away with it.
final class ScratchFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("dossier-\(UUID())").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // Best effort: an unreadable folder of a test may stay.
    try? FileManager.default.removeItem(atPath: path)
  }

  func add(_ name: String, _ text: String = "x") throws {
    try add(name, bytes: Array(text.utf8))
  }

  func add(_ name: String, bytes: [UInt8]) throws {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func addFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path + "/" + name, withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }

  /// Runs a program in the folder.
  func run(_ program: String, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    try process.run()
    process.waitUntilExit()
  }

  /// The intake of this folder, or of paths below it.
  func intake(_ names: String..., limits: IntakeLimits = IntakeLimits()) throws -> IntakeResult {
    Intake.submissions(
      at: names.isEmpty ? [path] : names.map { path + "/" + $0 }, schema: try Self.schema(),
      limits: limits)
  }

  /// The checkout's own schema.
  static func schema() throws -> DeclarationSchema {
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let loaded = DeclarationSchema.load(
      path: checkout.appendingPathComponent("rules/declared.yaml").path)
    guard let schema = loaded.schema else { throw SchemaProblem(diagnostics: loaded.diagnostics) }
    return schema
  }

  struct SchemaProblem: Error { let diagnostics: [Diagnostic] }
}
