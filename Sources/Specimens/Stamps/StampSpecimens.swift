internal import Native

/// Pages with and without stamps, at all qualities, with what the stamps say.
package struct StampSpecimens {
  /// A file is one page.
  package struct File: Codable {
    package var file: String
    var quality: Quality
    var page: String
    var stamps: [StampPage.Truth]
  }

  /// The truth as `stamps.json` holds it.
  package struct Truth: Codable {
    var schema = "dossier/stamps-truth-v1"
    var seed: UInt64
    var heldOut: Bool
    package var files: [File]

    private enum CodingKeys: String, CodingKey {
      case schema, seed, files
      case heldOut = "held_out"
    }
  }

  let seed: UInt64
  let isHeldOut: Bool
  /// `nil` to go through the four qualities in turn.
  let quality: Quality?

  /// - Parameter quality: `nil` to go through the four qualities of pictures in turn.
  package init(seed: UInt64, isHeldOut: Bool, quality: Quality?) {
    self.seed = seed
    self.isHeldOut = isHeldOut
    self.quality = quality
  }

  /// Draws `count` pages that have stamps, and as many that have none.
  package func write(_ count: Int, to folder: OutputFolder) throws -> Truth {
    var truth = Truth(seed: seed, heldOut: isHeldOut, files: [])
    for hasStamps in [true, false] {
      let kinds = StampPage.Kind.allCases.filter { $0.hasStamps == hasStamps }
      for index in 0..<count {
        var dice = Dice(
          seed: seed, stream: index, part: (isHeldOut ? 9 : 8) * 2 + (hasStamps ? 0 : 1))
        let kind = dice.pick(kinds)
        let quality = quality ?? Quality.pictures[index % Quality.pictures.count]
        let (sheet, stamps) = StampPage.make(kind, isHeldOut: isHeldOut, &dice)
        let shot = try Shooting(quality: quality, isHeldOut: isHeldOut).shoot(sheet, &dice)
        let name = (hasStamps ? "stamp-" : "plain-") + padded(index + 1, 4) + ".jpg"
        try folder.write(shot.jpeg, to: name)
        truth.files.append(
          File(file: name, quality: quality, page: kind.rawValue, stamps: stamps))
      }
    }
    try folder.write(json: truth, to: "stamps.json")
    return truth
  }
}
