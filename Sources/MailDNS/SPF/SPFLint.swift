internal import Model

/// Looks through the text of SPF records for the usual mistakes (docs/domain.md#mail-domains).
struct SPFLint {
  let origin: RecordOrigin?
  let providers: MailProviders
  private(set) var defects: [MailDefect] = []

  init(origin: RecordOrigin?, providers: MailProviders) {
    self.origin = origin
    self.providers = providers
  }

  /// Nobody mends more at once; hostile records have as many as they like.
  private static let limit = 40

  /// Whether somebody meant a TXT record to be SPF, however it is written.
  static func looksLikeSPF(_ text: String) -> Bool {
    let plain = folded(text).lowercased()
    return plain.hasPrefix("v=spf") || plain.hasPrefix("spf1") || plain.hasPrefix("v=sfp1")
      || plain.hasPrefix("v:spf1") || plain.hasPrefix("vspf1")
  }

  /// Full-width characters as plain ones, without spaces and quotation marks before the first word.
  private static func folded(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: view.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000, 0xA0: view.append(" ")
      default: view.append(scalar)
      }
    }
    let start = view.drop { $0.properties.isWhitespace || isQuote($0) }
    return String(String.UnicodeScalarView(start)).replacing("v =", with: "v=")
      .replacing("v= ", with: "v=")
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    "\"'`“”‘’„＂＇「」".unicodeScalars.contains(scalar)
  }

  private mutating func note(
    _ kind: MailDefect.Kind, _ subject: String, in text: String, at offset: Int? = nil
  ) {
    guard defects.count < Self.limit else { return }
    defects.append(
      MailDefect(kind, subject, record: text, offset: offset, origin: origin))
  }

  /// What is wrong with a text that was meant to be SPF and is not.
  mutating func checkBroken(_ text: String) {
    checkCharacters(text)
    let word = text.prefix { $0 != " " }
    note(.spfVersion, String(word.prefix(40)), in: text, at: 0)
  }

  /// Full-width characters and quotation marks, each kind once.
  private mutating func checkCharacters(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    if let offset = scalars.firstIndex(where: { $0.value > 0x7E && !Self.isQuote($0) }) {
      note(.spfWideCharacter, String(scalars[offset]), in: text, at: offset)
    }
    if let offset = scalars.firstIndex(where: Self.isQuote) {
      note(.spfQuoted, String(scalars[offset]), in: text, at: offset)
    }
  }

  /// The terms of a record one by one, and what they come to.
  mutating func check(_ record: SPFRecord) {
    checkCharacters(record.text)
    for index in record.terms.indices { checkTerm(at: index, of: record) }
    let directives = record.directives
    if let all = directives.firstIndex(where: { $0.mechanism == .all }) {
      checkAll(directives[all].qualifier, directives[all].term, in: record)
      for late in directives[(all + 1)...] {
        note(.spfAfterAll, late.term.text, in: record.text, at: late.term.offset)
      }
      for term in record.terms {
        if case .modifier(.redirect) = term.content {
          note(.spfRedirectIgnored, term.text, in: record.text, at: term.offset)
        }
      }
    } else if record.redirect == nil {
      note(.spfNoAll, "", in: record.text)
    }
  }

  private mutating func checkAll(
    _ qualifier: SPFQualifier, _ term: SPFTerm, in record: SPFRecord
  ) {
    switch qualifier {
    case .pass: note(.spfPassAll, term.text, in: record.text, at: term.offset)
    case .neutral: note(.spfNeutralAll, term.text, in: record.text, at: term.offset)
    case .fail, .softfail: break
    }
  }

  private mutating func checkTerm(at index: Int, of record: SPFRecord) {
    let term = record.terms[index]
    switch term.content {
    case .mechanism(_, .include(let spec)):
      if let name = spec.macros.plainText.flatMap(DomainName.init(text:)),
        let right = providers.correction(ofInclude: name)
      {
        note(
          .spfWrongInclude, "\(term.text) -> include:\(right)", in: record.text, at: term.offset)
      }
    case .mechanism(_, .ptr): note(.spfPointer, term.text, in: record.text, at: term.offset)
    case .mechanism(let qualifier, .ip4(let block)) where block.prefix < 16 && qualifier == .pass:
      note(.spfWideRange, term.text, in: record.text, at: term.offset)
    case .mechanism(let qualifier, .ip6(let block)) where block.prefix < 32 && qualifier == .pass:
      note(.spfWideRange, term.text, in: record.text, at: term.offset)
    case .mechanism: break
    case .modifier(.unknown("v")): note(.spfMerged, term.text, in: record.text, at: term.offset)
    case .modifier(.unknown(let name)) where Self.mechanisms.contains(name):
      note(.spfUnknownModifier, term.text, in: record.text, at: term.offset)
    case .modifier: break
    case .fault(let fault):
      // The second half of a term that a space broke in two.
      if index > 0, Self.isOpen(record.terms[index - 1]), fault == .unknownMechanism { return }
      note(kind(of: fault, term), term.text, in: record.text, at: term.offset)
    }
  }

  private func kind(of fault: SPFFault, _ term: SPFTerm) -> MailDefect.Kind {
    if term.text.contains(where: { ",;，；、".contains($0) }) { return .spfSeparator }
    switch fault {
    case .unknownMechanism: return .spfUnknownTerm
    case .badArgument, .badModifier: return .spfBadTerm
    case .missingArgument: return .spfSpace
    case .addressForName: return .spfAddressForName
    case .badPrefix: return .spfBadPrefix
    case .badMacro: return .spfBadMacro
    case .foreignCharacter: return .spfWideCharacter
    case .repeatedModifier: return .spfRepeatedModifier
    }
  }

  private static let mechanisms: Set<String> = [
    "all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists",
  ]

  /// `include:` without its name.
  private static func isOpen(_ term: SPFTerm) -> Bool {
    if case .fault(.missingArgument) = term.content { true } else { false }
  }
}
