/// How much of a submission is looked at; what lies beyond is a notice, never silence.
package struct IntakeLimits: Sendable {
  /// How many files one submission may have, those in its archives among them.
  package var files = 5000
  /// How many bytes all files of a submission may have, unpacked.
  package var bytes = 4 << 30
  /// How deep folders may stand in one another below the submission.
  package var depth = 16
  /// How many bytes one file may have.
  package var fileSize = 200 * 1024 * 1024
  /// How many bytes a declaration may have.
  package var declarationSize = 1024 * 1024

  package init() {}
}
