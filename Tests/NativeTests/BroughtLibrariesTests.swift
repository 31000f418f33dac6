import Foundation
import Native
import Testing

/// What a moved copy tells the libraries that it brings.
@Suite struct BroughtLibrariesTests {
  private func folder(_ name: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString) \(name)"
    try FileManager.default.createDirectory(
      atPath: path + "/pixbuf", withIntermediateDirectories: true)
    return path
  }

  @Test func aSystemsOwnLibrariesAreToldNothing() throws {
    let folder = try folder("空")
    // allowed: a leftover of a test harms nobody
    defer { _ = try? FileManager.default.removeItem(atPath: folder) }
    #expect(try BroughtLibraries.listOfPlugins(in: folder) == nil)
  }

  /// gdk-pixbuf reads a quoted string, so quotes and backslashes of the path are escaped.
  @Test(arguments: [("资质 工具", "资质 工具"), (#"a"b"#, #"a\"b"#), (#"c\d"#, #"c\\d"#)])
  func theListNamesTheFolderItLiesIn(name: String, escaped: String) throws {
    let folder = try folder(name)
    // allowed: a leftover of a test harms nobody
    defer { _ = try? FileManager.default.removeItem(atPath: folder) }
    try #""@FOLDER@/pixbuf/libpixbufloader-gif.so""#.write(
      toFile: folder + "/pixbuf/loaders.cache.in", atomically: true, encoding: .utf8)
    let list = try #require(try BroughtLibraries.listOfPlugins(in: folder))
    let parent = folder.dropLast(name.count)
    #expect(list == "\"\(parent)\(escaped)/pixbuf/libpixbufloader-gif.so\"")
  }
}
