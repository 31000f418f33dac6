internal import Model
internal import Native
internal import Recognition
internal import Seals

/// The round stamps on one page, read.
struct PageStamps: Sendable {
  /// What one stamp shows.
  struct Stamp: Sendable {
    var colour: StampColour
    /// In the pixels of the upright page.
    var outline: StampEllipse
    /// The middle, as shares of the upright page.
    var middle: Point
    /// In the coordinates of evidence.
    var box: Quad
    /// `nil` where its letters could not be read.
    var words: Words?
  }

  /// The words of a stamp.
  struct Words: Sendable {
    /// The text has all words of the stamp, the line under the star last.
    package var text: String
    var owner: String
    var kind: StampKind
    var confidence: Double
    /// Of the owner alone.
    var ownerConfidence: Double
    /// Of the kind, which rests on the last letters.
    var kindConfidence: Double
    var lattices: [Lattice]
  }

  package let stamps: [Stamp]
  private let place: PagePlace
  /// Whether the page has no colour, so that a stamp may be too pale to be distinguished from print.
  let isGrayscale: Bool
  /// Whether the page is so small that a stamp's ring is no more than a few pixels wide.
  private let isSmall: Bool

  /// In pixels: below it stamps of 40 mm on an A4 page are missed.
  private static let leastSide = 700

  /// More on one page is no paper that anybody hands in.
  private static let limit = 6
  /// Of the words of red stamps on scans and photos one in twenty has a letter wrong that looked right.
  private static let mostOfRed = 0.9
  /// Letters at the ends of a ring may be lost without a sign, on grey copies most of all: no form rests on that.
  private static let doubtful = 0.84
  /// Fewer letters are no name.
  private static let leastLetters = 4
  /// Letters that are on the average less likely were not read.
  private static let leastProbability = 0.5

  /// - Parameter upright: the page in RGB; `place` takes its pixels to evidence.
  /// - Throws: ``RecognitionError/inference(_:)``.
  init(on upright: PixelBuffer, isGrayscale: Bool, reader: PageReader, place: PagePlace)
    throws(RecognitionError)
  {
    self.place = place
    self.isGrayscale = isGrayscale
    isSmall = min(upright.width, upright.height) < Self.leastSide
    var stamps: [Stamp] = []
    for seen in StampSearch.stamps(on: upright).prefix(Self.limit) {
      let center = seen.outline.center
      stamps.append(
        Stamp(
          colour: seen.colour, outline: seen.outline,
          middle: Point(
            x: center.x / Double(upright.width), y: center.y / Double(upright.height)),
          box: place.box(seen.outline.box),
          words: try reader.text(of: seen, on: upright).flatMap { Self.words(of: $0) }))
    }
    self.stamps = stamps
  }

  private static func words(of text: StampText) -> Words? {
    let name = text.ring.text.filter { $0 != " " }
    guard name.count >= leastLetters, text.ring.meanProbability >= leastProbability else {
      return nil
    }
    let line = text.center.map { StampKind.purpose(in: $0.text.filter { $0 != " " }) }
    let whole = SealName(name + (line ?? ""))  // allowed: most stamps have no such line
    let owner = SealName(name).owner
    let confidence = Confidence.ofStamp([text.ring])
    return Words(
      text: name + (line ?? ""),  // allowed: as above
      owner: owner, kind: StampKind(owner: owner, purpose: line ?? whole.purpose),
      confidence: Confidence.ofStamp([text.ring, text.center].compactMap(\.self)),
      ownerConfidence: confidence,
      kindConfidence: Confidence.ofStamp([text.ring.ending, text.center].compactMap(\.self)),
      lattices: [text.ring.lattice])
  }

  // MARK: Facts

  /// Each stamp that was read, with its facts.
  var parts: [FilePart] {
    stamps.compactMap { stamp in
      guard let words = stamp.words else { return nil }
      let most = stamp.colour == .red ? Self.mostOfRed : Self.doubtful
      let facts = [
        Fact(
          StampFacts.text, words.text, confidence: min(most, words.confidence),
          evidence: [evidence(stamp, words.text, nil)]),
        Fact(
          StampFacts.owner, words.owner, confidence: min(most, words.ownerConfidence),
          evidence: [evidence(stamp, words.text, words.lattices)]),
        Fact(
          StampFacts.kind, words.kind.rawValue, confidence: min(most, words.kindConfidence),
          evidence: [evidence(stamp, words.text, nil)]),
        Fact(
          StampFacts.colour, stamp.colour.rawValue, confidence: 0.97,
          evidence: [evidence(stamp, nil, nil)]),
      ]
      return FilePart(.stamp, page: place.page, box: stamp.box, facts: facts)
    }
  }

  private func evidence(_ stamp: Stamp, _ raw: String?, _ lattices: [Lattice]?) -> Evidence {
    Evidence(
      file: place.file, page: place.page, box: stamp.box, method: raw == nil ? .computed : .ocr,
      raw: raw, lattices: lattices)
  }

  /// Whether a stamp is seen in a part of the page; `nil` where a pale one may have been missed.
  ///
  /// - Parameter isRed: whether the part has red ink, which may be a stamp whose ring was not found.
  func isSeen(in area: FieldDefinition.Area, key: String, isRed: Bool) -> Fact? {
    if let stamp = stamps.first(where: { Self.contains(area, $0.middle) }) {
      return Fact(
        key: key, value: .bool(true), confidence: stamp.colour == .red ? 0.98 : 0.9,
        evidence: [evidence(stamp, nil, nil)])
    }
    guard !isGrayscale else { return nil }
    return Fact(
      key: key, value: .bool(false), confidence: isRed || isSmall ? 0.7 : 0.9,
      evidence: [Evidence(file: place.file, page: place.page, method: .computed)])
  }

  /// Returns what the stamp in a part of the page says, of several the one whose owner matches.
  package func text(in area: FieldDefinition.Area, key: String, matching pattern: String?) -> Fact?
  {
    let expression = pattern.flatMap { Patterns.compiled($0) }
    let read = stamps.filter { Self.contains(area, $0.middle) }.compactMap { stamp in
      stamp.words.map { (stamp: stamp, words: $0) }
    }
    let fitting = read.first { found in
      expression.map { $0.firstMatch(in: found.words.owner) != nil } == true
    }
    guard let found = fitting ?? (expression == nil ? read.first : nil) else { return nil }
    return Fact(
      key: key, value: .string(found.words.owner),
      confidence: min(Self.doubtful, found.words.ownerConfidence),
      evidence: [evidence(found.stamp, found.words.text, found.words.lattices)])
  }

  private static func contains(_ area: FieldDefinition.Area, _ point: Point) -> Bool {
    point.x >= area.left && point.x <= area.right && point.y >= area.top && point.y <= area.bottom
  }
}

extension RecognizedLine {
  /// The letters that say what kind of body a name is (公司, 监督管理局).
  fileprivate var ending: RecognizedLine {
    RecognizedLine(
      characters: characters.suffix(2), lattice: Lattice(frames: []), frames: frames.suffix(2))
  }
}
