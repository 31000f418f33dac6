internal import Model

extension Waiver: WireValue {
  func write(to wire: inout WireWriter) {
    let keys = facts.keys.sorted()
    wire.write(rule, verdict, keys, keys.map { facts[$0, default: []] }, reason)
    wire.write(owner, granted, expires, file, position, submissions)
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    let (rule, verdict): (String, Verdict) = (try wire.read(), try wire.read())
    let (keys, values): ([String], [[String]]) = (try wire.read(), try wire.read())
    guard Set(keys).count == keys.count, keys.count == values.count else {
      throw WireReader.Malformed()
    }
    self.init(
      rule: rule, verdict: verdict, facts: Dictionary(uniqueKeysWithValues: zip(keys, values)),
      reason: try wire.read(), owner: try wire.read(), granted: try wire.read(),
      expires: try wire.read(), file: try wire.read(), position: try wire.read())
    submissions = try wire.read()
  }
}

extension Verdict: WireValue {}
extension Severity: WireValue {}

extension CalendarDate: WireValue {
  func write(to wire: inout WireWriter) { wire.write(iso) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    guard let date = CalendarDate(iso: try wire.read()) else { throw WireReader.Malformed() }
    self = date
  }
}

extension Confirmation: WireValue {
  func write(to wire: inout WireWriter) {
    wire.write(fact, value, file, digest, page, confirmer, source, position)
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      fact: try wire.read(), value: try wire.read(), file: try wire.read(),
      digest: try wire.read(), page: try wire.read(), confirmer: try wire.read(),
      source: try wire.read(), position: try wire.read())
  }
}

extension Confirmation.Written: WireValue {
  func write(to wire: inout WireWriter) {
    switch self {
    case .null: wire.append(byte: 0)
    case .text(let text):
      wire.append(byte: 1)
      wire.write(text)
    case .list(let texts):
      wire.append(byte: 2)
      wire.write(texts)
    }
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    switch try wire.byte() {
    case 0: self = .null
    case 1: self = .text(try wire.read())
    case 2: self = .list(try wire.read())
    default: throw WireReader.Malformed()
    }
  }
}

extension Confirmer: WireValue {
  func write(to wire: inout WireWriter) { wire.write(by, on, note) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(by: try wire.read(), on: try wire.read(), note: try wire.read())
  }
}
