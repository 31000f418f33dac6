internal import Foundation

/// The program whose judgement is measured.
struct Checker {
  let path: String

  /// Checks a folder of submissions and gives each one's verdicts by rule.
  func check(_ folder: String, reports: OutputFolder) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = [
      "check", folder, "--output", reports.path(of: ""), "--as-of", "2026-11-22",
    ]
    process.standardOutput = FileHandle.nullDevice
    do { try process.run() } catch {
      throw ForgeError.extractorFailed("\(path) cannot be started: \(error)")
    }
    process.waitUntilExit()
    // 1 says that there are findings, which is what the submissions are for.
    guard process.terminationReason == .exit, process.terminationStatus <= 1 else {
      throw ForgeError.extractorFailed("\(path) check ended with \(process.terminationStatus)")
    }
  }

  /// The verdicts of one submission by rule.
  func verdicts(of name: String, reports: OutputFolder) throws -> [String: String] {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: reports.path(of: name + "/report.json")))
    let report = try JSONDecoder().decode(JudgedReport.self, from: bytes)
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
struct RuleSeverities {
  let errors: Set<String>
  let warnings: Set<String>

  init(rules folder: String) throws {
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
