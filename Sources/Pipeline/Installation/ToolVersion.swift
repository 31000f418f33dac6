/// The version of the program, in `--version` and in reports.
package enum ToolVersion {
  package static let current = "0.1.0"
}
