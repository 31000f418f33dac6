internal import ArgumentParser
internal import Model

/// Seals and signed documents of an invented company, good and bad.
struct SealsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seals",
    abstract: "Makes seals, OFDs and PDFs, good and bad, with expected.json and the folder trust/.")

  @Option(help: ArgumentHelp("The day that they are dated from.", valueName: "date"))
  var today = "2026-11-22"

  @Option(help: ArgumentHelp("The folder to write to; made if it is not there.", valueName: "DIR"))
  var output: String

  @Flag(
    help: "Makes the repository's two samples with seals in DIR instead."
  )
  var samples = false

  func run() throws {
    guard let day = CalendarDate(iso: today) else {
      throw ValidationError("--today \(today): no date")
    }
    if samples {
      try SealedSamples(today: day).write(to: output)
      print("\(output)/sealed, \(output)/wrong-seals")
      return
    }
    let world = try SealWorld(today: day)
    let folder = try OutputFolder(output)
    let specimens = try SealSet.all(world) + OFDSet.all(world) + PDFSet.all(world)
    for specimen in specimens { try folder.write(specimen.bytes, to: specimen.name) }
    try folder.folder("trust").write(text: world.authority.pem, to: "root.pem")
    try folder.write(
      json: Dictionary(uniqueKeysWithValues: specimens.map { ($0.name, $0.expected) }),
      to: "expected.json")
    print("\(specimens.count) files in \(output)")
  }
}
