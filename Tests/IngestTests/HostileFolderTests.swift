import Foundation
import Ingest
import Model
import Testing

/// Whatever lies in a folder, intake ends, and each thing that cannot be read says why.
@Suite struct HostileFolderTests {
  /// What reading each source says: a notice's code, or nothing.
  private func codes(_ result: IntakeResult) throws -> [String: NoticeCode?] {
    let submission = try #require(result.submissions.first)
    return Dictionary(
      uniqueKeysWithValues: submission.sources.map { source in
        do throws(UnreadableSource) {
          _ = try source.read()
          return (source.name, nil)
        } catch {
          return (source.name, error.notice.code)
        }
      })
  }

  @Test func specialFilesAreNoticedAndNeverOpened() throws {
    let folder = try ScratchFolder()
    try folder.add("ok.jpg")
    try folder.add("empty.jpg", "")
    try folder.run("mkfifo", "pipe.jpg")
    try folder.link("device.jpg", to: "/dev/zero")
    try folder.link("dangling.jpg", to: "gone.jpg")
    try folder.link("pipe-link.jpg", to: "pipe.jpg")
    #expect(
      try codes(folder.intake()) == [
        "ok.jpg": nil, "empty.jpg": .fileEmpty, "pipe.jpg": .fileNotRegular,
        "device.jpg": .symlinkOutside, "dangling.jpg": .fileUnreadable,
        "pipe-link.jpg": .fileNotRegular,
      ])
  }

  @Test func linksAreFollowedOnlyInside() throws {
    let outside = try ScratchFolder()
    try outside.add("secret.jpg")
    let folder = try ScratchFolder()
    try folder.add("a/real.jpg")
    try folder.add(".store/kept.jpg")
    try folder.link("again.jpg", to: "a/real.jpg")
    try folder.link("kept.jpg", to: ".store/kept.jpg")
    try folder.link("out.jpg", to: outside.path + "/secret.jpg")
    try folder.link("out", to: outside.path)
    try folder.link("up", to: "..")
    #expect(
      try codes(folder.intake()) == [
        "a/real.jpg": nil, "kept.jpg": nil, "out.jpg": .symlinkOutside, "out": .symlinkOutside,
        "up": .symlinkOutside,
      ])
  }

  @Test func loopsEnd() throws {
    let folder = try ScratchFolder()
    try folder.add("a/real.jpg")
    try folder.link("self", to: "self")
    try folder.link("a/back", to: "..")
    try folder.link("ping", to: "pong")
    try folder.link("pong", to: "ping")
    try folder.add("b.jpg")
    #expect(
      try codes(folder.intake()) == [
        "a/real.jpg": nil, "b.jpg": nil, "self": .symlinkLoop, "a/back": .symlinkLoop,
        "ping": .symlinkLoop, "pong": .symlinkLoop,
      ])
  }

  @Test func limitsHold() throws {
    let folder = try ScratchFolder()
    for number in 0..<8 { try folder.add("\(number).jpg") }
    var limits = IntakeLimits()
    limits.files = 5
    let result = try folder.intake(limits: limits)
    #expect(result.submissions.first?.sources.count == 6)
    #expect(try codes(result)["5.jpg"] == .tooManyFiles)
  }

  @Test func depthIsLimited() throws {
    let folder = try ScratchFolder()
    try folder.add("top.jpg")
    try folder.add("1/2/3/deep.jpg")
    try folder.add("1/2/ok.jpg")
    var limits = IntakeLimits()
    limits.depth = 2
    #expect(
      try codes(folder.intake(limits: limits)) == [
        "top.jpg": nil, "1/2/ok.jpg": nil, "1/2/3": .nestingTooDeep,
      ])
  }

  @Test func sizeIsLimited() throws {
    let folder = try ScratchFolder()
    try folder.add("big.jpg", "123456")
    try folder.add("small.jpg", "12345")
    var limits = IntakeLimits()
    limits.fileSize = 5
    #expect(
      try codes(folder.intake(limits: limits)) == ["big.jpg": .fileTooLarge, "small.jpg": nil])
  }

  @Test func namesThatAreNotTextAreShownAndRead() throws {
    let folder = try ScratchFolder()
    try folder.run("sh", "-c", "printf x > \"$(printf '\\326\\325.jpg')\"")
    let submission = try #require(folder.intake().submissions.first)
    #expect(submission.sources.map(\.name) == ["\\xD6\\xD5.jpg"])
    #expect(submission.notices.map(\.code) == [.fileNameNotText])
    #expect(try submission.sources.first?.read() == Array("x".utf8))
  }

  @Test func fileThatBecameALinkIsNotFollowed() throws {
    let folder = try ScratchFolder()
    try folder.add("a.jpg")
    try folder.add("b.jpg", "secret")
    let result = try folder.intake()
    try folder.run("ln", "-sf", "b.jpg", "a.jpg")
    #expect(try codes(result)["a.jpg"] == .fileUnreadable)
  }

  @Test func unreadableFilesAreNoticed() throws {
    let folder = try ScratchFolder()
    try folder.add("a.jpg")
    try folder.add("b.jpg")
    try folder.run("chmod", "000", "a.jpg")
    let isRefused = !FileManager.default.isReadableFile(atPath: folder.path + "/a.jpg")
    #expect(
      try codes(folder.intake()) == ["a.jpg": isRefused ? .fileUnreadable : nil, "b.jpg": nil])
  }
}
