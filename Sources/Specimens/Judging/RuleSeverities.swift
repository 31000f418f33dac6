internal import Foundation

extension MeasuredProgram {
  /// Returns the verdicts of one submission by rule, out of its report.
  package static func verdicts(of name: String, in reports: OutputFolder) throws -> [String: String]
  {
    let report: JudgedReport = try reports.json(name + "/report.json")
    return Dictionary(report.verdicts.map { ($0.rule, $0.verdict) }) { first, _ in first }
  }
}

/// `report.json`, as far as it is measured.
private struct JudgedReport: Decodable {
  struct Entry: Decodable {
    let rule: String
    let verdict: String
  }
  let verdicts: [Entry]
}

/// Which rules are errors and warnings, by the text of the rule files: `- id:` with `severity:` below it.
package struct RuleSeverities {
  let errors: Set<String>
  let warnings: Set<String>

  /// Reads the packs of a rules folder.
  package init(rules folder: String) throws {
    let root = URL(fileURLWithPath: folder + "/packs")
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
    var found: [String: Set<String>] = [:]
    for name in names where name.hasSuffix(".yaml") {
      let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
      var rule: Substring?
      for line in text.split(separator: "\n") {
        let words = line.split(separator: " ")
        if words.starts(with: ["-", "id:"]) { rule = words.last }
        if words.first == "severity:", words.count > 1, let rule {
          found[String(words[1]), default: []].insert(String(rule))
        }
      }
    }
    errors = found["error", default: []]
    warnings = found["warning", default: []]
  }
}
