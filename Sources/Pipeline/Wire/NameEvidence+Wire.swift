internal import Model

extension NameEvidence: WireValue {
  func write(to wire: inout WireWriter) { wire.write(pages, statements, isWhole) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      pages: try wire.read(), statements: try wire.read(), isWhole: try wire.read())
  }
}

extension NameStatement: WireValue {
  func write(to wire: inout WireWriter) {
    wire.write(kind, name, type, fields, evidence, capturedAt, confidence)
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      kind: try wire.read(), name: try wire.read(), type: try wire.read(),
      fields: try wire.read(), evidence: try wire.read(), capturedAt: try wire.read(),
      confidence: try wire.read())
  }
}

extension NameStatement.Kind: WireValue {}
