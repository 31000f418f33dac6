internal import Ingest

extension ArchiveListing: WireValue {
  func write(to wire: inout WireWriter) { wire.write(members, obstacle) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(members: try wire.read(), obstacle: try wire.read())
  }
}

extension ArchiveListing.Member: WireValue {
  func write(to wire: inout WireWriter) { wire.write(path, digest, size, obstacle) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      path: try wire.read(), digest: try wire.read(), size: try wire.read(),
      obstacle: try wire.read())
  }
}

extension RosterTable: WireValue {
  func write(to wire: inout WireWriter) { wire.write(rows, isSpreadsheet) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(rows: try wire.read(), isSpreadsheet: try wire.read())
  }
}

extension RosterTable.Row: WireValue {
  func write(to wire: inout WireWriter) { wire.write(number, cells) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(number: try wire.read(), cells: try wire.read())
  }
}
