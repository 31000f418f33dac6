internal import Model

/// One kind of worker: what it is asked, what it answers, and how.
protocol WorkerService {
  associatedtype Request: WireValue
  associatedtype Answer: WireValue

  /// How many bytes a piece of an answer may have; beyond that it is none.
  static var longestAnswer: Int { get }

  /// Answers one request; an error ends the worker.
  ///
  /// - Parameter send: Takes each piece of the answer, at least one.
  func answer(_ request: Request, _ send: (Answer) throws -> Void) throws
}

/// A request about a file's bytes.
struct FileRequest<Subject: WireValue>: WireValue {
  /// What is wanted of it.
  let subject: Subject
  let bytes: [UInt8]

  init(_ subject: Subject, of bytes: [UInt8]) {
    self.subject = subject
    self.bytes = bytes
  }

  func write(to wire: inout WireWriter) {
    wire.write(subject)
    wire.append(contents: bytes)
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(try wire.read(), of: try wire.contents())
  }
}

/// The first word of every worker.
enum WorkerStart: WireValue {
  /// What it needs is loaded.
  case ready
  /// The worker cannot work at all: the reason, for the terminal.
  case cannotStart(reason: LocalizedText)

  func write(to wire: inout WireWriter) {
    switch self {
    case .ready: wire.write(true)
    case .cannotStart(let reason): wire.write(false, reason)
    }
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self = try wire.read() ? .ready : .cannotStart(reason: try wire.read())
  }
}

/// An error that says in words why a worker cannot work at all.
protocol WorkerObstacle: Error {
  var words: LocalizedText { get }
}

extension LocalizedText: WireValue {
  func write(to wire: inout WireWriter) { wire.write(chinese, english) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(try wire.read(), try wire.read())
  }
}
