/// Telephone numbers and mailboxes in the labels of charts: nobody's name, and personal.
enum ContactDetails {
  /// The text without them, without the words that announce them (`电话：`) and without the brackets and marks that
  /// held nothing else.
  static func removed(from text: String) -> String {
    let characters = Array(text)
    guard characters.count(where: \.isDecimalDigit) >= 7 || text.contains("@") else { return text }
    var kept: [Character] = []
    var at = 0
    while at < characters.count {
      guard let end = mailbox(characters, at) ?? telephone(characters, at, after: kept) else {
        kept.append(characters[at])
        at += 1
        continue
      }
      kept.removeLast(announcement(endOf: kept))
      // The first bracket of `（0731）8888 8888` goes with the second.
      if let last = kept.last, "（(".contains(last),
        characters[at..<end].contains(where: { "）)".contains($0) })
      {
        kept.removeLast()
      }
      kept.append(" ")
      at = end
    }
    return kept == characters ? text : tidied(kept)
  }

  private static func mailbox(_ text: [Character], _ start: Int) -> Int? {
    func isLocal(_ character: Character) -> Bool {
      character.isASCII && (character.isLetter || character.isNumber || "._%+-".contains(character))
    }
    guard isLocal(text[start]), start == 0 || !isLocal(text[start - 1]),
      let at = text[start...].firstIndex(where: { !isLocal($0) }), text[at] == "@"
    else { return nil }
    let domain = text[(at + 1)...].prefix(while: isLocal)
    return domain.isEmpty ? nil : domain.endIndex
  }

  private static func telephone(_ text: [Character], _ start: Int, after kept: [Character]) -> Int?
  {
    guard text[start].isDecimalDigit || "+＋".contains(text[start]) else { return nil }
    let isAnnounced = announcement(endOf: kept) > 0
    if start > 0, text[start - 1].isASCIIWord, !isAnnounced || text[start - 1].isDecimalDigit {
      return nil
    }
    return DigitGroups(text, from: start).telephone(isAnnounced: isAnnounced)
  }

  private static let words = [
    "联系电话", "办公电话", "移动电话", "电话号码", "联系方式", "手机号码", "手机号", "电话", "手机", "座机", "固话", "传真",
    "电子邮箱", "电子邮件", "邮箱", "微信号", "telephone", "e-mail", "email", "mobile", "phone", "mail", "tel",
    "☎",
    "📞", "📱",
  ].map(Array.init)

  /// How many characters at the end say that a number follows.
  private static func announcement(endOf text: [Character]) -> Int {
    let marks = text.reversed().prefix { " :：.\u{A0}".contains($0) }.count
    let before = text.dropLast(marks)
    let word = words.first { word in
      before.count >= word.count
        && before.suffix(word.count).elementsEqual(word) { $0.lowercased() == $1.lowercased() }
    }
    return word.map { $0.count + marks } ?? 0  // allowed: nothing announces it
  }

  /// Lines without empty brackets, and without marks that now part nothing.
  private static func tidied(_ text: [Character]) -> String {
    var kept: [Character] = []
    for character in text {
      if "）)".contains(character) {
        while let last = kept.last, last.isWhitespace || marks.contains(last) { kept.removeLast() }
        if let last = kept.last, "（(".contains(last) {
          kept.removeLast()
          continue
        }
      }
      let isInside = kept.last.map { "（(".contains($0) } == true
      if isInside, character.isWhitespace || marks.contains(character) { continue }
      kept.append(character)
    }
    let lines = String(kept).split(whereSeparator: \.isNewline).map { line in
      func isLoose(_ character: Character) -> Bool {
        character.isWhitespace || marks.contains(character)
      }
      let rest = line.drop(while: isLoose)
      return String(rest.reversed().drop(while: isLoose).reversed())
    }
    return lines.joined(separator: "\n")
  }

  private static let marks: Set<Character> = [
    "/", "、", ",", "，", ";", "；", "|", "-", "—", "–", ":", "：", "+",
  ]
}
