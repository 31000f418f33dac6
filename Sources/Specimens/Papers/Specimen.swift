internal import Foundation
internal import Native

/// What a specimen file shows.
package enum SpecimenKind: String, CaseIterable {
  case licenseLandscape = "license-landscape"
  case licensePortrait = "license-portrait"
  case cardFront = "id-front"
  case cardBack = "id-back"
  /// Both sides of a card on one A4 page.
  case cardBothSides = "id-both"
  /// A PDF of page pictures.
  case picturePDF = "pdf-pictures"
  /// A PDF with its own text.
  case textPDF = "pdf-text"
  case other

  /// How often it is drawn, of 100.
  var weight: Double {
    switch self {
    case .licenseLandscape: 27
    case .licensePortrait: 24
    case .cardFront: 16
    case .cardBack: 11
    case .cardBothSides: 8
    case .picturePDF: 6
    case .textPDF: 4
    case .other: 4
    }
  }
}

/// One specimen file and what it says.
struct Specimen {
  let bytes: [UInt8]
  let truth: FileTruth
}

/// Makes specimens; number `index` depends on the seed and the index alone.
package struct SpecimenMaker {
  let seed: UInt64
  let isHeldOut: Bool
  /// `nil` to go through the four qualities in turn.
  let quality: Quality?
  let kinds: [SpecimenKind]
  /// Whether words are laid over each picture.
  var isMarked = false
  /// Drawn in turn in the place of neat papers; none for neat papers.
  var forms: [PaperForm] = []

  /// - Parameter quality: `nil` to go through the four qualities of pictures in turn.
  package init(
    seed: UInt64, isHeldOut: Bool, quality: Quality?, kinds: [SpecimenKind], isMarked: Bool = false,
    forms: [PaperForm] = []
  ) {
    self.seed = seed
    self.isHeldOut = isHeldOut
    self.quality = quality
    self.kinds = kinds
    self.isMarked = isMarked
    self.forms = forms
  }

  func make(_ index: Int) throws(DrawingError) -> Specimen {
    guard forms.isEmpty else { return try makeFormed(index) }
    var dice = Dice(seed: seed, stream: index, part: isHeldOut ? 1 : 0)
    let kind = dice.pick(weighted: kinds.map { ($0, $0.weight) })
    let quality =
      kind == .textPDF
      ? Quality.digital : quality ?? Quality.pictures[index % Quality.pictures.count]
    let name = padded(index + 1, 4)
    var shooting = Shooting(quality: quality, isHeldOut: isHeldOut)
    switch kind {
    case .textPDF:
      let (sheet, truth) = license(dice.chance(0.5) ? .landscape2019 : .portrait2014, &dice)
      let bytes = try Self.pdf(of: [sheet])
      return Specimen(
        bytes: bytes,
        truth: FileTruth(
          file: name + ".pdf", quality: quality, rotationDegrees: 0, documents: [truth]))
    case .picturePDF:
      shooting.mayFlagOrientation = false
      shooting.turn = dice.number(0...3) * 90
      let pages = self.pages(&dice)
      var shots: [Shot] = []
      for (sheet, _) in pages {
        shots.append(try shooting.shoot(marked(sheet, index), &dice))
      }
      return Specimen(
        bytes: try Self.pdf(of: shots),
        truth: FileTruth(
          file: name + ".pdf", quality: quality, rotationDegrees: shots[0].rotationDegrees,
          documents: pages.flatMap(\.1)))
    case .licenseLandscape, .licensePortrait, .cardFront, .cardBack, .cardBothSides, .other:
      let (sheet, documents) = page(kind, &dice)
      let shot = try shooting.shoot(marked(sheet, index), &dice)
      return Specimen(
        bytes: shot.jpeg,
        truth: FileTruth(
          file: name + ".jpg", quality: quality, rotationDegrees: shot.rotationDegrees,
          documents: documents))
    }
  }

  /// With words over it where they are asked for; everything else stays as it would be without them.
  private func marked(_ sheet: Sheet, _ index: Int) -> Sheet {
    guard isMarked else { return sheet }
    var dice = Dice(seed: seed, stream: index, part: 2)
    return Overprint(&dice).over(sheet, family: Fonts(isHeldOut: isHeldOut, &dice).label)
  }

  /// Writes the first `count` specimens, two at a time on two cores, and `truth.json`.
  package func write(_ count: Int, to folder: OutputFolder) async throws -> Truth {
    let jobs = max(1, min(count, ProcessInfo.processInfo.activeProcessorCount))
    let files = try await withThrowingTaskGroup(of: [(Int, FileTruth)].self) { group in
      for job in 0..<jobs {
        group.addTask {
          try stride(from: job, to: count, by: jobs).map { index in
            let specimen = try make(index)
            try folder.write(specimen.bytes, to: specimen.truth.file)
            return (index, specimen.truth)
          }
        }
      }
      var made: [(Int, FileTruth)] = []
      for try await part in group { made += part }
      return made.sorted { $0.0 < $1.0 }.map(\.1)
    }
    let truth = Truth(seed: seed, heldOut: isHeldOut, files: files)
    try folder.write(json: truth, to: "truth.json")
    return truth
  }

  private func license(_ generation: Generation, _ dice: inout Dice) -> (Sheet, DocumentTruth) {
    let license = License(generation, &dice)
    let look = LicenseLook(generation, isHeldOut: isHeldOut, &dice)
    return (
      license.sheet(look), license.truth(pages: [0], printsAuthority: look.printsAuthority)
    )
  }

  /// One page of its kind and the documents on it.
  private func page(_ kind: SpecimenKind, _ dice: inout Dice) -> (Sheet, [DocumentTruth]) {
    switch kind {
    case .licenseLandscape:
      let (sheet, truth) = license(.landscape2019, &dice)
      return (sheet, [truth])
    case .licensePortrait:
      let (sheet, truth) = license(.portrait2014, &dice)
      return (sheet, [truth])
    case .cardFront:
      let (card, look) = card(&dice)
      return (card.front(look), [card.frontTruth(pages: [0])])
    case .cardBack:
      let (card, look) = card(&dice)
      return (card.back(look), [card.backTruth(pages: [0])])
    case .cardBothSides:
      let (card, look) = card(&dice)
      let emblemFirst = dice.chance(0.4)
      let sides = [card.frontTruth(pages: [0]), card.backTruth(pages: [0])]
      return (
        card.bothSides(look, emblemFirst: emblemFirst), emblemFirst ? sides.reversed() : sides
      )
    case .other, .picturePDF, .textPDF:
      // A PDF is made of pages of the other kinds and is never one itself.
      return (OtherSheet.make(isHeldOut: isHeldOut, &dice), [])
    }
  }

  private func card(_ dice: inout Dice) -> (Card, CardLook) {
    (Card(Person(&dice), &dice), CardLook(isHeldOut: isHeldOut, &dice))
  }

  /// The pages of a PDF that holds several materials.
  private func pages(_ dice: inout Dice) -> [(Sheet, [DocumentTruth])] {
    let kinds: [SpecimenKind] = dice.pick([
      [.licenseLandscape], [.licensePortrait], [.licenseLandscape, .cardBothSides],
      [.licensePortrait, .cardFront, .cardBack], [.cardFront, .cardBack],
      [.other, .licensePortrait],
    ])
    return kinds.enumerated().map { number, kind in
      var (sheet, documents) = page(kind, &dice)
      for index in documents.indices { documents[index].pages = [number] }
      return (sheet, documents)
    }
  }

  static let created = "2026-11-22T00:00:00Z"

  /// Page pictures as a PDF at 200 pixels an inch.
  static func pdf(of shots: [Shot]) throws(DrawingError) -> [UInt8] {
    let writer = try PDFWriter(created: created)
    for shot in shots {
      try writer.page(
        jpeg: shot.jpeg, pixelWidth: shot.width, pixelHeight: shot.height,
        width: Double(shot.width) * 72 / 200, height: Double(shot.height) * 72 / 200)
    }
    return try writer.finish()
  }

  /// Sheets as a PDF with text, A4.
  static func pdf(of sheets: [Sheet]) throws(DrawingError) -> [UInt8] {
    let writer = try PDFWriter(created: created)
    for sheet in sheets {
      let unit = (sheet.width > sheet.height ? 842 : 595) / sheet.width
      try writer.page(
        width: sheet.width * unit, height: sheet.height * unit, unit: unit, sheet.draw)
    }
    return try writer.finish()
  }
}
