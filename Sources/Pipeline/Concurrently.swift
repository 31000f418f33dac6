/// Work on many things at once, in bounded numbers.
enum Concurrently {
  /// Hands each input to `work`, at most `width` at once, and what comes of it to `take`, one after the other in
  /// the order of completion.
  ///
  /// Inputs are asked for when there is room for them, so that a lazy sequence is never in memory as a whole.
  static func run<Inputs: Sequence, Product: Sendable>(
    _ inputs: Inputs, width: Int,
    work: @escaping @Sendable (Inputs.Element) throws -> Product,
    take: (Inputs.Element, Product) throws -> Void, shouldStop: () -> Bool
  ) async throws where Inputs.Element: Sendable {
    try await withThrowingTaskGroup(of: (Inputs.Element, Product).self) { group in
      var rest = inputs.makeIterator()
      func begin() {
        guard !shouldStop(), let input = rest.next() else { return }
        group.addTask { (input, try work(input)) }
      }
      // One more than can run: nobody waits while a product is taken.
      for _ in 0...width { begin() }
      while let (input, product) = try await group.next() {
        begin()
        try take(input, product)
      }
    }
  }
}
