extension SPFRecord {
  static let version = "v=spf1"

  /// Returns whether a TXT record is an SPF record: the version, then a space or nothing (RFC 7208 4.5).
  package static func isSPF(_ text: String) -> Bool {
    let start = text.unicodeScalars.prefix(version.count)
    guard String(String.UnicodeScalarView(start)).lowercased() == version else { return false }
    let rest = text.unicodeScalars.dropFirst(version.count)
    return rest.isEmpty || rest.first == " "
  }

  /// Takes a record apart; what is wrong with a term is in the term.
  ///
  /// - Returns: `nil` where the text is no SPF record.
  package init?(_ text: String) {
    guard Self.isSPF(text) else { return nil }
    self.text = text
    let scalars = Array(text.unicodeScalars)
    var terms: [SPFTerm] = []
    var modifiers: Set<String> = []
    var start = Self.version.count
    while start < scalars.count {
      guard scalars[start] != " " else {
        start += 1
        continue
      }
      let end = scalars[start...].firstIndex(of: " ") ?? scalars.count
      let term = String(String.UnicodeScalarView(scalars[start..<end]))
      var content = Self.content(of: term)
      if case .modifier(let modifier) = content, let name = modifier.onlyOnce,
        !modifiers.insert(name).inserted
      {
        content = .fault(.repeatedModifier)
      }
      terms.append(SPFTerm(content: content, text: term, offset: start))
      start = end
    }
    self.terms = terms
  }

  private static func content(of term: String) -> SPFTerm.Content {
    guard term.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) }) else {
      return .fault(.foreignCharacter)
    }
    let qualifier = term.first.flatMap(SPFQualifier.init(rawValue:))
    let body = qualifier == nil ? term[...] : term.dropFirst()
    let name = body.prefix(while: Self.isNameCharacter)
    let rest = body.dropFirst(name.count)
    do throws(SPFFault) {
      if rest.first == "=" {
        guard qualifier == nil, name.first?.isLetter == true else { throw .badModifier }
        return .modifier(try modifier(name.lowercased(), rest.dropFirst()))
      }
      let mechanism = try mechanism(name.lowercased(), rest)
      return .mechanism(qualifier ?? .pass, mechanism)
    } catch { return .fault(error) }
  }

  private static func isNameCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_.".contains(character)
  }

  private static func modifier(
    _ name: String, _ value: Substring
  ) throws(SPFFault) -> SPFModifier {
    switch name {
    case "redirect": return .redirect(try domain(value))
    case "exp": return .explanation(try domain(value))
    default:
      guard MacroString(value, .visible) != nil else { throw .badMacro }
      return .unknown(name)
    }
  }

  private static func mechanism(
    _ name: String, _ rest: Substring
  ) throws(SPFFault) -> SPFMechanism {
    switch name {
    case "all":
      guard rest.isEmpty else { throw .badArgument }
      return .all
    case "include": return .include(try requiredDomain(rest))
    case "exists": return .exists(try requiredDomain(rest))
    case "ptr": return .ptr(rest.isEmpty ? nil : try requiredDomain(rest))
    case "a": return .a(try target(rest))
    case "mx": return .mx(try target(rest))
    case "ip4":
      let block = try block(rest)
      guard case .v4 = block.address else { throw .badArgument }
      return .ip4(block)
    case "ip6": return .ip6(try block6(rest))
    default: throw .unknownMechanism
    }
  }

  private static func requiredDomain(_ rest: Substring) throws(SPFFault) -> DomainSpec {
    guard rest.first == ":" else { throw rest.isEmpty ? .missingArgument : .badArgument }
    return try domain(rest.dropFirst())
  }

  private static func domain(_ text: Substring) throws(SPFFault) -> DomainSpec {
    guard !text.isEmpty else { throw .missingArgument }
    if let spec = DomainSpec(text) { return spec }
    if IPv4Address(text.prefix { $0 != "/" }) != nil { throw .addressForName }
    throw MacroString(text, .visible) == nil ? .badMacro : .badArgument
  }

  /// `[":" domain-spec] ["/" digits] ["//" digits]`; slashes may stand in names, so from the end.
  private static func target(_ rest: Substring) throws(SPFFault) -> SPFTarget {
    var rest = rest
    let prefix6 = try takePrefix(from: &rest, after: "//", atMost: 128)
    let prefix4 = try takePrefix(from: &rest, after: "/", atMost: 32)
    var spec: DomainSpec?
    if rest.first == ":" {
      spec = try domain(rest.dropFirst())
    } else if !rest.isEmpty {
      throw .badArgument
    }
    return SPFTarget(domain: spec, prefix4: prefix4, prefix6: prefix6)
  }

  /// - Returns: the number at the end, or the limit where there is none.
  private static func takePrefix(
    from text: inout Substring, after sign: String, atMost limit: Int
  ) throws(SPFFault) -> Int {
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let head = text.dropLast(digits)
    guard digits > 0, head.hasSuffix(sign), sign == "//" || !head.hasSuffix("//") else {
      return limit
    }
    guard let number = DecimalNumber.value(of: text.suffix(digits).utf8, atMost: limit) else {
      throw .badPrefix
    }
    text = head.dropLast(sign.count)
    return number
  }

  private static func block(_ rest: Substring) throws(SPFFault) -> AddressBlock {
    guard rest.first == ":", rest.count > 1 else { throw .missingArgument }
    let text = rest.dropFirst()
    if let block = AddressBlock(text) { return block }
    throw IPAddress(text.prefix { $0 != "/" }) == nil ? .badArgument : .badPrefix
  }

  /// Here an IPv4 address in IPv6 clothes stays what it is: no sender has one (RFC 7208 5).
  private static func block6(_ rest: Substring) throws(SPFFault) -> AddressBlock {
    guard rest.first == ":", rest.count > 1 else { throw .missingArgument }
    let parts = rest.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    guard let address = parts.first.flatMap({ IPv6Address($0) }), parts.count <= 2 else {
      throw .badArgument
    }
    guard parts.count == 2 else {
      guard let block = AddressBlock(.v6(address), prefix: 128) else { throw .badPrefix }
      return block
    }
    guard let prefix = DecimalNumber.value(of: parts[1].utf8, atMost: 128),
      let block = AddressBlock(.v6(address), prefix: prefix)
    else { throw .badPrefix }
    return block
  }
}

extension SPFFault: Error {}

extension SPFModifier {
  /// The name, if a second one is an error.
  fileprivate var onlyOnce: String? {
    switch self {
    case .redirect: "redirect"
    case .explanation: "exp"
    case .unknown: nil
    }
  }
}
