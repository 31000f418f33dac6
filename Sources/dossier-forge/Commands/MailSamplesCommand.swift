internal import ArgumentParser

struct MailSamplesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail-samples",
    abstract: "Makes the repository's two samples of a registration with a mail domain anew.")

  @Option(
    help: ArgumentHelp("The folder of the samples.", valueName: "DIR"))
  var output = "samples"

  func run() throws {
    try Fonts.check()
    for sample in try MailSamples.all(today: DeclaredCompany.submitted) {
      try sample.write(to: output)
    }
    print("\(output)/mail-ready, \(output)/mail-faults")
  }
}
