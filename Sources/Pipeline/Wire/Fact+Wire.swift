internal import Model

extension Fact: WireValue {
  func write(to wire: inout WireWriter) { wire.write(key, value, confidence, evidence) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      key: try wire.read(), value: try wire.read(), confidence: try wire.read(),
      evidence: try wire.read())
  }
}

extension Value: WireValue {
  func write(to wire: inout WireWriter) {
    switch self {
    case .null: wire.append(byte: 0)
    case .bool(let flag):
      wire.append(byte: 1)
      wire.write(flag)
    case .int(let number):
      wire.append(byte: 2)
      wire.write(number)
    case .double(let number):
      wire.append(byte: 3)
      wire.write(number)
    case .string(let text):
      wire.append(byte: 4)
      wire.write(text)
    case .date(let date):
      wire.append(byte: 5)
      wire.write(date)
    case .list(let values):
      wire.append(byte: 6)
      wire.write(values)
    }
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    switch try wire.byte() {
    case 0: self = .null
    case 1: self = .bool(try wire.read())
    case 2: self = .int(try wire.read())
    case 3: self = .double(try wire.read())
    case 4: self = .string(try wire.read())
    case 5: self = .date(try wire.read())
    case 6: self = .list(try wire.nested())
    default: throw WireReader.Malformed()
    }
  }
}

extension Evidence: WireValue {
  func write(to wire: inout WireWriter) {
    wire.append(name: file)
    wire.write(page, box, method, raw, position, lattices)
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      file: try wire.name(), page: try wire.read(), box: try wire.read(), method: try wire.read(),
      raw: try wire.read(), position: try wire.read(), lattices: try wire.read())
  }
}

extension EvidenceMethod: WireValue {}

extension TextPosition: WireValue {
  func write(to wire: inout WireWriter) { wire.write(line, column) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(line: try wire.read(), column: try wire.read())
  }
}

extension Lattice: WireValue {
  func write(to wire: inout WireWriter) { wire.write(frames) }
  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(frames: try wire.read())
  }
}

extension Lattice.Choice: WireValue {
  func write(to wire: inout WireWriter) { wire.write(symbol, probability) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(symbol: try wire.read(), probability: try wire.read())
  }
}

extension Quad: WireValue {
  func write(to wire: inout WireWriter) { wire.write(topLeft, topRight, bottomRight, bottomLeft) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      topLeft: try wire.read(), topRight: try wire.read(), bottomRight: try wire.read(),
      bottomLeft: try wire.read())
  }
}

extension Point: WireValue {
  func write(to wire: inout WireWriter) { wire.write(x, y) }
  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(x: try wire.read(), y: try wire.read())
  }
}
