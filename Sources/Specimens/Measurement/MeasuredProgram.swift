internal import Foundation

/// The program that is measured.
package struct MeasuredProgram {
  let path: String

  /// - Parameter path: Where the program `dossier` is.
  package init(path: String) { self.path = path }

  /// Returns what the program reads in files, by their paths.
  ///
  /// - Parameter options: More options of `extract`.
  package func read(
    _ files: [String], options: [String] = []
  ) throws -> [String: ExtractedFile] {
    let read: [ExtractedFiles] = try extracted(files, options: ["--format", "json"] + options)
    return Dictionary(read.flatMap(\.files).map { ($0.file, $0) }) { $1 }
  }

  /// The hierarchies in files.
  func trees(_ files: [String]) throws -> [ReadTrees.Tree] {
    let read: [ReadTrees] = try extracted(files, options: ["--tree", "json"])
    return read.flatMap(\.trees)
  }

  /// What `extract` prints of files, in pieces so that a command line never gets too long.
  private func extracted<Answer: Decodable>(
    _ files: [String], options: [String]
  ) throws -> [Answer] {
    try stride(from: 0, to: files.count, by: 50).map { start in
      let piece = files[start..<min(start + 50, files.count)]
      let bytes = try output(["extract", "--no-cache", "--show-personal-data"] + options + piece)
      do { return try JSONDecoder().decode(Answer.self, from: bytes) } catch {
        throw SpecimenError.failed(
          "\(path) extract \(options.joined(separator: " ")) printed something else: \(error)")
      }
    }
  }

  /// Checks a folder of submissions.
  package func check(_ folder: String, reports: OutputFolder, options: [String] = []) throws {
    _ = try output(
      ["check", folder, "--output", reports.path(of: ""), "--as-of", "2026-11-22"] + options)
  }

  private func output(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    do { try process.run() } catch {
      throw SpecimenError.failed("\(path) cannot be started: \(error)")
    }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // 1 says that a file lost something or that there are findings, which is a result.
    guard process.terminationReason == .exit, process.terminationStatus <= 1 else {
      throw SpecimenError.failed(
        "\(path) \(arguments[0]) ended with \(process.terminationStatus)")
    }
    return bytes
  }
}
