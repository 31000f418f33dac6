internal import Model

/// Zone files as name servers and consoles write them (RFC 1035 section 5; `$GENERATE` as in BIND 9).
package enum ZoneFile {
  /// Returns what a zone file says; it is whole when it has its SOA record and every line was read.
  package static func capture(_ text: EvidenceText) -> DNSCapture {
    var reader = ZoneFileReader(text)
    reader.read()
    return reader.finished()
  }
}

/// One pass over a zone file.
private struct ZoneFileReader {
  private let text: EvidenceText
  private let words: RecordWords
  private var scanner: ZoneScanner
  private var capture = DNSCapture(.zone)
  private var origin: DomainName?
  /// Whether only a comment says whose zone it is: names of it may lack their last dot.
  private var isOriginFromComment: Bool
  private var owner: DomainName?
  private var timeToLive: Int?
  /// Each zone of the file with the line of its SOA record; files of several are laid one behind the other.
  private var authorities: [(zone: DomainName, line: Int)] = []
  /// The names of `$ORIGIN` directives.
  private var origins: [DomainName] = []
  /// Whether a part of the zone was not read, so that nothing is known to be absent.
  private var hasGaps = false
  private var hasRelativeNames = false
  private var generated = 0
  private var doubts = 0

  /// Files of more zones than a company's mail needs.
  private static let zoneLimit = 64

  init(_ text: EvidenceText) {
    self.text = text
    words = RecordWords(bytes: text.bytes)
    scanner = ZoneScanner(text.bytes)
    let comments = ZoneComments(text.bytes)
    origin = comments.domain
    isOriginFromComment = comments.domain != nil
    capture.zone = comments.domain
    capture.times = comments.times
  }

  mutating func read() {
    while let entry = scanner.next() {
      if let fault = entry.fault {
        unread(entry.line, fault)
        doubt(entry)
        continue
      }
      do throws(LineFault) {
        guard try read(entry) else {
          hasGaps = true
          return
        }
      } catch {
        unread(entry.line, error)
      }
    }
  }

  func finished() -> DNSCapture {
    var capture = capture
    if !hasGaps {
      for (zone, line) in authorities {
        capture.set.add(
          completeZone: zone, origin: text.origin(line: line, captured: capture.times.first))
      }
    }
    let named =
      authorities.isEmpty ? [capture.zone].compactMap(\.self) : authorities.map(\.zone)
    let zones = named + apexes(beside: named)
    capture.zone = zones.first
    capture.otherZones = Array(zones.dropFirst())
    if hasRelativeNames { capture.remark(.originUnknown) }
    return capture
  }

  /// Origins that are below no other and in no zone that is known; of one label alone are none.
  private func apexes(beside zones: [DomainName]) -> [DomainName] {
    var seen = Set(zones)
    return origins.filter { name in
      name.labels.count > 1 && !zones.contains { name.isWithin($0) }
        && !origins.contains { $0 != name && $0.labels.count > 1 && name.isWithin($0) }
        && seen.insert(name).inserted
    }
  }

  private mutating func unread(_ line: Int, _ fault: LineFault) {
    hasGaps = true
    capture.remark(.lineUnread(line, fault))
  }

  /// The records of a name and type are not known where one of them cannot be read.
  private mutating func doubt(_ question: DNSQuestion) {
    guard doubts < DNSCapture.questionLimit else {
      hasGaps = true
      return
    }
    doubts += 1
    capture.set.add(failure: .malformed, of: question)
  }

  /// As far as an entry that cannot be read still says what it is about.
  private mutating func doubt(_ entry: ZoneScanner.Entry) {
    guard let first = entry.words.first,
      let head = words.head(entry.words, from: entry.isIndented ? 0 : 1)
    else { return }
    do throws(LineFault) {
      guard let owner = entry.isIndented ? owner : try name(first.range) else { return }
      doubt(DNSQuestion(owner, head.type))
    } catch {
      // Without a name it is about nothing; the zone has a gap already.
    }
  }

  /// - Returns: whether more is wanted.
  private mutating func read(_ entry: ZoneScanner.Entry) throws(LineFault) -> Bool {
    let first = entry.words[0]
    if !entry.isIndented, !first.isQuoted, words.bytes[first.range].first == UInt8(ascii: "$") {
      return try direct(entry)
    }
    // The owner counts for the lines below even where the rest of its own line cannot be read.
    if !entry.isIndented {
      owner = nil
      owner = try name(first.range)
      noteRelative(first.range)
    }
    guard let owner else { throw .ownerMissing }
    guard let head = words.head(entry.words, from: entry.isIndented ? 0 : 1) else {
      throw .typeUnknown
    }
    let data: RecordData
    do throws(LineFault) {
      data = try words.data(head.type, entry.words[head.data...], origin: origin)
    } catch {
      capture.remark(.lineUnread(entry.line, error))
      doubt(DNSQuestion(owner, head.type))
      return true
    }
    if head.type == .soa {
      if !authorities.contains(where: { $0.zone == owner }), authorities.count < Self.zoneLimit {
        authorities.append((owner, entry.line))
      }
      if origin == nil { origin = owner }
    }
    return add(data, head, at: owner, line: entry.line)
  }

  private mutating func add(
    _ data: RecordData, _ head: RecordWords.Head, at owner: DomainName, line: Int
  ) -> Bool {
    capture.add(
      DNSRecord(
        owner: owner, timeToLive: head.timeToLive ?? timeToLive, recordClass: head.recordClass,
        data: data, origin: text.origin(line: line, captured: capture.times.first)))
  }

  /// The owner of a record; an export that only a comment gives a zone writes whole names.
  private func name(_ range: Range<Int>) throws(LineFault) -> DomainName {
    if isOriginFromComment, let origin, words.bytes[range].last != UInt8(ascii: ".") {
      let whole = try words.name(range, origin: nil)
      if whole.isWithin(origin) { return whole }
    }
    return try words.name(range, origin: origin)
  }

  /// A name without its last dot, and no zone to complete it.
  private mutating func noteRelative(_ range: Range<Int>) {
    if origin == nil, words.bytes[range].last != UInt8(ascii: ".") { hasRelativeNames = true }
  }

  private mutating func direct(_ entry: ZoneScanner.Entry) throws(LineFault) -> Bool {
    let arguments = entry.words.dropFirst()
    switch words.capitals(entry.words[0].range) {
    case "$ORIGIN":
      guard let name = arguments.first else { throw .nameInvalid }
      let named = try words.name(name.range, origin: origin)
      origin = named
      if origins.count < Self.zoneLimit, !origins.contains(named) { origins.append(named) }
      isOriginFromComment = false
    case "$TTL":
      guard let word = arguments.first,
        let seconds = RecordWords.seconds(words.capitals(word.range))
      else { throw .dataInvalid }
      timeToLive = seconds
    case "$INCLUDE":
      hasGaps = true
      capture.remark(.includeRefused(line: entry.line))
    case "$GENERATE":
      guard let generation = ZoneGeneration(arguments.map { words.text($0.range) }),
        generated + generation.count <= ZoneGeneration.limit
      else { throw .generateInvalid }
      generated += generation.count
      return try generate(generation, line: entry.line)
    default: throw .directiveUnknown
    }
    return true
  }

  private mutating func generate(
    _ generation: ZoneGeneration, line: Int
  ) throws(LineFault) -> Bool {
    for text in generation.lines {
      let made = RecordWords(bytes: Array(text.utf8))
      var scanner = ZoneScanner(made.bytes)
      guard let entry = scanner.next(), entry.fault == nil,
        let head = made.head(entry.words, from: 1)
      else { throw .generateInvalid }
      let data = try made.data(head.type, entry.words[head.data...], origin: origin)
      let owner = try made.name(entry.words[0].range, origin: origin)
      guard add(data, head, at: owner, line: line) else { return false }
    }
    return true
  }
}
