internal import ArgumentParser
internal import Native
internal import Pipeline

/// A worker for the tests of the pool, started as `dossier worker` is, whose reader misbehaves as it is told.
@main struct MockWorker: ParsableCommand {
  @Argument var command: String
  @Option(name: .customLong("memory-mib")) var memoryMebibytes = 4096
  @Option var cpuSeconds = 600

  func run() throws {
    let limits = ProcessLimits(memoryBytes: memoryMebibytes << 20, cpuSecondsPerSource: cpuSeconds)
    throw ExitCode(WorkerServer(limits: limits).run { MockReader() })
  }
}
