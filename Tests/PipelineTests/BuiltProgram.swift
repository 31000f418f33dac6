import Foundation

/// The programs that were built together with the tests.
enum BuiltProgram {
  struct Missing: Error {}

  /// `dossier` itself.
  static var path: String { get throws { try path(of: "dossier") } }

  static func path(of name: String) throws -> String {
    // SwiftPM runs a test bundle that lies in the folder of the programs.
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    for _ in 0..<4 {
      let program = folder.appendingPathComponent(name).path
      if FileManager.default.isExecutableFile(atPath: program) { return program }
      folder.deleteLastPathComponent()
    }
    throw Missing()
  }
}
