/// Work on many things at once, in bounded numbers.
enum Concurrently {
  /// Hands each input to `work`, at most `width` at once, and what comes of it to `take`, one after the other in
  /// the order of the inputs, so that what is shown does not hang on which is done first.
  ///
  /// Inputs are asked for when there is room for them, so that a lazy sequence is never in memory as a whole.
  static func run<Inputs: Sequence, Product: Sendable>(
    _ inputs: Inputs, width: Int,
    work: @escaping @Sendable (Inputs.Element) throws -> Product,
    take: (Inputs.Element, Product) throws -> Void, shouldStop: () -> Bool
  ) async throws where Inputs.Element: Sendable {
    try await withThrowingTaskGroup(of: (Int, Inputs.Element, Product).self) { group in
      var rest = inputs.makeIterator()
      var begun = 0
      func begin() {
        guard !shouldStop(), let input = rest.next() else { return }
        let number = begun
        begun += 1
        group.addTask { (number, input, try work(input)) }
      }
      // One more than can run: nobody waits while a product is taken.
      for _ in 0...width { begin() }
      var done: [Int: (Inputs.Element, Product)] = [:]
      var next = 0
      while let (number, input, product) = try await group.next() {
        done[number] = (input, product)
        while let (input, product) = done.removeValue(forKey: next) {
          next += 1
          begin()
          try take(input, product)
        }
      }
    }
  }
}
