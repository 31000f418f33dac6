internal import Foundation

/// A chart and a contact list that differ in one place.
package struct DifferencePair {
  /// Its folder.
  let name: String
  let change: PlantedChange
  /// What the finding must name.
  let named: String

  /// Writes pairs, the kinds of change in turn.
  package static func write(
    _ count: Int, seed: UInt64, to folder: OutputFolder
  ) throws -> [DifferencePair] {
    var pairs: [DifferencePair] = []
    var index = 0
    while pairs.count < count {
      var dice = Dice(seed: seed, stream: index, part: 8)
      index += 1
      let tree = ChartTree(&dice)
      let change = PlantedChange.allCases[pairs.count % PlantedChange.allCases.count]
      guard let (other, named) = change.applied(to: tree, &dice) else { continue }
      let name = "pair-" + padded(pairs.count + 1, 4)
      let pair = try folder.folder(name)
      let chart = DrawnCharts(tree: tree, layout: ChartMaker.layout(of: tree, &dice))
      try pair.write(text: chart.drawIO, to: "架构图.drawio")
      try pair.write(text: ContactsSheet.csv(of: other, &dice), to: "通讯录.csv")
      try pair.write(
        text:
          "schema: dossier/declared-v1\nchannel: wecom\nsubmitted_on: 2026-11-22\ncompany: {name: \"\(tree.nodes[0].name)\"}\n",
        to: "declared.yaml")
      pairs.append(DifferencePair(name: name, change: change, named: named))
    }
    return pairs
  }
}

/// How often the difference of a pair was named, and how often others were.
package struct DifferenceMeasurement {
  private var found: [PlantedChange: (right: Int, all: Int, false: Int)] = [:]

  /// Has the pairs in the folder `in` checked.
  package init(
    _ pairs: [DifferencePair], in folder: OutputFolder, checkedBy program: MeasuredProgram
  ) throws {
    let reports = try folder.folder("out")
    try program.check(
      folder.path(of: "in"), reports: reports, options: ["--pack", "organization", "--no-cache"])
    for pair in pairs {
      let report: FactReport = try reports.json(pair.name + "/report.json")
      var result = found[pair.change, default: (0, 0, 0)]
      result.all += 1
      for fact in report.facts where PlantedChange.facts.contains(fact.key) {
        let items = fact.state == "known" ? fact.items ?? [] : ["unknown"]
        if fact.key == pair.change.fact {
          if items.count == 1, items[0].contains(pair.named) { result.right += 1 }
        } else if !items.isEmpty {
          result.false += 1
        }
      }
      found[pair.change] = result
    }
  }

  /// The table for the terminal.
  package var text: String {
    let rows = PlantedChange.allCases.compactMap { change in
      found[change].map { result in
        let right = change == .none ? "-" : String(result.right)
        let name = change.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0)
        return "\(name)\(result.all)  \(right)  \(result.false)"
      }
    }
    return (["planted   pairs  named  others named"] + rows).joined(separator: "\n")
  }
}

/// The facts of a `report.json`, as far as they are compared.
private struct FactReport: Decodable {
  struct Fact: Decodable {
    var key: String
    var state: String
    var items: [String]?

    private enum CodingKeys: String, CodingKey { case key, state, value }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      key = try container.decode(String.self, forKey: .key)
      state = try container.decode(String.self, forKey: .state)
      items = try? container.decode([String].self, forKey: .value)
    }
  }

  var facts: [Fact]
}
