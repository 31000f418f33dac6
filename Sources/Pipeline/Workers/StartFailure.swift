internal import Extract
internal import Model

/// Why a worker cannot work at all, for the terminal.
enum StartFailure {
  static func words(for error: any Error) -> LocalizedText {
    switch error {
    case let error as UnusableModel: return error.words
    case let error as UnusableMaterials:
      guard let first = error.diagnostics.first else { break }
      let place = "\(first.file):\(first.position.line):\(first.position.column)"
      return LocalizedText(
        chinese: "\(place)：\(first.message.chinese)", english: "\(place): \(first.message.english)")
    default: break
    }
    return LocalizedText(chinese: "\(error)", english: "\(error)")
  }
}
