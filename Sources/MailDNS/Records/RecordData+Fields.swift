extension RecordData {
  /// The fields as texts, for handing a record on; the character-strings of TXT without quotes.
  package var fieldTexts: [String] {
    if case .txt(let strings) = self { return strings }
    return text.split(separator: " ").map(String.init)
  }

  /// Data from the texts of ``fieldTexts``; `nil` where they make none.
  package init?(_ type: RecordType, fieldTexts: [String]) {
    if type == .txt {
      self = .txt(fieldTexts)
      return
    }
    do throws(RecordDataFault) {
      try self.init(type, fieldTexts.map { RecordField($0) })
    } catch { return nil }
  }
}
