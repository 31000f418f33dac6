internal import ArgumentParser
internal import Foundation

struct MeasureCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Draws specimens, has them read, and says how often each fact was read exactly.")

  @OptionGroup var choice: SpecimenChoice

  @Option(help: ArgumentHelp("The program that reads them.", valueName: "PATH"))
  var dossier: String

  @Option(help: ArgumentHelp("Also write the result as JSON.", valueName: "FILE"))
  var json: String?

  @Option(help: ArgumentHelp("Keep the specimens in this folder.", valueName: "DIR"))
  var keep: String?

  @Option(
    help: ArgumentHelp("Write each wrong, missing or extra fact on a line.", valueName: "FILE"))
  var listWrong: String?

  @Option(
    help: ArgumentHelp("Given to the program as its --precision.", valueName: "single|machine"))
  var precision: String?

  func run() async throws {
    try Fonts.check()
    let temporary = FileManager.default.temporaryDirectory
      .appendingPathComponent("dossier-forge-\(ProcessInfo.processInfo.processIdentifier)").path
    let folder = try OutputFolder(keep ?? temporary)
    defer { if keep == nil { folder.remove() } }
    let truth = try await choice.maker().write(choice.count, to: folder)
    // allowed: an option that is not given is not passed on
    let reader = Extractor(path: dossier, options: precision.map { ["--precision", $0] } ?? [])
    let read = try reader.read(truth.files.map { folder.path(of: $0.file) })
    var comparison = Comparison()
    for file in truth.files { comparison.add(file, read[folder.path(of: file.file)]) }
    let measurement = Measurement(truth, comparison)
    print(measurement.text)
    if let json { try OutputFolder.write(json: measurement, toFile: json) }
    if let listWrong {
      try OutputFolder.write(text: comparison.mistakes, toFile: listWrong)
    }
  }
}

extension Comparison {
  /// One line a mistake: file, quality, result, key, confidence, truth, what was read; with tabs between.
  fileprivate var mistakes: String {
    let lines = outcomes.filter { $0.result != .right && $0.result != .implied }.map { outcome in
      [
        outcome.file, outcome.quality.rawValue, outcome.result.rawValue, outcome.key,
        outcome.confidence.map { String($0) } ?? "-", outcome.truth?.text ?? "-",
        outcome.read?.text ?? "-",
      ].map { $0.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: " ") }
        .joined(separator: "\t") + "\n"
    }
    let documents = documents.filter { !$0.isKindRight || !$0.isTurnRight }.map { document in
      let what = document.isKindRight ? "orientation" : "kind"
      return
        "\(document.file)\t\(document.quality.rawValue)\t\(what)\t\(document.material)\t-\t-\t-\n"
    }
    return (documents + lines).joined()
  }
}
