internal import Extract
internal import Foundation
package import Model
internal import Papers
internal import Testing

/// One reader for all tests of a kind: its models take a while to load.
package actor SharedReader {
  package static let shared = SharedReader()
  package static let checkout = URL(fileURLWithPath: #filePath)
    .appendingPathComponent("../../..").standardized.path

  package enum Materials: Hashable {
    case washCard
    /// Those of `rules/materials`.
    case shipped
  }

  private struct Key: Hashable {
    var materials: Materials
    var threads: Int
  }

  private var readers: [Key: DocumentReader] = [:]

  package func extraction(
    of bytes: [UInt8], file: String = "a.jpg", _ materials: Materials = .washCard,
    threads: Int = 1
  ) throws -> Extraction {
    let key = Key(materials: materials, threads: threads)
    let reader =
      try readers[key]
      ?? DocumentReader(
        catalogue: try Self.catalogue(materials),
        modelFolder: Self.checkout + "/.deps/rapidocr/models", threads: threads)
    readers[key] = reader
    return reader.extraction(of: bytes, file: file)
  }

  private static func catalogue(_ materials: Materials) throws -> ReadingCatalogue {
    switch materials {
    case .washCard:
      return ReadingCatalogue(materials: MaterialCatalogue(materials: [try WashCard.definition()]))
    case .shipped:
      let loaded = ReadingCatalogue.load(folder: checkout + "/rules/materials")
      #expect(loaded.diagnostics.isEmpty)
      return try #require(loaded.catalogue)
    }
  }
}
