internal import Model

extension PageDrawing: WireValue {
  func write(to wire: inout WireWriter) { wire.write(digest, page, covered) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(digest: try wire.read(), page: try wire.read(), covered: try wire.read())
  }
}

extension DrawnPage: WireValue {
  func write(to wire: inout WireWriter) { wire.write(width, height, jpeg) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(width: try wire.side(), height: try wire.side(), jpeg: try wire.jpeg())
  }
}
