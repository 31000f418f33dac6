internal import Model

extension ByteWriter {
  mutating func write(_ facts: [Fact], of file: String) {
    write(facts) { writer, fact in
      writer.write(fact.key)
      writer.write(fact.value)
      writer.write(fact.confidence)
      writer.write(fact.evidence) { $0.write($1, of: file) }
    }
  }

  mutating func write(_ evidence: Evidence, of file: String) {
    write(name: evidence.file, in: file)
    write(evidence.page) { $0.write($1) }
    write(evidence.box) { $0.write($1) }
    write(evidence.method.rawValue)
    write(evidence.raw) { $0.write($1) }
    write(evidence.position) { writer, position in
      writer.write(position.line)
      writer.write(position.column)
    }
    write(evidence.lattices) { writer, lattices in
      writer.write(lattices) { $0.write($1) }
    }
  }

  private mutating func write(_ lattice: Lattice) {
    write(lattice.frames) { writer, choices in
      writer.write(choices) { writer, choice in
        writer.write(choice.symbol)
        writer.write(choice.probability)
      }
    }
  }

  private mutating func write(_ value: Value) {
    switch value {
    case .null: write(UInt8(0))
    case .bool(let flag):
      write(UInt8(1))
      write(flag)
    case .int(let number):
      write(UInt8(2))
      write(number)
    case .double(let number):
      write(UInt8(3))
      write(number)
    case .string(let text):
      write(UInt8(4))
      write(text)
    case .date(let date):
      write(UInt8(5))
      write(date.iso)
    case .list(let values):
      write(UInt8(6))
      write(values) { $0.write($1) }
    }
  }
}

extension ByteReader {
  mutating func facts(of file: String) throws(Garbled) -> [Fact] {
    try list { reader throws(Garbled) in
      Fact(
        key: try reader.text(), value: try reader.value(depth: 0),
        confidence: try reader.double(),
        evidence: try reader.list { reader throws(Garbled) in try reader.evidence(of: file) })
    }
  }

  mutating func evidence(of file: String) throws(Garbled) -> Evidence {
    Evidence(
      file: try name(in: file),
      page: try optional { reader throws(Garbled) in try reader.int() },
      box: try optional { reader throws(Garbled) in try reader.quad() },
      method: try raw(EvidenceMethod.self),
      raw: try optional { reader throws(Garbled) in try reader.text() },
      position: try optional { reader throws(Garbled) in
        TextPosition(line: try reader.int(), column: try reader.int())
      },
      lattices: try optional { reader throws(Garbled) in
        try reader.list { reader throws(Garbled) in try reader.lattice() }
      })
  }

  mutating func quad() throws(Garbled) -> Quad {
    Quad(
      topLeft: try point(), topRight: try point(), bottomRight: try point(),
      bottomLeft: try point())
  }

  private mutating func point() throws(Garbled) -> Point {
    Point(x: try double(), y: try double())
  }

  private mutating func lattice() throws(Garbled) -> Lattice {
    Lattice(
      frames: try list { reader throws(Garbled) in
        try reader.list { reader throws(Garbled) in
          Lattice.Choice(symbol: try reader.text(), probability: try reader.float())
        }
      })
  }

  private mutating func value(depth: Int) throws(Garbled) -> Value {
    guard depth < 8 else { throw Garbled() }
    switch try byte() {
    case 0: return .null
    case 1: return .bool(try flag())
    case 2: return .int(try int())
    case 3: return .double(try double())
    case 4: return .string(try text())
    case 5:
      guard let date = CalendarDate(iso: try text()) else { throw Garbled() }
      return .date(date)
    case 6:
      return .list(try list { reader throws(Garbled) in try reader.value(depth: depth + 1) })
    default: throw Garbled()
    }
  }
}

extension ByteWriter {
  mutating func write(_ box: Quad) {
    for corner in box.corners {
      write(corner.x)
      write(corner.y)
    }
  }
}
