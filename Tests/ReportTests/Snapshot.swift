import Foundation
import Testing

/// Compares a text with the file `Snapshots/<name>` beside this one.
///
/// `RECORD_SNAPSHOTS=1` writes the file and
/// fails the run, so that a recording run is never green.
func expectSnapshot(_ text: String, _ name: String, location: SourceLocation = #_sourceLocation)
  throws
{
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Snapshots/\(name)")
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name)", sourceLocation: location)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  let lines = zip(
    text.split(separator: "\n", omittingEmptySubsequences: false),
    expected.split(separator: "\n", omittingEmptySubsequences: false))
  let difference = lines.enumerated().first { $1.0 != $1.1 }
  if let difference {
    let (line, (found, wanted)) = difference
    Issue.record(
      "\(name):\(line + 1)\n  expected \(wanted)\n  found    \(found)", sourceLocation: location)
  }
  #expect(text == expected, "\(name) differs", sourceLocation: location)
}
