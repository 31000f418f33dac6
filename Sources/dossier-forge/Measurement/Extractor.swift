internal import Foundation

/// The program that is measured.
struct Extractor {
  let path: String
  /// More options of `extract`.
  var options: [String] = []

  /// What it reads in files, by their paths.
  func read(_ files: [String]) throws -> [String: ExtractedFile] {
    var result: [String: ExtractedFile] = [:]
    // A run is cut into pieces so that a command line never gets too long.
    for start in stride(from: 0, to: files.count, by: 50) {
      let piece = Array(files[start..<min(start + 50, files.count)])
      for file in try run(piece).files { result[file.file] = file }
    }
    return result
  }

  private func run(_ files: [String]) throws -> ExtractedFiles {
    let bytes = try output(
      ["extract", "--format", "json", "--no-cache", "--show-personal-data"] + options + files)
    do { return try JSONDecoder().decode(ExtractedFiles.self, from: bytes) } catch {
      throw ForgeError.extractorFailed("\(path) extract printed no dossier/extraction-v1: \(error)")
    }
  }

  /// What the program prints.
  func output(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    do { try process.run() } catch {
      throw ForgeError.extractorFailed("\(path) cannot be started: \(error)")
    }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // 1 says that a file lost something, which is a result.
    guard process.terminationReason == .exit, process.terminationStatus <= 1 else {
      throw ForgeError.extractorFailed("\(path) extract ended with \(process.terminationStatus)")
    }
    return bytes
  }
}
