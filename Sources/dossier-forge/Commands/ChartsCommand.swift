internal import ArgumentParser
internal import Foundation

struct ChartsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "charts",
    abstract: "Draws random organizations in every format and writes DIR/charts.json.")

  @OptionGroup var choice: ChartChoice

  @Option(help: ArgumentHelp("The folder to write to; made if it is not there.", valueName: "DIR"))
  var output: String

  func run() throws {
    try Fonts.check()
    let truth = try choice.maker().write(choice.count, to: OutputFolder(output))
    print("\(truth.files.count) charts in \(output)")
  }
}

/// Which charts to draw.
struct ChartChoice: ParsableArguments {
  @Option(help: "How many trees.")
  var count = 20

  @Option(help: "The same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Only these formats, with commas.", valueName: "LIST"))
  var formats: String?

  func maker() throws -> ChartMaker {
    let chosen = try formats.map { list in
      try list.split(separator: ",").map { name in
        guard let format = ChartFormat(rawValue: String(name)) else {
          throw ForgeError.usage(
            "There is no format “\(name)”; there are \(ChartFormat.allCases.map(\.rawValue).joined(separator: ", "))."
          )
        }
        return format
      }
    }
    return ChartMaker(seed: seed, formats: chosen ?? ChartFormat.allCases)
  }
}

struct MeasureChartsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure-charts",
    abstract: "Has charts read and says how often the hierarchy is exact, by format.")

  @OptionGroup var choice: ChartChoice

  @Option(help: ArgumentHelp("The program that reads them.", valueName: "PATH"))
  var dossier: String

  @Option(
    help: ArgumentHelp(
      "Read the charts of this folder, perhaps saved anew by others.", valueName: "DIR"))
  var folder: String?

  @Option(help: ArgumentHelp("Keep drawn charts in this folder.", valueName: "DIR"))
  var keep: String?

  @Option(help: ArgumentHelp("Write each mistake on a line.", valueName: "FILE"))
  var listWrong: String?

  func run() throws {
    let temporary = FileManager.default.temporaryDirectory
      .appendingPathComponent("dossier-charts-\(ProcessInfo.processInfo.processIdentifier)").path
    let place = try OutputFolder(folder ?? keep ?? temporary)
    defer { if folder == nil, keep == nil { place.remove() } }
    let truth: ChartMaker.Truth
    if folder == nil {
      try Fonts.check()
      truth = try choice.maker().write(choice.count, to: place)
    } else {
      truth = try JSONDecoder().decode(
        ChartMaker.Truth.self,
        from: Data(contentsOf: URL(fileURLWithPath: place.path(of: "charts.json"))))
    }
    var read: [String: [ReadTrees.Node]] = [:]
    let paths = truth.files.map { place.path(of: $0.file) }
    for tree in try Extractor(path: dossier).trees(paths) { read[tree.file] = tree.nodes }
    var byFormat: [ChartFormat: ChartComparison] = [:]
    for file in truth.files {
      byFormat[file.format, default: ChartComparison()]
        .add(file.tree, file: file.file, read[place.path(of: file.file)])
    }
    print("format            trees  exact   nodes    links    wrong links")
    for format in ChartFormat.allCases {
      guard let result = byFormat[format] else { continue }
      print(
        format.rawValue.padding(toLength: 17, withPad: " ", startingAt: 0)
          + String(
            format: "%6d %6d  %.4f   %.4f   %d", result.trees, result.exactTrees,
            Double(result.rightNodes) / Double(max(1, result.nodes)),
            Double(result.rightLinks) / Double(max(1, result.links)), result.wrongLinks))
    }
    if let listWrong {
      let lines = ChartFormat.allCases.flatMap { byFormat[$0]?.mistakes ?? [] }
      try OutputFolder.write(text: lines.joined(separator: "\n") + "\n", toFile: listWrong)
    }
  }
}
