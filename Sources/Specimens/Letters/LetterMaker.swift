internal import Native

/// Makes letters and other papers; number `index` depends on the seed and the index alone.
package struct LetterMaker {
  let seed: UInt64
  let isHeldOut: Bool

  package init(seed: UInt64, isHeldOut: Bool) {
    self.seed = seed
    self.isHeldOut = isHeldOut
  }

  /// How a letter comes: in turn, so that each layout comes in each way.
  private enum Medium: CaseIterable { case textPDF, scan, photo, word }

  func make(_ index: Int) throws(DrawingError) -> Specimen {
    var dice = Dice(seed: seed, stream: index, part: isHeldOut ? 1 : 0)
    let layouts = LetterLayout.allCases
    let layout = layouts[index % layouts.count]
    let medium = Medium.allCases[(index + index / layouts.count) % Medium.allCases.count]
    let facts = LetterFacts(&dice)
    let isBlank = layout.isForm && dice.chance(0.25)
    let blocks = layout.blocks(facts, isBlank: isBlank)
    let name = padded(index + 1, 4) + "-" + layout.rawValue
    var truth = DocumentTruth(
      material: layout.material.kind, pages: [0], prefix: layout.material.prefix,
      facts: isBlank ? [] : facts.printed(layout.keys, prefix: layout.material.prefix))
    // Stamps and titles have measures of their own.
    truth.unjudged = ["has_stamp", "stamp_text", "title", "matter"].map {
      layout.material.prefix + "." + $0
    }
    func specimen(_ bytes: [UInt8], _ suffix: String, _ quality: Quality, _ turn: Int) -> Specimen {
      Specimen(
        bytes: bytes,
        truth: FileTruth(
          file: name + suffix, quality: quality, rotationDegrees: turn, documents: [truth]))
    }
    if medium == .word {
      return specimen(LetterDocument(blocks: blocks).bytes, ".docx", .digital, 0)
    }
    let isStamped = !isBlank && medium != .textPDF && dice.chance(0.6)
    let sheet = LetterSheet(
      blocks: blocks, fonts: Fonts(isHeldOut: isHeldOut, &dice),
      stamp: isStamped ? facts.company : nil
    ).sheet(degrees: dice.number(-12.0...12.0))
    guard medium != .textPDF else {
      return specimen(try SpecimenMaker.pdf(of: [sheet]), ".pdf", .digital, 0)
    }
    let quality = medium == .scan ? Quality.scan : .photo
    let shot = try Shooting(quality: quality, isHeldOut: isHeldOut).shoot(sheet, &dice)
    return specimen(shot.jpeg, ".jpg", quality, shot.rotationDegrees)
  }

  /// Writes the first `count` letters and `truth.json`.
  package func write(_ count: Int, to folder: OutputFolder) throws -> Truth {
    var files: [FileTruth] = []
    for index in 0..<count {
      let specimen = try make(index)
      try folder.write(specimen.bytes, to: specimen.truth.file)
      files.append(specimen.truth)
    }
    let truth = Truth(seed: seed, heldOut: isHeldOut, files: files)
    try folder.write(json: truth, to: "truth.json")
    return truth
  }
}
