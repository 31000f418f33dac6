internal import Model

/// A value is written into `truth.json` with dates as ISO text.
package enum TruthValue: Hashable, Codable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)

  static func date(_ date: CalendarDate) -> TruthValue { .string(date.iso) }

  /// Reads any value of JSON; a list becomes one text.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let list = try? container.decode([TruthValue].self) {
      self = .string(list.map(\.text).joined(separator: "、"))
    } else {
      self = .string(try container.decode(String.self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    }
  }

  /// The value in one line, for tables.
  package var text: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let value):
      value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .string(let value): value
    }
  }
}

/// How a page came to be a picture.
package enum Quality: String, Codable, CaseIterable {
  case scan, photo
  case poorPhoto = "poor-photo"
  case photocopy
  /// A PDF with its own text.
  case digital

  /// Those of pictures, in the order in which they take turns.
  package static let pictures: [Quality] = [.scan, .photo, .poorPhoto, .photocopy]
}

/// What one drawn document says.
package struct DocumentTruth: Codable {
  var material: String
  /// 0-based.
  var pages: [Int]
  /// Normalized values of what is printed.
  var facts: [String: TruthValue]
  /// The same facts as the paper shows them.
  var printed: [String: String]
  /// Right if a reader says them, though nothing printed states them: an unmarked original, an absent term.
  var implied: [String: TruthValue]
  /// What is printed and cannot be read, for it is covered or beyond the picture's edge, in the
  /// order of the keys: a value read for one of these is wrong.
  var illegible: [String]?
  /// What may be said or not, for too much of it lies beyond the picture's edge to tell.
  var unjudged: [String]?
}

/// What one specimen file holds.
package struct FileTruth: Codable {
  package var file: String
  var quality: Quality
  /// The clockwise turn, 0, 90, 180 or 270, that makes the page upright.
  var rotationDegrees: Int
  var documents: [DocumentTruth]
  /// What was drawn amiss on purpose.
  var form: PaperForm?

  private enum CodingKeys: String, CodingKey {
    case file, quality, documents, form
    case rotationDegrees = "rotation_degrees"
  }
}

/// The truth as `truth.json` holds it.
package struct Truth: Codable {
  var schema = "dossier/truth-v1"
  package var seed: UInt64
  package var heldOut: Bool
  package var files: [FileTruth]

  private enum CodingKeys: String, CodingKey {
    case schema, seed, files
    case heldOut = "held_out"
  }
}
