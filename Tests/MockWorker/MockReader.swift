internal import Foundation
internal import Model
internal import Native
internal import Pipeline

/// Stands in for the reader in tests of the pool: the source's text says how to misbehave.
final class MockReader: SourceReader {
  private var isFresh = true
  private(set) var needsReplacement = false

  /// What a source may ask for.
  enum Behaviour: Equatable {
    case answer
    /// Answers and says that it is unfit for more.
    case spend
    case hang
    case crash
    /// Crashes unless it is the worker's first source.
    case crashWhenTired
    case exit(status: Int32)
    case eatMemory
    case burnProcessorTime
    case garble
    /// Answers as if it had read another file.
    case forge
    /// Is ended by somebody, unless there is a file of that name, which it makes.
    case dieOnce(path: String)
    case answerLater(milliseconds: Int)
    /// A long answer, of that many notices.
    case answerAtLength(notices: Int)

    init?(_ text: String) {
      let words = text.split(whereSeparator: \.isWhitespace)
      let number = words.count > 1 ? Int(words[1]) : nil
      if words.first == "die-once", words.count > 1 {
        self = .dieOnce(path: String(words[1]))
        return
      }
      switch (words.first, number) {
      case ("ok", _): self = .answer
      case ("spend", _): self = .spend
      case ("hang", _): self = .hang
      case ("crash", _): self = .crash
      case ("tired", _): self = .crashWhenTired
      case ("exit", let number?): self = .exit(status: Int32(clamping: number))
      case ("eat-memory", _): self = .eatMemory
      case ("burn", _): self = .burnProcessorTime
      case ("garbage", _): self = .garble
      case ("forge", _): self = .forge
      case ("slow", let number?): self = .answerLater(milliseconds: number)
      case ("long", let number?): self = .answerAtLength(notices: number)
      default: return nil
      }
    }
  }

  func extraction(of bytes: [UInt8], file: String) -> Extraction {
    defer { isFresh = false }
    var answer = Extraction(
      file: file, mediaType: .text, digest: SHA256.hex(of: bytes))
    // Only the start is a command: the rest may be padding, to fill the pipe.
    switch Behaviour(String(decoding: bytes.prefix(256), as: UTF8.self)) {
    case .answer:
      break
    case .spend:
      needsReplacement = true
    case .hang:
      while true { Thread.sleep(forTimeInterval: 1) }
    case .crash:
      Self.crash()
    case .crashWhenTired:
      if !isFresh { Self.crash() }
    case .exit(let status):
      Foundation.exit(status)
    case .eatMemory:
      Self.allocateForever()
    case .burnProcessorTime:
      Self.computeForever()
    case .garble:
      Self.writeGarbage()
    case .forge:
      answer.digest = SHA256.hex(of: "another")
    case .dieOnce(let path):
      Self.dieOnce(path)
    case .answerLater(let milliseconds):
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
    case .answerAtLength(let count):
      answer.notices = (0..<count).map {
        Notice(file: file, page: $0 % 1000, stage: .extract, code: .kindUnknown)
      }
    case nil:
      answer.notices = [
        Notice(file: file, stage: .extract, code: .mediaTypeUnsupported, details: ["found": "text"])
      ]
    }
    return answer
  }
}

extension MockReader {
  private static func crash() {
    let nothing: [Int] = []
    print(nothing[ProcessInfo.processInfo.activeProcessorCount])
  }

  private static func dieOnce(_ path: String) {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    kill(getpid(), SIGKILL)
  }

  private static func allocateForever() {
    var pieces: [[UInt8]] = []
    while true { pieces.append([UInt8](repeating: UInt8(pieces.count & 0x7F), count: 64 << 20)) }
  }

  private static func computeForever() {
    var state: UInt64 = 1
    while state != 0 { state = state &* 6_364_136_223_846_793_005 | 1 }
  }

  /// The answers' pipe is the first descriptor after the standard ones (`WorkerChannel`).
  private static func writeGarbage() {
    FileHandle(fileDescriptor: 3).write(Data("this is no frame".utf8))
  }
}
