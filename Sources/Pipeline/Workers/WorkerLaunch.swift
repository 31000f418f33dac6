internal import Foundation
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

  /// What libraries find their files by, and the language of their messages: all that a worker gets of the
  /// environment.
  private static let inherited = [
    "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "LD_LIBRARY_PATH", "FONTCONFIG_FILE",
    "FONTCONFIG_PATH", "GDK_PIXBUF_MODULE_FILE", "GDK_PIXBUF_MODULEDIR", "RES_OPTIONS",
    "LOCALDOMAIN",
  ]

  static var environment: [String: String] {
    let own = ProcessInfo.processInfo.environment
    var environment = own.filter { inherited.contains($0.key) }
    // A crash is answered by a replacement; a backtrace would take seconds and quote the document.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    // An arena for each thread costs address space, which is limited, and buys nothing here.
    environment["MALLOC_ARENA_MAX"] = "4"
    return environment
  }

  func start() throws(ChildProcess.SpawnError) -> ChildProcess {
    try ChildProcess(
      executable: executable, arguments: ["worker"] + arguments, environment: Self.environment)
  }
}
