internal import Model
internal import Rules

/// Which rules judge the submissions to each channel.
struct RuleChoice: Sendable {
  private let byChannel: [String?: RuleSet]
  /// What is odd about the choice, each once.
  let warnings: [Diagnostic]

  /// - Parameter channels: Those that are declared, in the order of the run; `nil` for none.
  init(
    _ rulebook: Rulebook, _ settings: CheckRun.Settings, channels: some Sequence<String?>
  ) throws(UnusableRules) {
    var byChannel: [String?: RuleSet] = [:]
    var warnings: [Diagnostic] = []
    for channel in channels where byChannel[channel] == nil {
      let (ruleSet, diagnostics) = rulebook.library.ruleSet(
        packs: settings.packs, channel: channel, profile: settings.profile)
      guard let ruleSet else { throw UnusableRules(diagnostics: diagnostics) }
      byChannel[channel] = ruleSet
      warnings += diagnostics.filter { !warnings.contains($0) }
    }
    self.byChannel = byChannel
    self.warnings = warnings
  }

  /// The rules for a channel; `nil` if it is none of those that the choice was made for.
  subscript(channel: String?) -> RuleSet? { byChannel[channel] }
}
