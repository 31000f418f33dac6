/// Why recognition cannot work at all (a page that is hard to read is no error).
package enum RecognitionError: Error, Hashable, Sendable {
  /// A model file is missing or wrong: its path, and what is the matter.
  case model(file: String, reason: String)
  /// An inference failed.
  case inference(String)
}

extension RecognitionError {
  /// The reason is what the model or inference said.
  package var reason: String {
    switch self {
    case .model(_, let reason), .inference(let reason): reason
    }
  }
}
