import Foundation

/// The conformance file of cel-spec as JSON, which lies outside the repository and describes itself.
struct ConformanceFile: Decodable {
  let tests: [ConformanceTest]

  /// `CEL_CONFORMANCE`, else beside the checkout.
  static func load() throws -> ConformanceFile? {
    let given = ProcessInfo.processInfo.environment["CEL_CONFORMANCE"]
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let places =
      given.map { [URL(fileURLWithPath: $0)] }
      ?? ["../shared/cel/conformance.json", "/work/shared/cel/conformance.json"].map {
        URL(fileURLWithPath: $0, relativeTo: checkout)
      }
    for place in places where FileManager.default.fileExists(atPath: place.path) {
      return try JSONDecoder().decode(Self.self, from: Data(contentsOf: place))
    }
    return nil
  }
}

struct ConformanceTest: Decodable, Sendable {
  struct Declaration: Decodable, Sendable {
    struct Overload: Decodable, Sendable {
      let params: [ConformanceType]
      let result: ConformanceType
      let instance: Bool
    }

    let name: String
    let type: ConformanceType?
    let overloads: [Overload]?
  }

  struct Binding: Decodable, Sendable { let value: ConformanceValue? }

  struct Expected: Decodable, Sendable {
    struct Typed: Decodable, Sendable {
      let type: ConformanceType
      let value: ConformanceValue?
    }
    struct Problem: Decodable, Sendable { let message: String }

    let value: ConformanceValue?
    let error: [Problem]?
    let typed: Typed?
  }

  let id: String
  let library: String
  let expr: String
  let container: String
  let disableCheck: Bool
  let checkOnly: Bool
  let typeEnv: [Declaration]
  let bindings: [String: Binding]
  let expected: Expected
}
