internal import Model
internal import Recognition

/// From the recognizer's probabilities to the probability that a value is exactly right.
///
/// The curve was fitted on development specimens (`make accuracy` prints the reliability table it must hold).
package enum Confidence {
  /// No reading of paper is surer than this without a check.
  static let ceiling = 0.995
  /// A text layer says exactly what it says; whether it is shown is checked apart.
  static let textLayer = 0.999
  /// Both check characters of a code agree: 1 in 341 wrong codes would.
  static let checked = 0.998

  /// The recognizer is righter than it is sure, character by character.
  static func ofCharacter(_ probability: Double) -> Double {
    let miss = 1 - min(1, max(0, probability))
    return 1 - min(1, miss * 0.35)
  }

  /// Of a value without check digits.
  package static func ofReading(_ reading: FieldReading) -> Double {
    guard !reading.isTextLayer else { return textLayer }
    let own = min(most(reading), calibrated(reading.probability))
    return WatermarkWords.areIn(reading.text) ? min(truncated, own) : own
  }

  /// The most that a reading of paper may claim.
  private static func most(_ reading: FieldReading) -> Double {
    guard reading.oddlySpacedLines.isEmpty else { return 0.8 }
    return TruncationSigns.isUnbalanced(reading.text) ? truncated : ceiling
  }

  /// Of a company's name, which may have lost its beginning or end.
  static func ofCompany(_ reading: FieldReading) -> Double {
    let own = ofReading(reading)
    return !reading.isTextLayer && TruncationSigns.isCutName(reading.text)
      ? min(truncated, own) : own
  }

  /// Of a person's name, of which a part may not have been seen.
  static func ofPerson(_ reading: FieldReading) -> Double {
    let own = ofReading(reading)
    return !reading.isTextLayer && TruncationSigns.isCutPerson(reading.text)
      ? min(truncated, own) : own
  }

  /// Of an amount, which may have lost one of several zeros.
  static func ofAmount(_ reading: FieldReading) -> Double {
    let own = ofNumber(reading)
    return !reading.isTextLayer && TruncationSigns.isCutAmount(reading.text)
      ? min(truncated, own) : own
  }

  /// Of a text that is one of a closed list: odd spacing and missing ends do not make one of another.
  static func ofListed(_ reading: FieldReading) -> Double {
    reading.isTextLayer ? textLayer : min(ceiling, calibrated(reading.probability))
  }

  /// Of a period or amount that was understood.
  package static func ofNumber(_ reading: FieldReading) -> Double {
    reading.isTextLayer ? textLayer : min(ceiling, calibrated(reading.numberProbability))
  }

  /// Of a date or period, which may have lost a digit without a doubtful letter.
  static func ofDate(_ reading: FieldReading) -> Double {
    let own = ofNumber(reading)
    return !reading.isTextLayer && TruncationSigns.isCutDate(reading.text)
      ? min(truncated, own) : own
  }

  /// Of an address, which may have lost its first or last line.
  static func ofAddress(_ reading: FieldReading) -> Double {
    let own = ofReading(reading)
    let isCut =
      reading.isTorn || TruncationSigns.isCutAddress(reading.text)
      || TruncationSigns.isAddressWithoutNumber(reading.text)
      || TruncationSigns.isAddressWithOddNumber(reading.text)
    return !reading.isTextLayer && isCut ? min(truncated, own) : own
  }

  /// The most for a value whose rows were given to its label by a margin (a natural logarithm of odds).
  static func ofAssignment(_ margin: Double) -> Double {
    margin >= clearMargin ? 1 : margin >= 0.7 ? truncated : 0.8
  }

  /// The margin from which no other reading of the rows is likely.
  static let clearMargin = 1.5

  /// From here on a value that a stamp may cover needs no rereading.
  static let settled = 0.99
  /// The most for a reading that a digit may be missing from, or that another reading contradicts; agreement of such
  /// readings proves nothing.
  static let contradicted = 0.7

  /// The most for a value with a sign of truncation.
  static let truncated = 0.84

  /// Of a long text: a hundred letters each nearly sure are right more often than their product says, since doubts
  /// come together on a blurred line.
  static func ofText(_ reading: FieldReading) -> Double {
    guard !reading.isTextLayer else { return textLayer }
    let product = reading.letters.reduce(1) { $0 * (1 - min(1, (1 - $1.probability) * 0.12)) }
    let own = min(most(reading), calibrated(product))
    let isDoubtful =
      reading.isTorn || TruncationSigns.isUnseparated(reading.text)
      || TruncationSigns.isNearlyStatutory(reading.text)
      || TruncationSigns.isOddlySet(DisplayText.cleaned(reading.text, profile: nil))
    return isDoubtful ? min(truncated, own) : own
  }

  /// Of the words of a stamp.
  static func ofStamp(_ lines: [RecognizedLine]) -> Double {
    let product = lines.flatMap(\.characters).reduce(1) {
      $0 * ofCharacter($1.probability)
    }
    return min(0.98, calibrated(product))
  }

  /// What share of values with that product of their characters was exactly right: above 0.93 nearly all, from
  /// there down to 0.6 nine in ten, then ever fewer.
  private static func calibrated(_ product: Double) -> Double {
    let points: [(product: Double, right: Double)] = [
      (0, 0), (0.5, 0.4), (0.7, 0.7), (0.85, 0.8), (0.92, 0.845), (0.94, 0.93), (0.98, 0.985),
      (1, 0.999),
    ]
    for (low, high) in zip(points, points.dropFirst()) where product <= high.product {
      let share = (product - low.product) / (high.product - low.product)
      return low.right + share * (high.right - low.right)
    }
    return ceiling
  }
}
