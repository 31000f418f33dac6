internal import ArgumentParser
internal import Foundation
internal import Ingest
internal import Model
internal import Native
internal import Pipeline

/// `dossier watch`: `check` again and again, whenever the materials changed and have been still.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract:
      "材料一有变化就再核对（停止变化 2 秒后） · Checks again whenever the materials change and have been still for 2 s.",
    discussion: "选项同 check；以 Ctrl-C 结束 · the options of check; ends with Ctrl-C.")

  @OptionGroup var check: CheckCommand

  func run() async throws {
    let console = check.common.console
    let paths = check.paths.isEmpty ? ["."] : check.paths
    for path in paths where !FileManager.default.fileExists(atPath: path) {
      throw console.failure(.nothingToWatch(path))
    }
    for output in try outputs(console) {
      guard let inside = paths.first(where: { Self.holds($0, output) }) else { continue }
      throw console.failure(.outputInsideWatched(output: output, path: inside))
    }
    Interruption.startCatching()
    var watch = FolderWatch { paths }
    repeat {
      do { try await check.run() } catch let code as ExitCode {
        // Findings are what is being worked on; a mistake in the arguments stays one.
        guard code.rawValue == ExitStatus.findings else { throw code }
      }
      if Interruption.signal == nil { console.note(.watching(paths)) }
    } while await watch.next { Interruption.signal != nil }
    if let signal = Interruption.signal { throw ExitCode(ExitStatus.interrupted(by: signal)) }
  }

  /// The folders that a check writes into, as options and the project file name them.
  private func outputs(_ console: Console) throws -> [String] {
    let project = try console.explaining { () throws in
      // allowed: the folder in which the command runs
      try ProjectFile.find(from: check.paths.isEmpty ? ["."] : check.paths)
    }
    let ofProject = project.flatMap { file in file.settings.output.map(file.path(of:)) }
    return [check.output ?? ofProject, check.personalCopy].compactMap(\.self)
  }

  /// Whether reports would be written among what is watched, and so be the next change.
  private static func holds(_ folder: String, _ output: String) -> Bool {
    func place(_ path: String) -> String {
      URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }
    return (place(output) + "/").hasPrefix(place(folder) + "/")
  }
}
