internal import CEL
internal import Model

/// The rules of one run, each with the settings of its pack.
package struct RuleSet: Sendable {
  /// The rules that are on, sorted by id.
  let members: [Member]
  /// The rules that an override switched off, sorted by id: kept, so that lists can show them.
  let disabled: [Member]
  /// The strictest of the packs: facts below it are doubtful.
  package let minimumConfidence: Double
  let catalogue: FactCatalogue
  /// The ids of the channel's packs that do not run because others were asked for by name.
  package let leftOut: [String]

  init(
    members: [Member], minimumConfidence: Double, catalogue: FactCatalogue, leftOut: [String] = []
  ) {
    self.leftOut = leftOut
    let sorted = members.sorted { $0.rule.id < $1.rule.id }
    self.members = sorted.filter(\.isEnabled)
    disabled = sorted.filter { !$0.isEnabled }
    self.minimumConfidence = minimumConfidence
    self.catalogue = catalogue
  }

  package var rules: [Rule] { members.map(\.rule) }
}
