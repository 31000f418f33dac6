/// Why the text of a record is not data of its type.
package enum RecordDataFault: Error, Hashable, Sendable {
  /// Fewer or more fields than the type has.
  case fieldCount
  /// Not an address, number or name where there must be one; the field as it stood.
  case badField(String)
}

extension RecordData {
  /// Data from its fields as in a zone file, `dig` or `host`.
  ///
  /// - Parameter origin: what names without a final dot are below; `nil` where all names are whole.
  package init(
    _ type: RecordType, _ fields: [RecordField], origin: DomainName? = nil
  ) throws(RecordDataFault) {
    let reader = FieldReader(fields: fields, origin: origin)
    switch type {
    case .a:
      try reader.expect(1)
      guard let address = IPv4Address(fields[0].text) else { throw .badField(fields[0].text) }
      self = .a(address)
    case .aaaa:
      try reader.expect(1)
      guard let address = IPv6Address(fields[0].text) else { throw .badField(fields[0].text) }
      self = .aaaa(address)
    case .cname: self = .cname(try reader.onlyName())
    case .ns: self = .ns(try reader.onlyName())
    case .ptr: self = .ptr(try reader.onlyName())
    case .mx:
      try reader.expect(2)
      self = .mx(
        MailExchange(preference: try reader.number(0), host: try reader.name(1)))
    case .txt:
      guard !fields.isEmpty else { throw .fieldCount }
      var strings: [String] = []
      for field in fields { strings.append(try reader.string(field)) }
      self = .txt(strings)
    case .soa:
      guard (3...7).contains(fields.count) else { throw .fieldCount }
      self = .soa(
        StartOfAuthority(
          primary: try reader.name(0), contact: try reader.name(1),
          serial: try reader.number(2, atMost: 0xFFFF_FFFF),
          minimum: fields.count == 7
            ? DecimalNumber.value(of: fields[6].text.utf8, atMost: 0x7FFF_FFFF) : nil))
    case .srv:
      try reader.expect(4)
      self = .srv(
        ServiceLocation(
          priority: try reader.number(0), weight: try reader.number(1),
          port: try reader.number(2), target: try reader.name(3)))
    case .caa:
      try reader.expect(3)
      self = .caa(
        CertificationAuthorization(
          flags: try reader.number(0, atMost: 255), tag: fields[1].text.lowercased(),
          value: try reader.string(fields[2])))
    case .tlsa:
      guard fields.count >= 4 else { throw .fieldCount }
      self = .tlsa(
        CertificateAssociation(
          usage: try reader.number(0, atMost: 255), selector: try reader.number(1, atMost: 255),
          matching: try reader.number(2, atMost: 255),
          association: fields[3...].map { $0.text.lowercased() }.joined()))
    case .other:
      self = .other(
        type,
        fields.map { $0.isQuoted ? "\"\($0.text)\"" : $0.text }.joined(separator: " "))
    }
  }
}

/// Fields by number, each refusal naming the field.
private struct FieldReader {
  let fields: [RecordField]
  let origin: DomainName?

  func expect(_ count: Int) throws(RecordDataFault) {
    guard fields.count == count else { throw .fieldCount }
  }

  func onlyName() throws(RecordDataFault) -> DomainName {
    try expect(1)
    return try name(0)
  }

  func name(_ index: Int) throws(RecordDataFault) -> DomainName {
    do throws(DomainNameFault) {
      return try DomainName(fields[index].text, relativeTo: origin)
    } catch { throw .badField(fields[index].text) }
  }

  /// 16 bits unless said otherwise.
  func number(_ index: Int, atMost limit: Int = 65_535) throws(RecordDataFault) -> Int {
    let text = fields[index].text
    guard let number = DecimalNumber.value(of: text.utf8, atMost: limit) else {
      throw .badField(text)
    }
    return number
  }

  func string(_ field: RecordField) throws(RecordDataFault) -> String {
    do throws(DomainNameFault) { return try field.characterString } catch {
      throw .badField(field.text)
    }
  }
}
