import Model
import Testing

@testable import CEL

/// Texts that nobody should write: each is refused or evaluated, none hangs or crashes.
@Suite struct HostileTextTests {
  static let repeated: [LongText] = {
    let deep = [
      "(", "[", "{", "!", "-", "a.", "f(", "{1:", "x?", "'a'+", "a[", "[[].all(x,", "((!-[",
    ]
    let texts =
      deep.map { String(repeating: $0, count: 6_000) }
      + [
        String(repeating: "(", count: 4_000) + "1" + String(repeating: ")", count: 4_000),
        String(repeating: "[", count: 4_000) + "1" + String(repeating: "]", count: 4_000),
        "1" + String(repeating: " + 1", count: 4_000),
        "a" + String(repeating: ".b", count: 6_000),
        "xs" + String(repeating: "[0]", count: 4_000),
        "a" + String(repeating: " && a", count: 3_000),
        "a" + String(repeating: " ? a : a", count: 2_400),
        "n" + String(repeating: " == n", count: 3_000),
        "[" + String(repeating: "1,", count: 8_000) + "]",
        "[" + String(repeating: "[],", count: 6_000) + "]", String(repeating: "'", count: 19_999),
        String(repeating: "）", count: 18_000), String(repeating: "\u{0}", count: 18_000),
        String(repeating: "e\u{301}", count: 9_000), "'" + String(repeating: "\\", count: 18_000),
        String(repeating: "x", count: 19_800), String(repeating: "9", count: 19_800),
        String(repeating: "//\n", count: 6_600), String(repeating: "1 ", count: 9_800),
      ]
    return texts.map(LongText.init)
  }()

  @Test(arguments: repeated)
  func longTextsEnd(long: LongText) {
    switch Compiling.compile(long.text) {
    case .success(let checked):
      var evaluator = Evaluator { .unknown([$0]) }
      _ = evaluator.evaluate(checked.program)
    case .failure(let diagnostics):
      #expect(!diagnostics.all.isEmpty && diagnostics.all.count <= CELDiagnostics.limit)
    }
  }

  @Test func aMegabyteIsRefusedAtOnce() {
    let text = String(repeating: "a || ", count: 200_000) + "a"
    let codes = Compiling.diagnostics(text).map(\.code)
    #expect(codes == [.tooLong])
  }

  /// Thousands of calls: the checker takes back what it tries, not all that it knows.
  @Test func manyCallsAreCheckedInTurn() throws {
    let text = Array(repeating: "size([n] + []) == n", count: 2000).joined(separator: " || ")
    #expect(try Compiling.compile(text).get().type == .bool)
  }

  @Test func theDepthsOfLangdefAreReached() throws {
    let texts = [
      String(repeating: "(", count: 32) + "1" + String(repeating: ")", count: 32),
      Array(repeating: "a", count: 200).joined(separator: " || "),
      Array(repeating: "a ? n : ", count: 40).joined() + "n",
      "[" + Array(repeating: "1", count: 300).joined(separator: ", ") + "]",
      "1" + String(repeating: " + 1", count: 60),
      "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!a",
    ]
    for text in texts {
      let checked = try Compiling.compile(text).get()
      var evaluator = Evaluator { _ in .value(.bool(false)) }
      _ = evaluator.evaluate(checked.program)
    }
  }

  /// Pieces of expressions in any order, and damaged expressions.
  @Test func randomTextsAreRefusedOrEvaluated() {
    let pieces = [
      "a", "b", "n", "xs", "any", "license.name", "license.term_to", "org.departments", "true",
      "null", "1", "2u", "1.5", "'x'", "b'x'", "\"甲\"", "+", "-", "*", "/", "%", "==", "!=", "<",
      "<=", "in", "&&", "||", "!", "?", ":", ",", ".", "(", ")", "[", "]", "{", "}", "has(",
      ".all(x, ", ".map(x, x)", ".filter(x, ", "x", "size(", "norm(", "matches(", "date(", "days(",
      "cel.bind(x, ", "optional.of(", ".?k", "[?0]", "known(", "（", "，", "=", "é", "\n", "//c\n",
      "`k`", "duration('1h')", ".format([", "math.greatest(1, 2, ", "\\", "'", "\u{0}", "类",
    ]
    var random = SplitMix(state: 41)
    var compiled = 0
    for _ in 0..<4000 {
      let count = 1 + random.below(14)
      let text = (0..<count).map { _ in pieces[Int(random.below(UInt64(pieces.count)))] }
        .joined(separator: random.below(3) == 0 ? " " : "")
      compiled += run(text) ? 1 : 0
    }
    #expect(compiled > 30)
  }

  @Test func damagedExpressionsAreRefusedOrEvaluated() {
    let seeds = [
      "norm(license.name, 'company') == norm(declared.company.name, 'company')",
      "license.term_to == null || submission.submitted_on + params.id_card_margin <= license.term_to",
      "org.departments.all(d, contacts.departments.exists(w, norm(w, 'department') == norm(d, 'department')))",
      "xs.transformMap(i, x, i > 0, {i: x})[1].?k.orValue(0) > 1 ? '%d: %s'.format([1, xs]) : r'\\d'",
      "[1, 2, 3].map(x, x * 2).filter(x, x % 3u == 0)[0] in {1: 'a', ?2: optional.of('b')}",
    ]
    var random = SplitMix(state: 42)
    for _ in 0..<2000 {
      var scalars = Array(seeds[Int(random.below(UInt64(seeds.count)))].unicodeScalars)
      for _ in 0...random.below(3) {
        let place = Int(random.below(UInt64(scalars.count)))
        switch random.below(4) {
        case 0: scalars.remove(at: place)
        case 1: scalars.insert(scalars[Int(random.below(UInt64(scalars.count)))], at: place)
        case 2: scalars.swapAt(place, Int(random.below(UInt64(scalars.count))))
        default: scalars[place] = Unicode.Scalar(UInt8(random.below(128)))
        }
        if scalars.isEmpty { break }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      _ = run(String(view))
    }
  }

  /// Compiles and evaluates in three ways; true where it compiled strictly.
  private func run(_ text: String) -> Bool {
    let facts: [String: CELValue] = [
      "a": .bool(true), "n": .int(3), "xs": .list([.int(1), .int(2)]), "any": .string("甲"),
      "license.name": .string("甲公司"),
    ]
    var dynamic = Compiling.environment
    dynamic.checking = .none
    if case .success(let checked) = CELCompiler(dynamic).compile(text) {
      var evaluator = Evaluator(mode: .explain, trace: Trace()) {
        facts[$0].map(Evaluation.value) ?? .unknown([$0])
      }
      _ = evaluator.evaluate(checked.program)
    }
    guard case .success(let checked) = Compiling.compile(text) else { return false }
    var evaluator = Evaluator { facts[$0].map(Evaluation.value) ?? .unknown([$0]) }
    let result = evaluator.evaluate(checked.program)
    // What passes the checker, without `dyn`, does not fail for a name or a type.
    if case .failure(let error) = result, !checked.types.values.contains(where: \.holdsDyn) {
      #expect(error.code != .noSuchName && error.code != .noSuchOverload, "\(text): \(error)")
    }
    return true
  }
}

/// A text whose beginning is enough for the log.
struct LongText: CustomTestStringConvertible, Sendable {
  let text: String

  var testDescription: String {
    text.prefix(12).debugDescription + "… (\(text.unicodeScalars.count))"
  }
}

extension CELType {
  fileprivate var holdsDyn: Bool {
    switch self {
    case .dyn: true
    case .list(let element): element.holdsDyn
    case .map(let key, let value): key.holdsDyn || value.holdsDyn
    case .nullable(let inner), .optional(let inner): inner.holdsDyn
    default: false
    }
  }
}
