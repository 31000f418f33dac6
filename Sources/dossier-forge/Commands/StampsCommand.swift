internal import ArgumentParser
internal import Foundation

struct StampsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stamps",
    abstract: "Draws pages with stamps on paper, and as many without, and writes DIR/stamps.json.")

  @OptionGroup var choice: StampChoice

  @Option(help: ArgumentHelp("The folder to write to; made if it is not there.", valueName: "DIR"))
  var output: String

  func run() throws {
    try Fonts.check()
    let truth = try choice.specimens().write(choice.count, to: OutputFolder(output))
    print("\(truth.files.count) pages in \(output)")
  }
}

/// Which pages to draw.
struct StampChoice: ParsableArguments {
  @Option(help: "How many pages with stamps; as many without are drawn besides.")
  var count = 40

  @Option(help: "The same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Flag(help: "Fonts, layouts and degradations that are kept from development.")
  var heldOut = false

  @Option(help: "scan, photo, poor-photo, photocopy, or mixed for all four in turn.")
  var quality = "mixed"

  func specimens() throws -> StampSpecimens {
    let one = Quality(rawValue: quality)
    guard quality == "mixed" || (one != nil && one != .digital), count >= 0 else {
      throw ForgeError.usage(
        "The quality is scan, photo, poor-photo, photocopy or mixed, not “\(quality)”; --count is at least 0."
      )
    }
    return StampSpecimens(seed: seed, isHeldOut: heldOut, quality: one)
  }
}

struct MeasureStampsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-stamps",
    abstract: "Has stamps on paper read: letters right, names exact, and stamps that are not there."
  )

  @OptionGroup var choice: StampChoice

  @Option(help: ArgumentHelp("The program that reads them.", valueName: "PATH"))
  var dossier: String

  @Option(help: ArgumentHelp("Also write the result as JSON.", valueName: "FILE"))
  var json: String?

  @Option(help: ArgumentHelp("Keep the pages in this folder.", valueName: "DIR"))
  var keep: String?

  @Option(help: ArgumentHelp("Write each mistake on a line.", valueName: "FILE"))
  var listWrong: String?

  func run() throws {
    try Fonts.check()
    let temporary = FileManager.default.temporaryDirectory
      .appendingPathComponent("dossier-stamps-\(ProcessInfo.processInfo.processIdentifier)").path
    let folder = try OutputFolder(keep ?? temporary)
    defer { if keep == nil { folder.remove() } }
    let truth = try choice.specimens().write(choice.count, to: folder)
    let read = try Extractor(path: dossier).read(truth.files.map { folder.path(of: $0.file) })
    var scores = StampScores()
    for file in truth.files { scores.add(file, read[folder.path(of: file.file)]) }
    print(scores.text)
    if let json { try OutputFolder.write(json: scores, toFile: json) }
    if let listWrong {
      let lines = scores.mistakes + scores.invented.map { $0 + "\tnot there" }
      try OutputFolder.write(text: lines.joined(separator: "\n") + "\n", toFile: listWrong)
    }
  }
}
