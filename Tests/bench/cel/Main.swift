import CEL
import Foundation
import Model

/// Times evaluations as rules make them, and whether memory stays flat over a million of them.
@main
enum Main {
  static let expressions = [
    ("two text facts", "license.name == declared.company.name"),
    (
      "their normal forms",
      "norm(license.name, 'company') == norm(declared.company.name, 'company')"
    ),
    (
      "dates with a null test",
      "license.term_to == null || submission.submitted_on + days(30) <= license.term_to"
    ),
    ("a pattern", "license.credit_code.matches('^[0-9A-Z]{18}$')"),
    ("six departments in twelve", "org.departments.all(d, d in contacts.departments)"),
  ]

  static let departments = (1...12).map { CELValue.string("第\($0)事业部") }

  static func main() throws {
    let facts = try facts()
    let environment = CELEnvironment(
      variables: [
        "license.name": .string, "declared.company.name": .string,
        "license.term_to": .nullable(.date), "submission.submitted_on": .date,
        "license.credit_code": .string, "org.departments": .list(.string),
        "contacts.departments": .list(.string),
      ],
      functions: .standard(
        normalizers: TextNormalization.profiles.mapValues { TextNormalization(steps: $0) }))
    let compiler = CELCompiler(environment)
    print("CEL, nanoseconds of CPU time for one evaluation:")
    for (name, text) in expressions {
      let program = try compiler.compile(text, expecting: .bool).get().program
      let nanoseconds = time(200_000, program, facts)
      print("  \(name): \(nanoseconds)  (\(text))")
    }
    let compiled = clock()
    for _ in 0..<2000 {
      for (_, text) in expressions { _ = try compiler.compile(text, expecting: .bool).get() }
    }
    let perText = Double(clock() - compiled) / 10_000
    print("  parsing and checking one of them: \(Int(perText * 1000))")
    let program = try compiler.compile(expressions[1].1).get().program
    _ = time(100_000, program, facts)
    let before = residentKilobytes()
    _ = time(1_000_000, program, facts)
    print("memory over a million evaluations: \(before) -> \(residentKilobytes()) KB")
  }

  private static func facts() throws -> [String: CELValue] {
    guard let today = CalendarDate(iso: "2026-11-22"), let end = CalendarDate(iso: "2035-03-01")
    else { throw CELError(.invalidArgument) }
    return [
      "license.name": .string("深圳市星河科技（集团）有限公司"),
      "declared.company.name": .string("深圳市星河科技(集团)有限公司"),
      "license.term_to": .date(end), "submission.submitted_on": .date(today),
      "license.credit_code": .string("91350100M000100Y43"),
      "org.departments": .list(Array(departments.prefix(6))),
      "contacts.departments": .list(departments),
    ]
  }

  private static func time(_ count: Int, _ program: Program, _ facts: [String: CELValue]) -> Int {
    let start = clock()
    for _ in 0..<count {
      var evaluator = Evaluator { facts[$0].map(Evaluation.value) }
      let result = evaluator.evaluate(program)
      guard case .value = result else { return -1 }
    }
    // CLOCKS_PER_SEC is a million on every POSIX system.
    return Int(Double(clock() - start) * 1000 / Double(count))
  }

  private static func residentKilobytes() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
      let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return -1 }
    return pages * 4
  }
}
