internal import Foundation

extension Extractor {
  /// The hierarchies in files.
  func trees(_ files: [String]) throws -> [ReadTrees.Tree] {
    var trees: [ReadTrees.Tree] = []
    for start in stride(from: 0, to: files.count, by: 100) {
      let piece = Array(files[start..<min(start + 100, files.count)])
      let bytes = try output(
        ["extract", "--tree", "json", "--no-cache", "--show-personal-data"] + piece)
      do {
        trees += try JSONDecoder().decode(ReadTrees.self, from: bytes).trees
      } catch {
        throw ForgeError.extractorFailed(
          "\(path) extract --tree printed no dossier/tree-v1: \(error)")
      }
    }
    return trees
  }
}
