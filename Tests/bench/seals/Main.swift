import Extract
import Foundation
import Model
import Native

/// Times the reading of seals and signed documents in this process: structure, digests, signatures, chains and pages.
///
///     seal-bench MATERIALS MODELS ROOT.pem FILE...
@main
enum Main {
  struct Unusable: Error { let what: String }

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 4 else {
      throw Unusable(what: "usage: seal-bench MATERIALS MODELS ROOT.pem FILE...")
    }
    guard let catalogue = ReadingCatalogue.load(folder: arguments[1]).catalogue else {
      throw Unusable(what: arguments[1])
    }
    let roots = CertificateFile.certificates(in: try bytes(of: arguments[3]))
    let reader = try DocumentReader(
      catalogue: catalogue, modelFolder: arguments[2], threads: 1, trust: TrustStore(roots))
    print("milliseconds of CPU time to read one file, median and most of \(rounds) times:")
    for path in arguments.dropFirst(4) {
      let bytes = try bytes(of: path)
      let first = reader.extraction(of: bytes, file: path)
      guard first.documents.contains(where: { $0.kind == .electronicSeal }) else {
        throw Unusable(what: "\(path): no seal")
      }
      let times = (0..<rounds).map { _ in
        milliseconds { _ = reader.extraction(of: bytes, file: path) }
      }
      .sorted()
      let goal = first.pages.isEmpty ? 5 : 50
      print(
        "  \(path): \(shown(times[rounds / 2])), \(shown(times[rounds - 1])) (goal: under \(goal))")
    }
  }

  private static let rounds = 101

  private static func bytes(of path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// Of CPU time, so that what else the machine does is left out; one thread does all of it.
  private static func milliseconds(_ work: () -> Void) -> Double {
    let start = clock()
    work()
    // CLOCKS_PER_SEC is a million on every POSIX system.
    return Double(clock() - start) / 1000
  }

  private static func shown(_ milliseconds: Double) -> String {
    String(format: "%.2f", milliseconds)
  }
}
