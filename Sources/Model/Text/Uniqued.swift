extension Sequence {
  /// Each once by what tells them apart, in the order of first appearance.
  package func uniqued<Mark: Hashable>(by mark: (Element) -> Mark) -> [Element] {
    var seen: Set<Mark> = []
    return filter { seen.insert(mark($0)).inserted }
  }
}

extension Sequence where Element: Hashable {
  package func uniqued() -> [Element] { uniqued(by: \.self) }
}
