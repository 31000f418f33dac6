internal import CSandbox
internal import Glibc

/// The walls that a worker puts round itself before it sees a stranger's byte.
///
/// No new privileges, Landlock, a filter of system calls: they hold for all threads until the process ends.
package enum Sandbox {
  /// What a worker does beside reading the bytes that it is sent, so that each gets the least that it needs.
  package enum Need: Sendable, CaseIterable {
    /// Draws pages with the machine's fonts and encodings.
    case fonts
    /// Asks name servers.
    case network
  }

  /// What the kernel offers of it.
  package struct Support: Hashable, Sendable {
    /// The version of Landlock; 0 for none.
    package let landlock: Int
    /// Whether system calls can be filtered.
    package let hasFilters: Bool

    package init(landlock: Int, hasFilters: Bool) {
      self.landlock = landlock
      self.hasFilters = hasFilters
    }

    /// What is not there, in the kernel's words.
    package var lacks: [String] {
      (landlock > 0 ? [] : ["landlock"]) + (hasFilters ? [] : ["seccomp"])
    }
  }

  /// A wall that the kernel offers and does not let us build.
  package struct Refusal: Error {
    package let wall: String
    package let reason: String
  }

  /// What the kernel of this machine offers.
  package static let support = Support(
    landlock: Int(csandbox_landlock_version()), hasFilters: csandbox_has_filters() != 0)

  /// Shuts this process in, as far as the kernel offers it.
  ///
  /// - Parameter readable: What may be read beside the libraries of the system.
  package static func enter(_ needs: Set<Need>, readable: [String]) throws(Refusal) {
    let connects: Int32 = needs.contains(.network) ? 1 : 0
    let places =
      libraries + (needs.contains(.fonts) ? fonts : [])
      + (needs.contains(.network) ? resolver : []) + readable
    var ruleset: Int32 = -1
    if support.landlock > 0 {
      ruleset = csandbox_ruleset(connects)
      guard ruleset >= 0 else { throw Refusal(wall: "landlock", reason: SystemError.text(errno)) }
      for place in places { try check("landlock", unsafe csandbox_allow_reading(ruleset, place)) }
    }
    try check("landlock", csandbox_restrict_threads(ruleset))
    if support.hasFilters { try check("seccomp", csandbox_filter(connects)) }
  }

  private static func check(_ wall: String, _ errorNumber: Int32) throws(Refusal) {
    guard errorNumber == 0 else {
      throw Refusal(wall: wall, reason: SystemError.text(errorNumber))
    }
  }

  /// Plug-ins and tables of encodings are opened when they are first used.
  private static let libraries = [
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache",
    "/etc/localtime", "/usr/share/zoneinfo", "/sys/devices/system/cpu", "/dev/urandom",
  ]

  private static let resolver = [
    "/etc/resolv.conf", "/run/systemd/resolve", "/etc/hosts", "/etc/host.conf",
    "/etc/nsswitch.conf",
    "/etc/services",
  ]

  /// Where fontconfig and poppler look.
  private static var fonts: [String] {
    let system = [
      "/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts", "/usr/share/fontconfig",
      "/var/cache/fontconfig", "/usr/share/poppler",
    ]
    guard let home = unsafe getenv("HOME") else { return system }
    let own = [
      ".fonts", ".local/share/fonts", ".fonts.conf", ".config/fontconfig", ".cache/fontconfig",
    ]
    return system + own.map { unsafe String(cString: home) + "/" + $0 }
  }
}
