internal import Model

extension ByteWriter {
  mutating func write(_ names: NameEvidence, of file: String) {
    write(names.pages) { $0.write($1) }
    write(names.isWhole)
    write(names.statements) { writer, statement in
      writer.write(statement.kind.rawValue)
      writer.write(statement.name)
      writer.write(statement.type)
      writer.write(statement.fields) { $0.write($1) }
      writer.write(statement.evidence, of: file)
      writer.write(statement.capturedAt) { $0.write($1) }
      writer.write(statement.confidence)
    }
  }
}

extension ByteReader {
  mutating func names(of file: String) throws(Garbled) -> NameEvidence {
    let pages = try list { reader throws(Garbled) in try reader.int() }
    let isWhole = try flag()
    let statements = try list { reader throws(Garbled) in
      NameStatement(
        kind: try reader.raw(NameStatement.Kind.self), name: try reader.text(),
        type: try reader.text(),
        fields: try reader.list { reader throws(Garbled) in try reader.text() },
        evidence: try reader.evidence(of: file),
        capturedAt: try reader.optional { reader throws(Garbled) in try reader.int() },
        confidence: try reader.double())
    }
    return NameEvidence(pages: pages, statements: statements, isWhole: isWhole)
  }
}
