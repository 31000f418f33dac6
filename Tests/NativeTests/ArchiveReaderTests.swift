import Specimens
import Testing

@testable import Native

@Suite struct ArchiveReaderTests {
  private func entries(
    _ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()
  ) -> (entries: [ArchiveEntry], refusal: ArchiveRefusal?) {
    var entries: [ArchiveEntry] = []
    do throws(ArchiveRefusal) {
      try ArchiveReader.read(bytes, limits: limits) { entries.append($0) }
      return (entries, nil)
    } catch {
      return (entries, error)
    }
  }

  private func texts(_ entries: [ArchiveEntry]) -> [String: String] {
    var texts: [String: String] = [:]
    for entry in entries {
      if case .success(let bytes) = entry.contents {
        texts[entry.path] = String(decoding: bytes, as: UTF8.self)
      }
    }
    return texts
  }

  @Test(arguments: [
    (ArchiveSpecimens.sevenZip, ["甲公司/公章.txt": "seal", "甲公司/declared.yaml": "company: {}\n"]),
    (ArchiveSpecimens.gbkZip, ["营业执照.jpg": "picture", "公章.txt": "seal"]),
    (ArchiveSpecimens.rar5, ["盖章/函.txt": "hello rar"]),
    (ArchiveSpecimens.tarXZ, ["好/文件.txt": "good", "后/b.txt": "last"]),
    (ArchiveSpecimens.encryptedZip, ["open.txt": "open"]),
  ])
  func everyFormatGivesNamesAndBytes(bytes: [UInt8], expected: [String: String]) {
    let (entries, refusal) = entries(bytes)
    #expect(refusal == nil)
    #expect(texts(entries) == expected)
    #expect(entries.allSatisfy { !$0.isNameGarbled })
  }

  @Test func whatMustNotBeUnpackedIsNamedWithItsFault() {
    var faults: [String: ArchiveEntryFault] = [:]
    for entry in entries(ArchiveSpecimens.tarXZ).entries {
      if case .failure(let fault) = entry.contents { faults[entry.path] = fault }
    }
    #expect(
      faults == [
        "../out.txt": .unsafeName, "etc/passwd": .unsafeName, "link": .link,
        "pipe": .notRegular, "hard": .link, "C:/win/x.txt": .unsafeName,
        String(repeating: "a/", count: 20) + "deep.txt": .tooDeep(limit: 16),
      ])
  }

  @Test func anEncryptedEntryIsAFaultAndTheOthersAreRead() {
    let secret = entries(ArchiveSpecimens.encryptedZip).entries.first { $0.path == "secret.txt" }
    #expect(secret?.contents == .failure(.encrypted))
  }

  @Test(arguments: [
    (ArchiveLimits(entries: 2), ArchiveRefusal.tooManyEntries(limit: 2), 2),
    (ArchiveLimits(totalSize: 4_000_000), .tooMuchData(limit: 4_000_000), 1),
    (ArchiveLimits(freeSize: 1 << 20), .ratioTooHigh(limit: 200), 0),
  ])
  func bombsAreStopped(limits: ArchiveLimits, expected: ArchiveRefusal, good: Int) {
    let (entries, refusal) = entries(ArchiveSpecimens.bomb, limits: limits)
    #expect(refusal == expected)
    #expect(entries.count == good)
  }

  @Test func anEntryBeyondItsLimitIsAFaultOfItsOwn() {
    let (entries, refusal) = entries(
      ArchiveSpecimens.bomb, limits: ArchiveLimits(entrySize: 2_000_000))
    #expect(refusal == nil && entries.count == 3)
    #expect(entries.allSatisfy { $0.contents == .failure(.tooLarge(limit: 2_000_000)) })
  }

  @Test func unwantedEntriesAreNotUnpacked() throws {
    let files = try ArchiveReader.files(
      in: ArchiveSpecimens.bomb, limits: ArchiveLimits(totalSize: 3_000_000)
    ) { $0 == "zeros2" }
    #expect(files.keys.sorted() == ["zeros2"])
  }

  @Test(arguments: ["", "hello, this is text", "PK\u{3}\u{4}"])
  func foreignBytesAreRefused(text: String) {
    let (entries, refusal) = entries(Array(text.utf8))
    #expect(entries.isEmpty && refusal != nil)
  }

  @Test(arguments: [
    ArchiveSpecimens.sevenZip, ArchiveSpecimens.gbkZip, ArchiveSpecimens.rar5,
    ArchiveSpecimens.tarXZ, ArchiveSpecimens.encryptedZip,
  ])
  func mutatedBytesNeverCrash(bytes: [UInt8]) {
    var dice = Dice(seed: 11, stream: 0)
    let limits = ArchiveLimits(entries: 50, entrySize: 1 << 20, totalSize: 4 << 20)
    for _ in 0..<150 {
      let (entries, _) = entries(dice.mutated(bytes), limits: limits)
      #expect(entries.count <= 50)
    }
  }

  @Test(arguments: [([0xC9, 0xA2], "散"), ([0xE5, 0x85, 0xAC], "公"), ([0xC9], "\\xC9")])
  func shortNamesAreChineseWhereTheyCanBe(raw: [UInt8], path: String) {
    #expect(ArchiveName(raw, number: 1).path == path)
  }

  @Test func namesThatAreNoTextAreSpelled() {
    let name = ArchiveName([0x61, 0xFF, 0xFF], number: 3)
    #expect(name.isGarbled && name.path == "a\\xFF\\xFF")
    #expect(ArchiveName([], number: 3).path == "entry-3")
    #expect(ArchiveName(Array("a\\..\\b".utf8), number: 1).fault(ArchiveLimits()) == .unsafeName)
  }
}
