import Foundation
import Native
import Testing

@Suite final class FileSystemTests {
  private let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("native-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    // Best effort.
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func path(_ name: String) -> [UInt8] { Array((folder + "/" + name).utf8) }

  private func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  @Test func readsUpToTheLimit() throws {
    let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0) }
    try write("a", bytes)
    #expect(try FileSystem.read(path("a"), limit: 700_000) == bytes)
    #expect(throws: FileFailure.tooLarge(size: 700_000)) {
      try FileSystem.read(path("a"), limit: 699_999)
    }
  }

  @Test func kindsAndFailures() throws {
    try write("a", [1, 2, 3])
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link", withDestinationPath: "a")
    #expect(try FileSystem.status(of: path("a")).kind == .regular)
    #expect(try FileSystem.status(of: path("a")).size == 3)
    #expect(try FileSystem.status(of: path("link")).kind == .symbolicLink)
    #expect(try FileSystem.status(of: path("")).kind == .folder)
    #expect(try FileSystem.status(of: Array("/dev/null".utf8)).kind == .device)
    #expect(throws: FileFailure.missing) { try FileSystem.status(of: path("gone")) }
    #expect(throws: FileFailure.missing) { try FileSystem.names(inFolder: path("a")) }
    #expect(throws: FileFailure.link) { try FileSystem.read(path("link"), limit: 10) }
    #expect(throws: FileFailure.notRegular(.folder)) { try FileSystem.read(path(""), limit: 10) }
    #expect(throws: FileFailure.notRegular(.device)) {
      try FileSystem.read(Array("/dev/zero".utf8), limit: 10)
    }
  }

  @Test func namesAreSortedByBytes() throws {
    for name in ["b", "执", "B", ".a", "a"] { try write(name, []) }
    let names = try FileSystem.names(inFolder: path(""))
    #expect(names.map { String(decoding: $0, as: UTF8.self) } == [".a", "B", "a", "b", "执"])
  }

  /// A zero byte would end the path early and name another file.
  @Test func zeroBytesNameNothing() throws {
    try write("a", [1])
    #expect(throws: FileFailure.missing) { try FileSystem.read(path("a") + [0, 0x62], limit: 10) }
  }

  @Test func resolvesLinksAndDots() throws {
    try write("a", [1])
    try FileManager.default.createSymbolicLink(atPath: folder + "/l", withDestinationPath: "a")
    #expect(try FileSystem.resolved(path("./l")) == FileSystem.resolved(path("a")))
  }
}
