internal import ArgumentParser
internal import Specimens

struct DrawMailZones: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail-zones",
    abstract: "Writes random mail zones as every form of DNS evidence, and DIR/mail-zones.json.",
    discussion: "Each zone but clean ones has one mistake of a list, whose findings the file names."
  )

  @Option(help: "How many zones.")
  var count: UInt = 100

  @Option(help: "The same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Flag(help: "Zones without a mistake.")
  var clean = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let truth = try MailZoneMaker(seed: seed).write(
      Int(count), clean: clean, to: output.folder())
    print("\(truth.files.count) files in \(output.output)")
  }
}
