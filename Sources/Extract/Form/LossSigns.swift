/// Signs that something of a value was lost although every letter of the rest was read surely.
enum LossSigns {
  /// Whether a printed date (2019年12月22日) may have lost a digit or its end.
  ///
  /// Two equal digits run into one (11 to 1, 22 to 2); where one of month and day is padded with a zero and the
  /// other is not, a digit is missing; a day without 日 was cut; where a point is lost, a digit may be too.
  static func isCutDate(_ text: String) -> Bool {
    let signs = [
      "(^|[^0-9])([12]日|1月)", "月[0-9]{1,2}([^0-9日]|$)", "年[1-9]月0[1-9]日",
      "年0[1-9]月[1-9]日", "(^|[^0-9])(0[0-9]{3}|[0-9]{1,3})年",
      "[0-9]{6}[.][0-9]", "[.][0-9]{4}([^0-9.]|$)",
    ]
    return signs.contains { Patterns.first($0, in: text) != nil }
  }

  /// Whether an address names no place above its street: its first line was lost.
  static func isCutAddress(_ text: String) -> Bool {
    Patterns.first("[^省市区县旗州盟](省|市|区|县|旗|州|盟)", in: text) == nil
  }
}
