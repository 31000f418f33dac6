extension Sequence {
  /// Each once by what tells them apart, in the order of first appearance.
  package func uniqued<Mark: Hashable>(by mark: (Element) -> Mark) -> [Element] {
    var seen: Set<Mark> = []
    return filter { seen.insert(mark($0)).inserted }
  }
}

extension Sequence where Element: Hashable {
  /// Each once, in the order of first appearance.
  package func uniqued() -> [Element] {
    // A key path to the element itself would be made anew with each call, which takes longer than the rest.
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
