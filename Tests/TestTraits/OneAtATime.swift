package import Testing

/// Runs tests that draw PDF pages one after the other, whatever suite they are in.
///
/// Poppler draws pages of two documents at once without their letters; the program itself draws in one thread
/// of a worker.
package struct OneAtATime: TestTrait, SuiteTrait, TestScoping {
  private actor Gate {
    private var isTaken = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func enter() async {
      guard isTaken else {
        isTaken = true
        return
      }
      await withCheckedContinuation { waiting.append($0) }
    }

    func leave() {
      if waiting.isEmpty {
        isTaken = false
      } else {
        waiting.removeFirst().resume()
      }
    }
  }

  private static let poppler = Gate()

  package let isRecursive = true

  package func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    // A suite's own scope holds its tests': only they take turns.
    guard testCase != nil else { return try await function() }
    await Self.poppler.enter()
    do {
      try await function()
    } catch {
      await Self.poppler.leave()
      throw error
    }
    await Self.poppler.leave()
  }
}

extension Trait where Self == OneAtATime {
  /// For tests that draw pages of PDF documents.
  package static var drawsPDF: Self { OneAtATime() }
}
