package import Model

/// What a field's text means.
package enum FieldType: String, CaseIterable, Sendable {
  /// A text of one or several lines, spaces dropped.
  case string
  /// Like a string; long, so that its confidence is judged by the line.
  case text
  case date
  /// Yields the text, `_amount` (double, yuan) and `_currency`.
  case amount
  /// Yields `_from`, `_to` (null = 长期) and `_kind`.
  case period
  /// Whether one of ``FieldDefinition/marks`` stands on the page: the mark's value.
  case mark
  /// The text of the page's QR code, and with `pattern` the part that matches.
  case qr
  /// Whether a red stamp, or an emblem in colour, is visible in a region.
  case red
  /// Whether a round stamp, red or copied in grey, is visible in a region.
  case stamp
  /// Whose name the round stamp in a region carries.
  case stampText = "stamp_text"
}

/// Where a value stands from its label.
package enum ValuePlacement: String, CaseIterable, Sendable {
  case right, below
  case sameLine = "same_line"
  /// No label of its own: found by its form near an anchor text.
  case region
}

/// Where a value ends.
enum ValueEnd: String, CaseIterable {
  case nextLabel = "next_label"
}

/// A field is declared by `rules/materials/*.yaml` as a labelled one of its material.
package struct FieldDefinition: Sendable {
  /// A text whose presence gives a mark field its value.
  package struct Mark: Sendable {
    package var text: String
    package var value: Value
  }

  /// Where a value without a label stands.
  package struct Region: Sendable {
    /// A text that the value follows.
    package var after: String
    package var side: ValuePlacement
  }

  /// The key has no prefix of the material: `name`.
  package var key: String
  package var type: FieldType
  package var isNullable = false
  package var isPersonal = false
  package var labels: [String] = []
  var placements: [ValuePlacement] = []
  /// The most lines a value takes.
  package var lines = 1
  /// The name of a profile of `TextNormalization`; `nil` means that spaces are dropped.
  package var normalize: String?
  package var pattern: String?
  package var checksum: ChecksumScheme?
  /// The only values there are, if not empty (男, 女).
  package var values: [String] = []
  package var marks: [Mark] = []
  /// A mark's value where none of the marks stands on a page that was read whole.
  var otherwise: Value?
  package var region: Region?
  /// The ids of layouts that have the field; empty means all.
  package var layouts: [String] = []
  /// Another field whose content implies this one's value (`number`, by `birth_date` or `sex`): agreement makes both surer.
  var confirmedBy: (field: String, function: DerivedValue)?
  /// The key of a fact that says the same on most papers (成立日期 and the term's start): agreement makes both surer.
  var sameAs: String?
  /// For red fields and stamps: which part of the upright page is looked at, as shares of its size.
  package var area: (left: Double, top: Double, right: Double, bottom: Double)?
  /// What people call it, where the file says so.
  var ownTitle: LocalizedText?
  /// As it is printed: the first label, or the key.
  package var title: String { labels.first ?? key }
  /// What people call the field: its title; else the first label in Chinese, and the key.
  package var words: LocalizedText {
    ownTitle ?? LocalizedText(chinese: title, english: key)
  }
  /// Whether the absence of this field on a page that was read says nothing.
  package var isOptional = false
  /// Another field that stands in this one's place on older papers (`registration_number`).
  package var alternative: String?
  /// Whether a stamp may cover it.
  package var isStamped = false
  /// Whether a stamp says it where nothing is printed: then the first stamp text of the form that matches ``pattern``.
  var isFromStamp = false
  /// Whether it shares a row with the field before it.
  package var isInline = false
  /// For periods: whether `_kind` (fixed, long_term, not_printed) is a fact too.
  var hasKind = false
}

/// What an identity number says of its holder.
package enum DerivedValue: String, CaseIterable, Sendable {
  case birthDate = "birth_date"
  case sex

  func value(of text: String) -> Value? {
    guard let number = ResidentIdentityNumber(text), number.isValid else { return nil }
    switch self {
    case .birthDate: return number.birthDate.map(Value.date)
    case .sex: return .string(number.sex.chinese)
    }
  }
}
