internal import ArgumentParser
internal import Model

/// From which severity on the exit status is 1.
enum FailOn: String, CaseIterable, ExpressibleByArgument {
  case error, warning, never

  /// Whether something of that severity, a failure or what could not be decided, is bad enough.
  func isReached(by severity: Severity?) -> Bool {
    guard let least, let severity else { return false }
    return severity >= least
  }

  private var least: Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .never: nil
    }
  }
}
