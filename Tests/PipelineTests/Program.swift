import Foundation

/// A run of the built program.
struct Program {
  let status: Int32
  let output: String
  let errors: String

  /// - Parameters:
  ///   - cache: Kept from run to run; without one nothing is remembered after this run.
  ///   - home: Where rules and models are; the checkout unless told otherwise.
  ///   - variables: More of the environment.
  ///   - directory: Where it runs; that of the tests unless told otherwise.
  static func run(
    _ arguments: [String], cache: String? = nil, home: String? = nil,
    variables: [String: String] = [:], directory: String? = nil
  ) throws -> Program {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try BuiltProgram.path)
    process.arguments = arguments
    if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
    var environment = ["DOSSIER_CACHE": cache ?? folder.path + "/cache"]
    environment["DOSSIER_HOME"] = home
    environment.merge(variables) { $1 }
    process.environment = ProcessInfo.processInfo.environment.merging(
      environment, uniquingKeysWith: { $1 })
    process.standardInput = FileHandle.nullDevice
    // Files instead of pipes: a long output cannot block, and nothing has to be read meanwhile.
    let paths = ["output", "errors"].map { folder.path + "/" + $0 }
    for path in paths { try Data().write(to: URL(fileURLWithPath: path)) }
    process.standardOutput = FileHandle(forWritingAtPath: paths[0])
    process.standardError = FileHandle(forWritingAtPath: paths[1])
    try process.run()
    process.waitUntilExit()
    return Program(
      status: process.terminationStatus, output: try folder.text(of: "output"),
      errors: try folder.text(of: "errors"))
  }
}

/// Parsed JSON, for looking into reports.
struct JSON {
  private let value: Any?

  init(_ text: String) throws { value = try JSONSerialization.jsonObject(with: Data(text.utf8)) }

  private init(value: Any?) { self.value = value }

  subscript(key: String) -> JSON { JSON(value: (value as? [String: Any])?[key]) }
  var items: [JSON] { (value as? [Any] ?? []).map(JSON.init(value:)) }
  var text: String? { value as? String }
}
