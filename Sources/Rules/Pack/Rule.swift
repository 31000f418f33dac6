internal import CEL
package import Model
internal import Schema

/// A mutant that no test notices, and why none need to.
struct AcceptedMutant: Sendable {
  let mutant: String
  let reason: String
  let location: SourceLocation
}

/// A rule that loaded: all its names, types and nulls are right.
package struct Rule: Sendable {
  /// The id is written like `LIC-NAME-001`.
  package let id: String
  package let title: LocalizedText
  package var severity: Severity
  /// The kinds it needs: without a document of each it does not apply.
  package let materials: [MaterialKind]
  package let basis: [Finding.Basis]
  package let tags: [String]
  /// Whether a failure may be waived; `nil` where the rule does not say and the pack and the severity do.
  package let isWaivable: Bool?
  /// The first day it is in force; before it the rule only warns.
  package let since: CalendarDate?
  /// The last day it is in force.
  package let until: CalendarDate?
  /// Whether values are compared with what was read and nothing else: no reading by hypothesis.
  var isExact: Bool

  let location: SourceLocation
  /// Of its id.
  let idLocation: SourceLocation
  var condition: CompiledCheck?
  var check: CompiledCheck
  let iteration: Iteration?
  let message: MessageTemplate
  let fix: MessageTemplate?
  let tests: [RuleTest]
  let acceptedMutants: [AcceptedMutant]

  /// The names that its check and its condition may read.
  var names: Set<String> {
    Set([check, condition].compactMap { $0?.names }.joined())
  }

  /// Whether it compares with what was declared: pointless while the declaration is a draft that was
  /// made from the very materials.
  var readsDeclaration: Bool {
    let settled: Set = ["declared.channel", "declared.submitted_on"]
    return names.contains { FactOrigin(ofKey: $0) == .declared && !settled.contains($0) }
  }

  /// The facts whose check characters it tests.
  var checksummedNames: Set<String> {
    check.expression.arguments(of: "checksum")
  }
}

extension Expression {
  /// The identifiers that stand as first argument of a function anywhere in the tree.
  fileprivate func arguments(of function: String) -> Set<String> {
    var found = children.reduce(into: Set<String>()) { $0.formUnion($1.arguments(of: function)) }
    if case .call(function, let arguments) = kind, let first = arguments.first {
      found.formUnion(first.names)
    }
    return found
  }
}
