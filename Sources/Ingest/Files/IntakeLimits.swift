/// How much of a submission is looked at; what lies beyond is a notice, never silence.
package struct IntakeLimits: Sendable {
  /// Files of one submission.
  package var files = 5000
  /// Folders in one another below the submission.
  package var depth = 16
  /// Bytes of one file.
  package var fileSize = 200 * 1024 * 1024
  /// Bytes of a declaration.
  package var declarationSize = 1024 * 1024

  package init() {}
}
