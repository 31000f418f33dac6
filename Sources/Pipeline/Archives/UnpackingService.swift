internal import Ingest
internal import Model
internal import Native
internal import Tables

/// A worker that unpacks archives and reads workbooks.
struct UnpackingService: WorkerService {
  /// A file of an archive is one piece.
  static let longestAnswer = 256 << 20

  /// What is wanted of the bytes.
  enum Subject: String, WireValue {
    /// What is in an archive, each file with its bytes.
    case contents
    /// The rows of a workbook's first sheet.
    case table
  }

  typealias Request = FileRequest<Subject>

  /// What is said of an archive, piece by piece, or of a workbook.
  enum Answer: WireValue {
    /// A file with its bytes.
    case member(ArchiveListing.Member, [UInt8])
    /// There is no more; `isArchive` is false for bytes that are none.
    case end(isArchive: Bool, obstacle: Notice?)
    case table(RosterTable)
    /// There is no table to read.
    case noTable(reason: LocalizedText)

    func write(to wire: inout WireWriter) {
      switch self {
      case .member(let member, let contents):
        wire.append(byte: 0)
        wire.write(member)
        wire.append(contents: contents)
      case .end(let isArchive, let obstacle):
        wire.append(byte: 1)
        wire.write(isArchive, obstacle)
      case .table(let table):
        wire.append(byte: 2)
        wire.write(table)
      case .noTable(let reason):
        wire.append(byte: 3)
        wire.write(reason)
      }
    }

    init(from wire: inout WireReader) throws(WireReader.Malformed) {
      switch try wire.byte() {
      case 0: self = .member(try wire.read(), try wire.contents())
      case 1: self = .end(isArchive: try wire.read(), obstacle: try wire.read())
      case 2: self = .table(try wire.read())
      case 3: self = .noTable(reason: try wire.read())
      default: throw WireReader.Malformed()
      }
    }
  }

  func answer(_ request: Request, _ send: (Answer) throws -> Void) throws {
    if request.subject == .table { return try send(Self.table(in: request.bytes)) }
    guard ArchiveUnpacking.isArchive(request.bytes) else {
      return try send(.end(isArchive: false, obstacle: nil))
    }
    var failure: (any Error)?
    let obstacle = ArchiveUnpacking.unpack(request.bytes) { member, contents in
      guard failure == nil else { return }
      do { try send(.member(member, contents)) } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    try send(.end(isArchive: true, obstacle: obstacle))
  }

  private static func table(in bytes: [UInt8]) -> Answer {
    do throws(Workbook.Refusal) {
      let sheets = try Workbook(bytes).sheets
      let first = sheets.first { !$0.rows.isEmpty } ?? sheets[0]
      return .table(RosterTable(first, isSpreadsheet: true))
    } catch {
      return .noTable(
        reason: LocalizedText("表格损坏或不完整（\(error)）", "the workbook is damaged (\(error))"))
    }
  }
}

extension WorkerServer {
  /// Unpacks archives until the end of the input.
  ///
  /// - Returns: The exit status.
  package func unpackArchives() -> Int32 { serve { UnpackingService() } }
}
