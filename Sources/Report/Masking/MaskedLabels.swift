internal import Model

extension Masking {
  /// What a roster says beside the declaration: names, phones and addresses of persons masked, by the title of the
  /// column and by their form.
  func shown(_ label: SubmissionLabel) -> SubmissionLabel {
    guard !showsPersonalData else { return label }
    var label = label
    if let style = MaskStyle.titled(label.title) { label.value = masked(label.value, style) }
    label.value = redacted(label.value)
    return label
  }

  /// The text with each of its words masked, as far as it is of the kind that the style hides.
  private func masked(_ text: String, _ style: MaskStyle) -> String {
    var shown = ""
    var word = ""
    func close() {
      let isName = style != .personName || MaskStyle.name(word) == .personName
      shown += isName && word.count > 1 ? style.masked(word) : word
      word = ""
    }
    for character in text {
      guard character.isWhitespace || "、，,；;：:/（）()|".contains(character) else {
        word.append(character)
        continue
      }
      close()
      shown.append(character)
    }
    close()
    return shown
  }
}

extension MaskStyle {
  /// What a column of a roster holds of persons, by its title; `nil` where it names none.
  static func titled(_ title: String) -> MaskStyle? {
    let title = title.lowercased()
    return titles.first { words, _ in words.contains { title.contains($0) } }?.style
  }

  // The first that fits: 联系人电话 holds a phone.
  private static let titles: [(words: [String], style: MaskStyle)] = [
    (["电话", "手机", "传真", "phone", "mobile"], .phone),
    (["邮箱", "邮件", "mail"], .mail),
    (["身份证", "证件号", "微信", "qq", "wechat"], .whole),
    (["住址", "家庭"], .address),
    (
      [
        "人", "姓名", "经理", "主管", "员", "对接", "跟进", "负责", "老师", "总监", "contact", "person",
        "owner", "manager", "responsible",
      ], .personName
    ),
  ]
}
