internal import ArgumentParser
internal import Specimens

struct DrawSamples: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "samples", abstract: "Makes the repository's sample submissions anew.")

  @OptionGroup var samples: SamplesOptions

  func run() throws {
    try Fonts.check()
    for name in try SampleSubmissions.write(to: OutputFolder(samples.output)) {
      print("\(samples.output)/\(name)")
    }
  }
}

struct DrawMailSamples: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail-samples",
    abstract: "Makes the repository's two samples of a registration with a mail domain anew.")

  @OptionGroup var samples: SamplesOptions

  func run() throws {
    try Fonts.check()
    for sample in try MailSamples.all(today: DeclaredCompany.submitted) {
      try sample.write(to: samples.output)
    }
    print("\(samples.output)/mail-ready, \(samples.output)/mail-faults")
  }
}
