internal import Model

extension HypothesisTest {
  /// As in report.json; the one character that differs is shown of masked values too (ARCHITECTURE.md, invariant 11).
  var json: JSON {
    [
      "fact": .string(fact),
      "against": .optional(against.isEmpty ? nil : against),
      "outcome": .string(outcome.rawValue),
      "method": .string(method.rawValue),
      "score": score.isFinite ? .double(score) : .null,
      "place": .optional(place),
      "wanted": .optional(wanted),
      "seen": .optional(seen),
    ]
  }
}

extension Notice {
  /// As in report.json.
  var json: JSON {
    [
      "file": .string(file),
      "page": .optional(page),
      "stage": .string(stage.rawValue),
      "code": .string(code.rawValue),
      "message": message.json,
    ]
  }
}

extension LocalizedText {
  /// Both languages.
  var json: JSON { ["zh-CN": .string(chinese), "en": .string(english)] }
}

extension Quad {
  /// Four corners, to a tenth of a pixel or point.
  var json: JSON {
    func rounded(_ number: Double) -> JSON { .double((number * 10).rounded() / 10) }
    return .array(corners.map { .array([rounded($0.x), rounded($0.y)]) })
  }
}
