internal import Native

/// How a worker is started: which program, with which arguments.
package struct WorkerLaunch: Sendable {
  /// The path of the `dossier` program that is started.
  package var executable: String
  /// What follows `dossier worker`.
  package var arguments: [String]

  package init(executable: String, arguments: [String]) {
    self.executable = executable
    self.arguments = arguments
  }

  func start() throws(ChildProcess.SpawnError) -> ChildProcess {
    try ChildProcess(
      executable: executable, arguments: ["worker"] + arguments,
      environment: [
        // A crash is answered by a replacement; a backtrace would take seconds and quote the document.
        "SWIFT_BACKTRACE": "enable=no",
        // An arena for each thread costs address space, which is limited, and buys nothing here.
        "MALLOC_ARENA_MAX": "4",
      ])
  }
}
