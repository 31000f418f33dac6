internal import Ingest
internal import Model
internal import Native
internal import Tables

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
    if case .table = request {
      try channel.write(WorkerMessage.encoded(Self.table(in: bytes)))
      return
    }
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
        switch request {
        case .list, .table: try channel.write(message)
        case .contents: try channel.write(message + Frame.encoded(contents))
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    try channel.write(
      WorkerMessage.encoded(UnpackingAnswer.end(isArchive: true, obstacle: obstacle)))
  }

  private static func table(in bytes: [UInt8]) -> UnpackingAnswer {
    do throws(Workbook.Refusal) {
      let sheets = try Workbook(bytes).sheets
      let first = sheets.first { !$0.rows.isEmpty } ?? sheets[0]
      return .table(RosterTable(first, isSpreadsheet: true))
    } catch {
      return .noTable(
        reason: LocalizedText(
          chinese: "表格损坏或不完整（\(error)）", english: "the workbook is damaged (\(error))"))
    }
  }
}
