internal import Model

extension ByteWriter {
  mutating func write(_ hierarchy: Hierarchy) {
    write(hierarchy.nodes) { writer, node in
      writer.write(node.name)
      writer.write(node.kind.rawValue)
      writer.write(node.title) { $0.write($1) }
      writer.write(node.person) { $0.write($1) }
      writer.write(node.parent) { $0.write($1) }
      writer.write(node.confidence)
      writer.write(node.place.page) { $0.write($1) }
      writer.write(node.place.shape) { $0.write($1) }
      writer.write(node.place.row) { $0.write($1) }
      writer.write(node.place.box) { $0.write($1) }
    }
    write(hierarchy.defects) { writer, defect in
      writer.write(defect.kind.rawValue)
      writer.write(defect.names) { $0.write($1) }
    }
  }
}

extension ByteReader {
  mutating func hierarchy() throws(Garbled) -> Hierarchy {
    var hierarchy = Hierarchy(nodes: [])
    for index in 0..<(try length()) {
      let node = try node()
      // Parents come first: whoever walks the tree relies on it.
      if let parent = node.parent, !(0..<index).contains(parent) { throw Garbled() }
      hierarchy.nodes.append(node)
    }
    hierarchy.defects = try list { reader throws(Garbled) in
      HierarchyDefect(
        try reader.raw(HierarchyDefect.Kind.self),
        try reader.list { reader throws(Garbled) in try reader.text() })
    }
    return hierarchy
  }

  private mutating func node() throws(Garbled) -> Hierarchy.Node {
    Hierarchy.Node(
      name: try text(), kind: try raw(Hierarchy.Kind.self),
      title: try optional { reader throws(Garbled) in try reader.text() },
      person: try optional { reader throws(Garbled) in try reader.text() },
      parent: try optional { reader throws(Garbled) in try reader.int() },
      confidence: try double(),
      place: Hierarchy.Place(
        page: try optional { reader throws(Garbled) in try reader.int() },
        shape: try optional { reader throws(Garbled) in try reader.text() },
        row: try optional { reader throws(Garbled) in try reader.int() },
        box: try optional { reader throws(Garbled) in try reader.quad() }))
  }
}
