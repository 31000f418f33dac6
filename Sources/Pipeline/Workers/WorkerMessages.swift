internal import Foundation
internal import Model

/// Announces a source; its bytes follow as a frame of their own.
struct SourceRequest: Codable {
  /// Which answer belongs to it.
  var number: Int
  var file: String
}

/// What a worker says.
enum WorkerAnswer: Codable {
  /// The models are loaded.
  case ready
  /// The worker cannot work at all: the reason, for the terminal.
  case cannotStart(reason: LocalizedText)
  /// `isSpent`: the worker is unfit for other sources.
  case extraction(number: Int, Extraction, isSpent: Bool)
}

/// Messages as JSON: readable in a trace, and an unknown shape is an error instead of a wrong value.
enum WorkerMessage {
  static func encoded(_ message: some Encodable) throws -> [UInt8] {
    Frame.encoded([UInt8](try JSONEncoder().encode(message)))
  }

  static func decoded<Message: Decodable>(_ payload: [UInt8]) throws -> Message {
    try JSONDecoder().decode(Message.self, from: Data(payload))
  }
}
