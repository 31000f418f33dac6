internal import ArgumentParser
internal import Extract
internal import Foundation
internal import Ingest
internal import Model
internal import Pipeline

/// Measures the thresholds of reading by hypothesis (docs/domain.md#reading-by-hypothesis).
struct HypothesesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hypotheses",
    abstract:
      "Holds true values and values changed in one place against the lines of specimens.")

  @OptionGroup var choice: SpecimenChoice

  @Option(help: ArgumentHelp("The program that reads them.", valueName: "PATH"))
  var dossier: String

  @Option(help: ArgumentHelp("Specimens that were drawn before.", valueName: "DIR"))
  var specimens: String?

  @Option(help: ArgumentHelp("Write each trial on a line.", valueName: "FILE"))
  var list: String?

  func run() async throws {
    try Fonts.check()
    let temporary = FileManager.default.temporaryDirectory
      .appendingPathComponent("dossier-forge-\(ProcessInfo.processInfo.processIdentifier)").path
    let folder = try OutputFolder(specimens ?? temporary)
    defer { if specimens == nil { folder.remove() } }
    let truth =
      specimens == nil
      ? try await choice.maker().write(choice.count, to: folder)
      : try JSONDecoder().decode(
        Truth.self, from: Data(contentsOf: URL(fileURLWithPath: folder.path(of: "truth.json"))))
    let installation = Installation(
      surroundings: .init(
        executable: URL(fileURLWithPath: dossier).standardizedFileURL.path,
        home: ProcessInfo.processInfo.environment["DOSSIER_HOME"]))
    let rules = try installation.rules(option: nil)
    guard let materials = MaterialCatalogue.load(folder: rules + "/materials").catalogue else {
      throw ForgeError.usage("The materials in \(rules) do not load.")
    }
    let jobs = ProcessInfo.processInfo.activeProcessorCount
    let pool = WorkerPool(
      launch: WorkerLaunch(
        executable: installation.surroundings.executable,
        arguments: [
          "--rules", rules, "--models", try installation.models(option: nil), "--threads", "1",
        ]), size: jobs)
    let sources = try truth.files.map { try SourceFile(givenPath: folder.path(of: $0.file)) }
    let extractions = try ExtractRun.extractions(
      of: sources, pool: pool, cache: nil,
      archives: Archives(program: installation.surroundings.executable, cache: nil),
      progress: { _ in }, shouldStop: { false })
    var trials = HypothesisTrials(
      catalogue: FactCatalogue(materials.factDeclarations), seed: choice.seed)
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
