import Foundation

/// The `dossier` program that was built together with the tests.
enum BuiltProgram {
  struct Missing: Error {}

  static var path: String {
    get throws {
      // SwiftPM runs a test bundle that lies in the folder of the programs.
      var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      for _ in 0..<4 {
        let program = folder.appendingPathComponent("dossier").path
        if FileManager.default.isExecutableFile(atPath: program) { return program }
        folder.deleteLastPathComponent()
      }
      throw Missing()
    }
  }
}
