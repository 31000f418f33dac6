internal import ArgumentParser
internal import Model
internal import Specimens

/// Seals and signed documents of an invented company, good and bad.
struct DrawSeals: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seals",
    abstract: "Makes seals, OFDs and PDFs, good and bad, with expected.json and the folder trust/.")

  @Option(help: ArgumentHelp("The day that they are dated from.", valueName: "date"))
  var today = "2026-11-22"

  @OptionGroup var output: OutputOptions

  @Flag(help: "Makes the repository's two samples with seals in DIR instead.")
  var samples = false

  func run() throws {
    guard let day = CalendarDate(iso: today) else {
      throw ValidationError("--today \(today): no date")
    }
    let folder = try output.folder()
    if samples {
      try SealedSamples(today: day).write(to: output.output)
      print("\(output.output)/sealed, \(output.output)/wrong-seals")
    } else {
      print("\(try SealedSpecimens.write(today: day, to: folder)) files in \(output.output)")
    }
  }
}
