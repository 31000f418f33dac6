internal import ArgumentParser

struct SubmissionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submissions",
    abstract: "Makes whole submissions: one folder each, with declared.yaml and truth.json.")

  @Option(help: "How many.")
  var count = 10

  @Option(help: "The same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Flag(help: "Fonts, layouts and degradations that are kept from development.")
  var heldOut = false

  @Option(help: ArgumentHelp("The folder to write to; made if it is not there.", valueName: "DIR"))
  var output: String

  func run() throws {
    try Fonts.check()
    let maker = SubmissionMaker(seed: seed, isHeldOut: heldOut)
    let folder = try OutputFolder(output)
    for index in 0..<count {
      try maker.make(index).write(to: folder.folder("submission-" + padded(index + 1, 3)))
    }
    print("\(count) submissions in \(output)")
  }
}

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Makes the repository's sample submissions anew.")

  @Option(help: ArgumentHelp("The folder to write to; made if it is not there.", valueName: "DIR"))
  var output = "samples"

  func run() throws {
    try Fonts.check()
    let folder = try OutputFolder(output)
    for (name, submission) in try SampleSubmissions.make() + ChartSamples.make() {
      try submission.write(to: folder.folder(name))
      print("\(output)/\(name)")
    }
    let group = try folder.folder("group")
    var roster = [DeclaredCompany.rosterKeys]
    for (name, submission) in try SampleSubmissions.group() {
      try submission.write(to: group.folder(name))
      roster.append(submission.declared.rosterRow(folder: name))
      print("\(output)/group/\(name)")
    }
    let rows = roster.map { $0.joined(separator: ",") + "\n" }
    try group.write(text: rows.joined(), to: "roster.csv")
  }
}
