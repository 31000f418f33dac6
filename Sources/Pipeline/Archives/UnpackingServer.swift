internal import Ingest
internal import Native

extension WorkerServer {
  /// Limits this process and unpacks archives until the end of the input.
  /// - Returns: the exit status.
  package func unpackArchives() -> Int32 {
    do {
      let channel = try WorkerChannel()
      try limits.apply()
      while true {
        let request: UnpackingRequest = try WorkerMessage.decoded(try frame(from: channel))
        let bytes = try frame(from: channel)
        try limits.startSource()
        try answer(request, about: bytes, on: channel)
      }
    } catch {
      // The parent is gone or has no more for us.
      return 0
    }
  }

  private func answer(
    _ request: UnpackingRequest, about bytes: [UInt8], on channel: borrowing WorkerChannel
  ) throws {
    guard ArchiveUnpacking.isArchive(bytes) else {
      try channel.write(
        WorkerMessage.encoded(UnpackingAnswer.end(isArchive: false, obstacle: nil)))
      return
    }
    var failure: (any Error)?
    let obstacle = ArchiveUnpacking.unpack(bytes) { member, contents in
      guard failure == nil else { return }
      do {
        let message = try WorkerMessage.encoded(UnpackingAnswer.member(member))
        try channel.write(request.wantsContents ? message + Frame.encoded(contents) : message)
      } catch { failure = error }
    }
    if let failure { throw failure }
    try channel.write(
      WorkerMessage.encoded(UnpackingAnswer.end(isArchive: true, obstacle: obstacle)))
  }
}
