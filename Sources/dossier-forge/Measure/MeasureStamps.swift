internal import ArgumentParser
internal import Specimens

struct MeasureStamps: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stamps",
    abstract: "Has stamps on paper read: letters right, names exact, and stamps that are not there."
  )

  @OptionGroup var choice: StampOptions
  @OptionGroup var program: ProgramOptions

  @Option(help: ArgumentHelp("Also write the result as JSON.", valueName: "FILE"))
  var json: String?

  @Option(help: ArgumentHelp("Write each mistake on a line.", valueName: "FILE"))
  var listWrong: String?

  func run() async throws {
    try await program.inFolder { folder in
      let truth = try choice.specimens.write(Int(choice.count), to: folder)
      let read = try program.measured.read(truth.files.map { folder.path(of: $0.file) })
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
}
