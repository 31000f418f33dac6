internal import Foundation
internal import Native
internal import Pipeline

/// How the command line starts its workers.
enum ReaderLaunch {
  /// - Parameters:
  ///   - workers: how many will run at once; they share the cores.
  ///   - precision: of recognition.
  static func make(
    _ common: CommonOptions, _ installation: Installation, workers: Int = 1,
    precision: InferencePrecision = .standard, trust: TrustFolder? = nil
  ) throws -> WorkerLaunch {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return WorkerLaunch(
      executable: installation.surroundings.executable,
      arguments: [
        "--rules", try installation.rules(option: common.rules),
        "--models", try installation.models(option: nil),
        "--threads", String(max(1, cores / max(1, workers))),
        "--precision", precision.rawValue,
      ] + (trust.map { ["--trust", $0.path] } ?? []))  // allowed: no option
  }
}
