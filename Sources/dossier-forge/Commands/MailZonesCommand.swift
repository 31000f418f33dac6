internal import ArgumentParser

struct MailZonesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail-zones",
    abstract: "Writes random mail zones as every form of DNS evidence, and DIR/mail-zones.json.",
    discussion: "Each zone but clean ones has one mistake of a list, whose findings the file names."
  )

  @Option(help: "How many zones.")
  var count = 100

  @Option(help: "The same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Flag(help: "Zones without a mistake.")
  var clean = false

  @Option(help: ArgumentHelp("The folder to write to; made if it is not there.", valueName: "DIR"))
  var output: String

  func run() throws {
    let truth = try MailZoneMaker(seed: seed).write(count, clean: clean, to: OutputFolder(output))
    print("\(truth.files.count) files in \(output)")
  }
}
