import ArgumentParser
import Native
import Pipeline

/// What `dossier` starts itself as, to read documents in a process that may die of them.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Reads sources for dossier.", shouldDisplay: false)

  /// Which reader answers.
  enum Reader: String, ExpressibleByArgument {
    case documents, mock
  }

  @Option var reader = Reader.documents
  @Option var rules: String?
  @Option var models: String?
  @Option(name: .customLong("memory-mib")) var memoryMebibytes = 4096
  @Option var cpuSeconds = 600

  func run() throws {
    let limits = ProcessLimits(memoryBytes: memoryMebibytes << 20, cpuSecondsPerSource: cpuSeconds)
    throw ExitCode(WorkerServer(limits: limits).run { MockReader() })
  }
}
