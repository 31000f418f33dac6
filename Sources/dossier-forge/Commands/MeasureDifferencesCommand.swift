internal import ArgumentParser
internal import Foundation

struct MeasureDifferencesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-differences",
    abstract: "Plants one difference between chart and contacts and says how often it is named.")

  @Option(help: "How many pairs.")
  var count = 200

  @Option(help: "The same seed gives the same pairs.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The program that judges them.", valueName: "PATH"))
  var dossier: String

  /// The facts of a `report.json`, as far as they are compared.
  private struct Report: Decodable {
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

  func run() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("dossier-differences-\(ProcessInfo.processInfo.processIdentifier)")
      .path
    let folder = try OutputFolder(path)
    defer { folder.remove() }
    let input = try folder.folder("in")
    var planted: [(name: String, change: PlantedChange, named: String)] = []
    var index = 0
    while planted.count < count {
      var dice = Dice(seed: seed, stream: index, part: 8)
      index += 1
      let tree = ChartTree(&dice)
      let change = PlantedChange.allCases[planted.count % PlantedChange.allCases.count]
      guard let (other, named) = change.applied(to: tree, &dice) else { continue }
      let name = "pair-" + padded(planted.count + 1, 4)
      let pair = try input.folder(name)
      let chart = DrawnCharts(tree: tree, layout: ChartMaker.layout(of: tree, &dice))
      try pair.write(text: chart.drawIO, to: "架构图.drawio")
      try pair.write(text: ContactsSheet.csv(of: other, &dice), to: "通讯录.csv")
      try pair.write(
        text:
          "schema: dossier/declared-v1\nchannel: wecom\nsubmitted_on: 2026-11-22\ncompany: {name: \"\(tree.nodes[0].name)\"}\n",
        to: "declared.yaml")
      planted.append((name, change, named))
    }
    _ = try Extractor(path: dossier).output([
      "check", folder.path(of: "in"), "--output", folder.path(of: "out"), "--pack", "organization",
      "--as-of", "2026-11-22", "--no-cache",
    ])
    var found: [PlantedChange: (right: Int, all: Int, false: Int)] = [:]
    for pair in planted {
      let file = folder.path(of: "out/\(pair.name)/report.json")
      let report = try JSONDecoder().decode(
        Report.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
      var result = found[pair.change] ?? (0, 0, 0)
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
    print("planted   pairs  named  others named")
    for change in PlantedChange.allCases {
      guard let result = found[change] else { continue }
      let right = change == .none ? "-" : String(result.right)
      print(
        "\(change.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0))\(result.all)  \(right)  \(result.false)"
      )
    }
  }
}
