internal import MailDNS

extension LookupSettings: WireValue {
  func write(to wire: inout WireWriter) { wire.write(servers, timeoutMilliseconds, tries, seconds) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      servers: try wire.read(), timeoutMilliseconds: try wire.read(), tries: try wire.read(),
      seconds: try wire.read())
  }
}

extension DomainName: WireValue {
  func write(to wire: inout WireWriter) { wire.write(description) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    let text: String = try wire.read()
    do throws(DomainNameFault) { self = try DomainName(text) } catch {
      throw WireReader.Malformed()
    }
  }
}

extension DNSQuestion: WireValue {
  func write(to wire: inout WireWriter) { wire.write(name, type.name) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(try wire.read(), RecordType(name: try wire.read()))
  }
}

extension LiveAnswer: WireValue {
  func write(to wire: inout WireWriter) { wire.write(question, records, absence, failure) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(
      try wire.read(), records: try wire.read(), absence: try wire.read(),
      failure: try wire.read())
  }
}

extension DNSFailure: WireValue {}

extension LiveAnswer.Absence: WireValue {
  func write(to wire: inout WireWriter) { wire.write(kind == .noName, name) }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    self.init(kind: try wire.read() ? .noName : .noData, name: try wire.read())
  }
}

extension DNSMessage.Record: WireValue {
  func write(to wire: inout WireWriter) {
    wire.write(owner, timeToLive, data.type.name, data.fieldTexts)
  }

  init(from wire: inout WireReader) throws(WireReader.Malformed) {
    let owner: DomainName = try wire.read()
    let timeToLive: Int = try wire.read()
    guard let data = RecordData(RecordType(name: try wire.read()), fieldTexts: try wire.read())
    else { throw WireReader.Malformed() }
    self.init(owner: owner, timeToLive: timeToLive, data: data)
  }
}
