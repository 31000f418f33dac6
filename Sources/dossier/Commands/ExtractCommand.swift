internal import ArgumentParser
internal import Extract
internal import Ingest
internal import Model
internal import Native
internal import Papers
internal import Pipeline
internal import Report

/// `dossier extract`: the facts of single files, with where each comes from.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "读取单个文件中的事实及其出处 · The facts of single files, with evidence.")

  @Argument(help: ArgumentHelp("图片或 PDF · Pictures or PDFs.", valueName: "file"))
  var files: [String]

  @Option(help: "text 或 json · text or json.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "只输出架构图或通讯录的层级：mermaid、drawio 或 json · Print the hierarchy of charts and contact lists alone.",
      valueName: "format"))
  var tree: TreeFormat?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var common: CommonOptions

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  func run() throws {
    let console = common.console
    let sources = try files.map { try source($0, console) }
    let (catalogue, extractions) = try console.explaining { try read(sources, console) }
    show(extractions, catalogue, console)
    if let signal = Interruption.signal { throw ExitCode(ExitStatus.interrupted(by: signal)) }
    let hasLoss = extractions.contains { $0.notices.contains { $0.code.losesContent } }
    if hasLoss { throw ExitCode(ExitStatus.findings) }
  }

  private func source(_ file: String, _ console: Console) throws -> SourceFile {
    do throws(UnreadableSource) { return try SourceFile(givenPath: file) } catch {
      throw console.failure(.unusablePath(file, reason: error.notice.message))
    }
  }

  private func read(
    _ sources: [SourceFile], _ console: Console
  ) throws -> (catalogue: FactCatalogue, extractions: [Extraction]) {
    let session = try common.session(reading)
    let materials = try session.materials()
    let files = try session.files(sources)
    let resources = try session.resources(for: files.count)
    let progress = Progress(console: console)
    defer { progress.end() }
    Interruption.startCatching()
    let extractions = try resources.extractions(
      of: files, progress: { progress.update($0, of: files.count) },
      shouldStop: { Interruption.signal != nil })
    return (
      FactCatalogue(materials.factDeclarations + SourceFamilies.factDeclarations), extractions
    )
  }

  private func show(_ extractions: [Extraction], _ catalogue: FactCatalogue, _ console: Console) {
    let options = ReportOptions(
      locale: common.locale, showsPersonalData: reading.showPersonalData, catalogue: catalogue)
    if let tree { return show(extractions, as: tree, options, console) }
    switch format {
    case .json: console.write(ExtractionReport.json(of: extractions, options: options))
    case .text:
      console.write(ExtractionReport.text(of: extractions, options: options, style: console.style))
    }
  }

  private func show(
    _ extractions: [Extraction], as tree: TreeFormat, _ options: ReportOptions, _ console: Console
  ) {
    console.write(tree.text(of: extractions, options: options))
    for extraction in extractions {
      if !extraction.documents.contains(where: { $0.hierarchy != nil }) {
        console.note(.noHierarchy(file: extraction.file))
      }
      for notice in extraction.notices {
        console.note(.notice(file: extraction.file, notice.message))
      }
    }
  }
}

extension TreeFormat: ExpressibleByArgument {}
