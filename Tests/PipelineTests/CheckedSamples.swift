import Foundation
import Testing

/// The repository's samples as the whole program read and judged them, once for all tests of ``SamplesTests``.
struct CheckedSamples: Sendable {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("samples").path
  /// Thirteen companies, and a group of four.
  static let group = "group"
  static let asOf = "2026-11-22"

  /// What the running suite checked.
  @TaskLocal static var current: CheckedSamples?

  /// The samples of one company each.
  let names: [String]
  /// The companies of the group, with its folder.
  let members: [String]
  let runs: [Program]
  /// It holds the reports below `out` and what was read in `cache`.
  let output: TemporaryFolder

  /// Runs the program.
  init() throws {
    names = try Self.folders(of: Self.folder).filter { $0 != Self.group }
    members = try Self.folders(of: Self.folder + "/" + Self.group).map { Self.group + "/" + $0 }
    output = try TemporaryFolder()
    var runs: [Program] = []
    // One by one: some samples share a company, and what is shared is a finding of a batch.
    for name in names + [Self.group] {
      let place = output.path + "/out" + (name == Self.group ? "/" + name : "")
      runs.append(
        try Program.run(
          ["check", Self.folder + "/" + name, "--output", place, "--as-of", Self.asOf],
          cache: output.path + "/cache"))
    }
    self.runs = runs
  }

  static func folders(of path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted().filter { name in
      let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
      return attributes[.type] as? FileAttributeType == .typeDirectory && !name.hasPrefix(".")
    }
  }
}

/// What a sample is expected to be, or was found to be.
struct SampleVerdicts: Equatable {
  var status: String?
  var fail: [String]
  var cannotTell: [String]

  init(status: String?, fail: [String], cannotTell: [String]) {
    self.status = status
    // What submissions share depends on which are checked together.
    self.fail = fail.filter { !$0.hasPrefix("BATCH-") }
    self.cannotTell = cannotTell.filter { !$0.hasPrefix("BATCH-") }
  }

  /// Those of a sample's `expected.json`.
  static func expected(of name: String) throws -> SampleVerdicts {
    let path = "\(CheckedSamples.folder)/\(name)/expected.json"
    let json = try JSON(String(contentsOfFile: path, encoding: .utf8))
    return SampleVerdicts(
      status: json["status"].text, fail: json["fail"].items.compactMap(\.text),
      cannotTell: json["cannot_tell"].items.compactMap(\.text))
  }
}

/// Checks the samples before the first test of a suite, and forgets them after its last.
struct ChecksSamples: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await CheckedSamples.$current.withValue(try CheckedSamples()) { try await function() }
  }
}

extension Trait where Self == ChecksSamples {
  static var checksSamples: Self { ChecksSamples() }
}
