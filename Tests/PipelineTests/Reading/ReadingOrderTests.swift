import Ingest
import Testing

@testable import Pipeline

@Suite struct ReadingOrderTests {
  @Test func theLargestComesFirstAndEqualOnesAsListed() throws {
    let folder = try TemporaryFolder()
    for (name, size) in [("a.txt", 3), ("b.txt", 30), ("c.txt", 3), ("d.txt", 300)] {
      try folder.write(String(repeating: "x", count: size), to: name)
    }
    let files = try ["a.txt", "b.txt", "c.txt", "d.txt"].map {
      try SourceFile(givenPath: folder.path + "/" + $0)
    }
    #expect(ReadingOrder.largestFirst(files) == [3, 1, 0, 2])
    #expect(ReadingOrder.largestFirst([]) == [])
  }
}
