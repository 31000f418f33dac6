package import Model

/// The names of the kinds of fields, as files write them.
enum FieldType: String, CaseIterable, Sendable {
  case string, text, date, amount, period, mark, qr, red, stamp
  case stampText = "stamp_text"
}

/// What a field's text means, with what belongs to that meaning alone.
enum FieldKind: Sendable {
  /// A text of one or several lines, spaces dropped.
  case string(TextRule)
  /// Like a string; long, so that its confidence is judged by the line.
  case text(TextRule)
  case date
  /// Yields the text, `_amount` (double, yuan) and `_currency`.
  case amount
  /// Yields `_from`, `_to` (null = 长期) and, if it has a kind, `_kind` (fixed, long_term, not_printed).
  case period(hasKind: Bool)
  /// Which of the marks stands on the page: its value, and another where none stands on a page that was read whole.
  case mark([FieldDefinition.Mark], otherwise: Value?)
  /// The text of the page's QR code, and with a pattern the part that matches.
  case qr(pattern: String?, checksum: ChecksumScheme?)
  /// Whether a red stamp, or an emblem in colour, is visible in an area.
  case red(area: FieldDefinition.Area)
  /// Whether a round stamp, red or copied in grey, is visible in an area.
  case stamp(area: FieldDefinition.Area)
  /// Whose name the round stamp in an area carries.
  case stampText(area: FieldDefinition.Area, pattern: String?)
}

/// What the text of a field may be.
struct TextRule: Sendable {
  /// The name of a profile of `TextNormalization`; `nil` means that spaces are dropped.
  var normalize: String?
  var pattern: String?
  var checksum: ChecksumScheme?
  /// The only values there are, if not empty (男, 女).
  var values: [String] = []
  /// Whether a stamp says it where nothing is printed: then the first stamp text of the form that matches ``pattern``.
  var isFromStamp = false
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
  /// A part of an upright page, as shares of its size.
  package typealias Area = (left: Double, top: Double, right: Double, bottom: Double)

  /// A text whose presence gives a mark field its value.
  package struct Mark: Sendable {
    package var text: String
    package var value: Value
  }

  /// Where a value without a label stands.
  package struct Region: Sendable {
    /// The texts that the value follows, the first of them that is found.
    package var after: [String]
    package var side: ValuePlacement
  }

  /// The key has no prefix of the material: `name`.
  package var key: String
  var kind: FieldKind
  package var isNullable = false
  package var isPersonal = false
  /// Whether its day, or the last one of its period, is that until which the paper holds.
  var isExpiry = false
  package var labels: [String] = []
  var placements: [ValuePlacement] = []
  /// The most lines a value takes.
  package var lines = 1
  package var region: Region?
  /// What its text looks like, of fields whose rows are given by column (``ColumnAssignment``).
  package var grammar: FieldGrammar?
  /// The ids of layouts that have the field; empty means all.
  package var layouts: [String] = []
  /// Another field whose content implies this one's value (`number`, by `birth_date` or `sex`): agreement makes both surer.
  var confirmedBy: (field: String, function: DerivedValue)?
  /// The key of a fact that says the same on most papers (成立日期 and the term's start): agreement makes both surer.
  var sameAs: String?
  /// What people call it, where the file says so.
  var ownTitle: LocalizedText?
  /// As it is printed: the first label, or the key.
  package var title: String { labels.first ?? key }
  /// What people call the field: its title; else the first label in Chinese, and the key.
  package var words: LocalizedText {
    ownTitle ?? LocalizedText(title, key)
  }
  /// Whether the absence of this field on a page that was read says nothing.
  package var isOptional = false
  /// Another field that stands in this one's place on older papers (`registration_number`).
  package var alternative: String?
  /// Whether a stamp may cover it.
  package var isStamped = false
  /// Sentences of running text that hold the value without a label.
  var sentences: [ProseSentence] = []
  /// Whether the value stands at the paper's foot without a label (落款).
  var isAtFoot = false
  /// The field whose value this one follows: a number is that of the person named before it.
  var follows: String?
  /// Whether it shares a row with the field before it.
  package var isInline = false

  /// What its text may be, of fields that are texts.
  var rule: TextRule? {
    switch kind {
    case .string(let rule), .text(let rule): rule
    default: nil
    }
  }
  var isDate: Bool { if case .date = kind { true } else { false } }
  var checksum: ChecksumScheme? {
    if case .qr(_, let scheme) = kind { scheme } else { rule?.checksum }
  }
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
