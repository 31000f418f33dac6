package import Native

/// The child's side: sources in, extractions out, until the parent closes the pipe.
package struct WorkerServer {
  let limits: ProcessLimits

  package init(limits: ProcessLimits) { self.limits = limits }

  /// Limits this process, makes the reader and serves until the end of the input.
  /// - Parameter makeReader: loads models; its error becomes the parent's message.
  /// - Returns: the exit status.
  package func run(makeReader: () throws -> any SourceReader) -> Int32 {
    do {
      let channel = try WorkerChannel()
      let reader: any SourceReader
      do {
        try limits.apply()
        reader = try makeReader()
      } catch {
        try channel.write(
          WorkerMessage.encoded(WorkerAnswer.cannotStart(reason: StartFailure.words(for: error))))
        return 2
      }
      try channel.write(WorkerMessage.encoded(WorkerAnswer.ready))
      while true { try answerOne(on: channel, with: reader) }
    } catch {
      // The parent is gone or has no more for us.
      return 0
    }
  }

  private func answerOne(on channel: borrowing WorkerChannel, with reader: any SourceReader) throws
  {
    let request: SourceRequest = try WorkerMessage.decoded(try frame(from: channel))
    let bytes = try frame(from: channel)
    try limits.startSource()
    let extraction = reader.extraction(of: bytes, file: request.file)
    try channel.write(
      WorkerMessage.encoded(
        WorkerAnswer.extraction(
          number: request.number, extraction, isSpent: reader.isSpent)))
  }

  func frame(from channel: borrowing WorkerChannel) throws -> [UInt8] {
    let length = Frame.length(try channel.read(count: Frame.prefixLength))
    guard length <= Frame.longest else { throw FrameBuffer.Garbled() }
    return try channel.read(count: length)
  }
}
