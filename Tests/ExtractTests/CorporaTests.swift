import Foundation
import Model
import ParserTargets
import Testing

@testable import Extract

/// Every kept input of the fuzzer is read again: none may crash, and each gives facts or notices.
@Suite struct CorporaTests {
  @Test func everyKeptInputIsReadToTheEnd() throws {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    for target in ParserTarget.all {
      let folder = tests.appendingPathComponent("Corpora/" + target.name)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(!files.isEmpty, "\(target.name)")
      for file in files {
        let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
        let extraction = target.read(bytes)
        // A signature that cannot be read is told by its notice.
        #expect(
          extraction.documents.allSatisfy { $0.kind == .signature || !$0.facts.isEmpty },
          "\(file)")
      }
    }
  }
}
