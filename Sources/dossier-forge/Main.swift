internal import ArgumentParser

@main struct Forge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier-forge",
    abstract:
      "Draws invented specimen materials whose truth is known. No real person, firm or number.",
    subcommands: [
      SpecimensCommand.self, SubmissionsCommand.self, PlantCommand.self, SampleCommand.self,
      MeasureCommand.self, MeasureJudgingCommand.self, HypothesesCommand.self,
      SealsCommand.self, MailSamplesCommand.self, MailZonesCommand.self, FuzzCommand.self,
      ChartsCommand.self, MeasureChartsCommand.self, MeasureDifferencesCommand.self,
      StampsCommand.self, MeasureStampsCommand.self,
    ])
}
