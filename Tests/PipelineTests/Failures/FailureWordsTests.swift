import Foundation
import Model
import Native
import Testing

@testable import Pipeline

/// What Foundation and the system say of a file comes to words, in both languages.
@Suite struct FailureWordsTests {
  @Test(arguments: [
    ("missing/file", "不存在", "No such file or directory"), ("", "", "it cannot be read or written"),
    ("plain/file", "路径中有一段不是目录", "it cannot be read or written"),
  ])
  func whatFoundationThrowsHasAReason(name: String, chinese: String, english: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "plain")
    let error = #expect(throws: (any Error).self) {
      try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
    }
    let cause = FailureWords.cause(of: try #require(error))
    // Which of them it knows depends on the version of Foundation.
    #expect([chinese, "不存在", "无法读取或写入", "是目录，不是文件"].contains(cause?.reason.chinese))
    #expect(
      [english, "Not a directory", "No such file or directory", "Is a directory"]
        .contains(cause?.reason.english))
  }

  @Test(arguments: [
    (FileFailure.missing, "不存在"), (.notPermitted, "无权限"), (.notRegular(.folder), "是目录，不是文件"),
    (.tooLarge(size: 7), "过大（7 字节）"), (.system(code: 28), "磁盘已满"),
  ])
  func whatOurOwnCallsThrowHasAReason(failure: FileFailure, chinese: String) {
    #expect(FailureWords.cause(of: failure)?.reason.chinese == chinese)
  }

  @Test func theSystemsWordsAreKnownAgain() {
    #expect(FailureWords.words(for: "No space left on device").chinese == "磁盘已满")
    #expect(FailureWords.words(for: "something else").chinese == "something else")
  }

  @Test func whatComesFromNoCallHasNone() {
    struct Odd: Error {}
    #expect(FailureWords.cause(of: Odd()) == nil)
  }
}
