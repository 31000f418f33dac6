/// What each part of an expression came to in one evaluation.
package struct Trace: Sendable {
  private var results: [Int: [Evaluation]] = [:]

  package init() {}

  mutating func record(_ result: Evaluation, of id: Int) { results[id, default: []].append(result) }

  /// The results of one expression in order; several inside a comprehension, none where it was skipped.
  package subscript(id: Int) -> [Evaluation] { results[id, default: []] }
}
