internal import ArgumentParser
internal import Extract
internal import Foundation
internal import Ingest
internal import Model
internal import Papers
internal import Pipeline
internal import Specimens

/// Measures the thresholds at which a declared value and a line of text agree or contradict each other
/// (docs/domain.md#reading-by-hypothesis).
struct MeasureHypotheses: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hypotheses",
    abstract: "Compares true values and values changed in one place with the lines of specimens.")

  @OptionGroup var choice: SpecimenOptions

  @Option(help: ArgumentHelp("The program that reads them.", valueName: "PATH"))
  var dossier: String

  @Option(help: ArgumentHelp("Specimens that were drawn before.", valueName: "DIR"))
  var specimens: String?

  @Option(help: ArgumentHelp("Write each trial on a line.", valueName: "FILE"))
  var list: String?

  func run() async throws {
    try Fonts.check()
    let folder = try specimens.map { try OutputFolder($0) } ?? OutputFolder.temporary()
    defer { if specimens == nil { folder.remove() } }
    let truth =
      specimens == nil
      ? try await choice.maker.write(Int(choice.count), to: folder) : try folder.json("truth.json")
    let installation = Installation(
      surroundings: .init(
        executable: URL(fileURLWithPath: dossier).standardizedFileURL.path,
        home: ProcessInfo.processInfo.environment["DOSSIER_HOME"]))
    let rules = try installation.rules(option: nil)
    guard let materials = ReadingCatalogue.load(folder: rules + "/materials").catalogue?.materials
    else {
      throw SpecimenError.failed("The materials in \(rules) do not load.")
    }
    let jobs = ProcessInfo.processInfo.activeProcessorCount
    let pool = WorkerPool(
      launch: WorkerLaunch(
        executable: installation.surroundings.executable,
        arguments: [
          "--rules", rules, "--models", try installation.models(option: nil), "--threads", "1",
        ]), size: jobs, keys: ReadingCatalogue.factKeys(of: materials))
    let sources = try truth.files.map { try SourceFile(givenPath: folder.path(of: $0.file)) }
    let extractions = try ReadingResources(
      pool: pool, cache: nil,
      archives: Archives(program: installation.surroundings.executable, cache: nil)
    ).extractions(of: sources, progress: { _ in }, shouldStop: { false })
    var trials = HypothesisTrials(
      catalogue: FactCatalogue(materials.factDeclarations), seed: choice.random.seed)
    for (number, pair) in zip(truth.files, extractions).enumerated() {
      trials.add(pair.0, pair.1, number: number)
    }
    print(
      "\(truth.files.count) \(truth.heldOut ? "held-out" : "development") specimens, seed \(truth.seed)\n"
    )
    print(trials.table.text)
    if let list { try OutputFolder.write(text: trials.table.list, toFile: list) }
  }
}
