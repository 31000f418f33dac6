internal import ArgumentParser
internal import Native
internal import Pipeline

/// What `dossier` starts itself as, to read documents in a process that may die of them.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Reads sources for dossier.", shouldDisplay: false)

  @Option var rules: String?
  @Option(name: .customLong("add-rules")) var addedRules: [String] = []
  @Option var models: String?
  @Option var trust: String?
  /// Threads of one inference.
  @Option var threads = 1
  /// Of recognition.
  @Option var precision = InferencePrecision.standard
  @Option(name: .customLong("memory-mib")) var memoryMebibytes = 4096
  /// Processor time of one source.
  @Option var cpuSeconds = 600
  /// `pictures` draws pages for reports; `archives` unpacks; `names` asks name servers.
  @Option var reader = Reader.documents

  /// Which reader answers.
  enum Reader: String, ExpressibleByArgument {
    case documents, pictures, archives, names
  }

  func run() throws {
    let limits = ProcessLimits(memoryBytes: memoryMebibytes << 20, cpuSecondsPerSource: cpuSeconds)
    let server = WorkerServer(
      limits: limits, needs: needs,
      readable: [try Installation(surroundings: .current).libraries])
    let status =
      switch reader {
      case .pictures: server.drawPages()
      case .archives: server.unpackArchives()
      case .names: server.lookUpNames()
      case .documents:
        server.run {
          try WorkerServer.documentReader(
            rulesFolder: try required(rules, "--rules"), addedRules: addedRules,
            modelFolder: try required(models, "--models"), threads: threads,
            precision: precision, trustFolder: trust)
        }
      }
    throw ExitCode(status)
  }

  /// Each the least that it needs.
  private var needs: Set<Sandbox.Need> {
    switch reader {
    case .documents, .pictures: [.fonts]
    case .archives: []
    case .names: [.network]
    }
  }

  private func required(_ value: String?, _ name: String) throws -> String {
    guard let value else { throw ValidationError("worker needs \(name)") }
    return value
  }
}
