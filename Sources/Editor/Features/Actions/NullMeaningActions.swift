internal import CEL
internal import Model
internal import Schema

/// Values that may be null: what the verb makes of one.
enum NullMeaningActions {
  static func make(_ place: ActionPlace) -> [EditorAction] {
    place.diagnostics.filter { $0.code == "null-means" }.flatMap { diagnostic -> [EditorAction] in
      guard let check = check(at: diagnostic.position, place.file) else { return [] }
      return ["pass", "fail"].compactMap { verdict in
        MappingInsertion.key("null_means", verdict, to: check, in: place.file).map {
          place.action(
            "加上 null_means: \(verdict)", "add null_means: \(verdict)", [$0], of: diagnostic)
        }
      }
    }
  }

  /// The innermost verb around an operand.
  private static func check(at position: TextPosition, _ file: EditedFile) -> OutlineNode? {
    guard let walk = file.walk else { return nil }
    let steps = file.outline.path(to: position).steps
    for count in steps.indices.reversed() {
      guard case .key(_, let mapping) = steps[count] else { continue }
      let path = OutlinePath(steps: Array(steps[..<count]), node: mapping, isAtKey: false)
      if walk.place(at: path)?.definition == "check" { return mapping }
    }
    return nil
  }
}
