internal import Model

extension Document: WireValue {
  func write(to wire: inout WireWriter) {
    wire.write(
      kind, confidence, pages, rotationDegrees, isReadWhole, facts, picture, hierarchy)
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      kind: try wire.read(), confidence: try wire.read(), pages: try wire.read(),
      rotationDegrees: try wire.read(), isReadWhole: try wire.read(), facts: try wire.read(),
      picture: try wire.read(), hierarchy: try wire.read())
  }
}

extension MaterialKind: WireValue {}

extension DocumentPicture: WireValue {
  func write(to wire: inout WireWriter) { wire.write(width, height, jpeg) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(width: try wire.side(), height: try wire.side(), jpeg: try wire.jpeg())
  }
}

extension Hierarchy: WireValue {
  func write(to wire: inout WireWriter) { wire.write(nodes, defects) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(nodes: try wire.read(), defects: try wire.read())
    for (index, node) in nodes.enumerated() {
      // Parents come first: whoever walks the tree relies on it.
      if let parent = node.parent, !(0..<index).contains(parent) { throw WireReader.Malformed() }
    }
  }
}

extension Hierarchy.Node: WireValue {
  func write(to wire: inout WireWriter) {
    wire.write(name, kind, title, person, parent, confidence, place)
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      name: try wire.read(), kind: try wire.read(), title: try wire.read(),
      person: try wire.read(), parent: try wire.read(), confidence: try wire.read(),
      place: try wire.read())
  }
}

extension Hierarchy.Kind: WireValue {}

extension Hierarchy.Place: WireValue {
  func write(to wire: inout WireWriter) { wire.write(page, shape, row, box) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      page: try wire.read(), shape: try wire.read(), row: try wire.read(), box: try wire.read())
  }
}

extension HierarchyDefect: WireValue {
  func write(to wire: inout WireWriter) { wire.write(kind, names) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(try wire.read(), try wire.read())
  }
}

extension HierarchyDefect.Kind: WireValue {}
