internal import Foundation

/// Where the cache is kept: `DOSSIER_CACHE`, else `XDG_CACHE_HOME/dossier`, else `~/.cache/dossier`.
package enum CacheLocation {
  /// Returns the folder; `nil` where the environment names no place at all.
  ///
  /// A relative `XDG_CACHE_HOME` is ignored, as its specification says.
  package static func folder(environment: [String: String]) -> String? {
    if let own = environment["DOSSIER_CACHE"], !own.isEmpty { return own }
    if let shared = environment["XDG_CACHE_HOME"], shared.hasPrefix("/") {
      return shared + "/dossier"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.cache/dossier"
  }

  /// The folder that this process's environment names.
  package static var current: String? {
    folder(environment: ProcessInfo.processInfo.environment)
  }
}
