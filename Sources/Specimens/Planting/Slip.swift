internal import Model

/// Small slips of the pen, each different from what was there.
enum Slip {
  /// One Chinese character, not the last two, taken for another.
  static func character(in text: String, _ dice: inout Dice) -> String? {
    var letters = Array(text)
    let places = letters.indices.dropLast(letters.count > 3 ? 2 : 0).filter { index in
      letters[index].unicodeScalars.allSatisfy { $0.properties.isIdeographic }
    }
    guard !places.isEmpty else { return nil }
    let place = dice.pick(places)
    let others = Person.given.filter { $0 != letters[place] }
    letters[place] = dice.pick(others)
    return String(letters)
  }

  /// One digit taken for another; `nil` for a text without digits.
  static func digit(in text: String, _ dice: inout Dice) -> String? {
    var letters = Array(text)
    let places = letters.indices.filter { "0"..."9" ~= letters[$0] }
    guard !places.isEmpty else { return nil }
    let place = dice.pick(places)
    letters[place] = dice.pick(Array("0123456789").filter { $0 != letters[place] })
    return String(letters)
  }

  /// A credit code with one of its last nine characters taken for another, so that a check fails.
  static func code(_ code: String, _ dice: inout Dice) -> String {
    var letters = Array(code)
    let place = dice.number((letters.count - 9)...(letters.count - 1))
    letters[place] = dice.pick(CheckDigits.creditAlphabet.filter { $0 != letters[place] })
    return String(letters)
  }

  /// Another day, 9 to 400 days away.
  static func day(_ day: CalendarDate, _ dice: inout Dice) -> CalendarDate? {
    let distance = dice.number(9...400)
    return day.adding(days: dice.chance(0.5) ? distance : -distance)
  }

  /// An amount of another size.
  static func amount(_ amount: PrintedAmount, _ dice: inout Dice) -> String {
    while true {
      let other = PrintedAmount(&dice)
      if other.yuan != amount.yuan, other.currency == amount.currency { return other.text }
    }
  }
}
